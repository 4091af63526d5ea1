/**
 * `npm run bench:roc`: how well each sign tells faulty reps from clean ones, on recorded films with known truth.
 *
 * A rep is faulty for a sign when a fault that its check looks for has reached the size in the truth, clean when it has no
 * fault at all; the rest counts neither way. For each sign: at the difference that catches half, 80% and 95%
 * of the faulty reps, the share of clean reps that would be flagged too; and the largest clean difference.
 *
 * A second table shows the standard of good form: how clean people differ, and what of a fault that shows at 1% of them.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { clips, framesOf, replay } from '../tests/support/replay'
import { printGoodForm } from './roc/good-form'

interface Sample {
  readonly difference: number
  readonly size: number
}

const faults = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../tests/fixtures/faults.json'), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** Which faults of the truth each check looks for, and from what size on they must be flagged. */
const LOOKS_FOR: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'lumbar-extension': { lumbar_arch: 15, lumbar_lift: 0.02 },
  'leg-high': { leg_overlift: 12, lumbar_arch: 15 },
  'hip-overextension': { lumbar_arch: 15, lumbar_lift: 0.02 },
  'short-range': { rom_loss: 0.2, elbow_bend: 20 },
  'knee-valgus': { knee_valgus: 12 },
}

const faulty = new Map<string, Sample[]>()
const clean = new Map<string, number[]>()

for (const { name, exercise } of clips) {
  const sizes = faults[name] ?? {}
  for (const rep of replay(exercise, framesOf(name)).analysis.reps) {
    const present = Object.entries(sizes).map(
      ([fault, bySize]) => [fault, bySize[rep.index - 1] ?? 0] as const,
    )
    const any = present.some(([, size]) => size !== 0)
    for (const finding of rep.findings) {
      if (finding.verdict === 'unseen') continue
      const wanted = LOOKS_FOR[finding.check]
      if (!wanted) continue
      const over = present.filter(([fault, size]) => size >= (wanted[fault] ?? Infinity))
      for (const { measure, difference } of finding.evidence ?? []) {
        const key = `${exercise} ${finding.check} ${measure}`
        if (over.length > 0)
          push(faulty, key, { difference, size: Math.max(...over.map(([, size]) => size)) })
        else if (!any) push(clean, key, difference)
      }
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value])
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`

console.log(
  'sign'.padEnd(44),
  'faulty clean  catches 50% / 80% / 95% at (false alarms)          largest clean',
)
for (const [key, samples] of [...faulty].sort()) {
  const differences = samples.map(({ difference }) => difference).sort((a, b) => b - a)
  const quiet = clean.get(key) ?? []
  const points = [0.5, 0.8, 0.95].map((share) => {
    const at = differences[Math.min(differences.length - 1, Math.ceil(share * differences.length) - 1)] ?? NaN
    const wrong = quiet.filter((difference) => difference >= at).length / Math.max(1, quiet.length)
    return `${at.toFixed(1)} (${percent(wrong)})`
  })
  const largest = quiet.length > 0 ? Math.max(...quiet).toFixed(1) : '-'
  console.log(
    key.padEnd(44),
    String(differences.length).padStart(6),
    String(quiet.length).padStart(5),
    ' ',
    points.join(' / ').padEnd(52),
    largest,
  )
}

printGoodForm()
