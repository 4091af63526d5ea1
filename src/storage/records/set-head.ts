/** What an import needs to know of a set: it is planned twice and then written, and years of sets are read once. */
import type { Opened } from './envelope'
import { openSet, type SetSummary } from './schema'
import { summarise } from './summary'

export interface SetHead {
  readonly summary: SetSummary
  readonly zone: string
}

const known = new WeakMap<object, Opened<SetHead>>()

/** A stored set in short. The same value is read once, however often it is asked: it must not change meanwhile. */
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
