/** The recorded traces, and what the analyser makes of each. */
import { openTrace } from '../src/capture/trace'
import type { ExerciseId } from '../src/core/analysis/model'
import type { PoseFrame } from '../src/core/pose/frame'
import { decodeTrace } from '../src/core/pose/trace'
import { isSided, outlines } from '../src/exercises/outlines'
import type { SetPlan } from '../src/exercises/set-plan'

const files = import.meta.glob<string>('../tests/fixtures/traces/*.ktr.gz', {
  query: '?url',
  import: 'default',
  eager: true,
})
const golden = import.meta.glob<string>('../tests/fixtures/golden/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\..*$/, '')
const byName = (all: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(Object.entries(all).map(([file, value]) => [nameOf(file), value]))
const [addresses, goldens] = [byName(files), byName(golden)]

export const traceNames: readonly string[] = [...addresses.keys()].sort()

/** What the analyser makes of a trace, as the golden test holds it. */
export const goldenOf = (trace: string): string => goldens.get(trace) ?? ''

/** @throws when there is no trace of that name */
export async function framesOf(trace: string): Promise<readonly PoseFrame[]> {
  const address = addresses.get(trace)
  if (address === undefined) throw new Error(`there is no trace ${trace}`)
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  // Some servers say that a .gz was gzipped on its way, and the browser undoes it.
  return bytes[0] === 0x1f ? (await openTrace(new Blob([bytes]))).frames : decodeTrace(bytes)
}

/**
 * The set that a trace is of, by its golden lines.
 * @throws when there are none
 */
export function planOf(trace: string, target: number | null): SetPlan {
  const text = goldenOf(trace)
  const [id = '', variation = ''] = text.split(' ')
  const outline = Object.values(outlines).find((one) => one.id === id)
  if (outline === undefined) throw new Error(`no golden lines say what ${trace} is`)
  const exercise: ExerciseId = outline.id
  const sided = isSided(exercise, variation)
  const held = /^hold (left|right) /m.exec(text)?.[1] ?? /near (left|right)/.exec(text)?.[1]
  return {
    exercise,
    variation,
    side: sided ? (held === 'right' ? 'right' : 'left') : null,
    target,
    raised: null,
  }
}
