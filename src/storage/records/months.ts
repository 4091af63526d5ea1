/** The summaries of each month's sets, which the first screen and the history read instead of every set. */
import { isFull } from '../device/device'
import { seal, type Opened } from './envelope'
import { monthKey, type RecordKey } from './keys'
import type { KeyValue } from '../device/keyvalue'
import type { SetSummary } from './schema'
import { monthOf } from './summary'

export class Months {
  readonly #db: KeyValue

  constructor(db: KeyValue) {
    this.#db = db
  }

  async listed(): Promise<SetSummary[]> {
    const months = await this.#db.all('month')
    if (months.length === 0) return []
    const { openMonth } = await import('./schema')
    return months.flatMap(([, raw]) => {
      const opened = openMonth(raw)
      return opened.state === 'ok' ? opened.value.sets : []
    })
  }

  /** Adds sets to their months. Where there is no room for a month, it is left: it is made again from the sets later. */
  async list(fresh: readonly SetSummary[]): Promise<void> {
    if (fresh.length === 0) return
    const { openMonth } = await import('./schema')
    try {
      for (const [month, sets] of byMonth(fresh))
        await this.#db.update(monthKey(month), (old) => withSets(openMonth(old), old, sets))
    } catch (error) {
      if (!isFull(error)) throw error
    }
  }

  /** The months of some sets with those sets in them, to be written in one transaction with the sets. */
  async with(fresh: readonly SetSummary[]): Promise<(readonly [RecordKey, unknown])[]> {
    const { openMonth } = await import('./schema')
    return Promise.all(
      [...byMonth(fresh)].map(async ([month, sets]) => {
        const [old] = await this.#db.getMany([monthKey(month)])
        return [monthKey(month), withSets(openMonth(old), old, sets)] as const
      }),
    )
  }

  /** Removes a set from its month. */
  async forget(id: string): Promise<void> {
    const { openMonth } = await import('./schema')
    for (const key of await this.#db.keys('month'))
      await this.#db.update(key, (old) => {
        const opened = openMonth(old)
        if (opened.state !== 'ok') return old
        return seal('month', { sets: opened.value.sets.filter((set) => set.id !== id) })
      })
  }
}

function byMonth(sets: readonly SetSummary[]): Map<string, SetSummary[]> {
  const months = new Map<string, SetSummary[]>()
  for (const set of sets) {
    const month = monthOf(set.day)
    const listed = months.get(month)
    if (listed === undefined) months.set(month, [set])
    else listed.push(set)
  }
  return months
}

/** A month with some sets added. A month of a newer Keel is left as it is; an unreadable one is replaced. */
function withSets(
  opened: Opened<{ sets: SetSummary[] }>,
  old: unknown,
  fresh: readonly SetSummary[],
): unknown {
  if (opened.state === 'newer') return old
  const ids = new Set(fresh.map(({ id }) => id))
  const others = opened.state === 'ok' ? opened.value.sets.filter(({ id }) => !ids.has(id)) : []
  return seal('month', { sets: [...others, ...fresh] })
}
