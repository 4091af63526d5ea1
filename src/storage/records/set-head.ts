/** What an import needs of a set. An import is planned twice and then written, so each set's head is read once and kept. */
import type { Opened } from './envelope'
import { openSet, type SetSummary } from './schema'
import { summarise } from './summary'

export interface SetHead {
  readonly summary: SetSummary
  readonly zone: string
}

const known = new WeakMap<object, Opened<SetHead>>()

/** Reads a stored set's head. The result is remembered for that very object, which must not change. */
export function openHead(raw: unknown): Opened<SetHead> {
  const isThing = raw !== null && typeof raw === 'object'
  const before = isThing ? known.get(raw) : undefined
  if (before !== undefined) return before
  const opened = openSet(raw)
  const head: Opened<SetHead> =
    opened.state === 'ok'
      ? { state: 'ok', value: { summary: summarise(opened.value), zone: opened.value.zone } }
      : opened
  if (isThing) known.set(raw, head)
  return head
}
