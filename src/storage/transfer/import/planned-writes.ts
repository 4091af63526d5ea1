/** What an import is about to write, on top of what this device keeps. */
import { canonical } from '../../../core/programme/log/merge'
import { asideKey, type RecordKey } from '../../records/keys'

export interface StoredRecord {
  readonly key: RecordKey
  readonly value: unknown
}

const nameOf = (key: RecordKey): string => JSON.stringify(key)

export class PlannedWrites {
  /** What this device keeps, by key as JSON. */
  readonly #here: ReadonlyMap<string, unknown>
  readonly #writes = new Map<string, readonly [RecordKey, unknown]>()
  readonly #exportedAt: string

  /** @param exportedAt of the file; it goes into the keys of what is set aside */
  constructor(here: readonly StoredRecord[], exportedAt: string) {
    this.#here = new Map(here.map(({ key, value }) => [nameOf(key), value]))
    this.#exportedAt = exportedAt
  }

  /** Everything to be written, in the order in which it was planned. */
  list(): (readonly [RecordKey, unknown])[] {
    return [...this.#writes.values()]
  }

  /** What lies under a key once this is written; undefined where nothing does. */
  get(key: RecordKey): unknown {
    const name = nameOf(key)
    return this.#writes.get(name)?.[1] ?? this.#here.get(name)
  }

  /** What this device keeps under a key; undefined where there is nothing. */
  getHere(key: RecordKey): unknown {
    return this.#here.get(nameOf(key))
  }

  set(key: RecordKey, value: unknown): void {
    this.#writes.set(nameOf(key), [key, value])
  }

  /** Writes a value where there is none, and another version of what is there aside. */
  add(key: RecordKey, value: unknown): 'fresh' | 'same' | 'conflicting' {
    const present = this.get(key)
    if (present === undefined) {
      this.set(key, value)
      return 'fresh'
    }
    const text = canonical(value)
    const aside =
      canonical(present) === text || this.#liesAside(key, text) ? null : this.#asidePlace(key, text)
    if (aside === null) return 'same'
    this.set(aside, value)
    return 'conflicting'
  }

  /** The first free place for another version of what lies under a key; null where this very version lies aside. */
  #asidePlace(key: RecordKey, text: string): RecordKey | null {
    const first = asideKey([...key, this.#exportedAt])
    for (let place = 1; ; place++) {
      const aside: RecordKey = place === 1 ? first : [...first, String(place)]
      const present = this.get(aside)
      if (present === undefined) return aside
      if (canonical(present) === text) return null
    }
  }

  #liesAside(key: RecordKey, text: string): boolean {
    const start = nameOf(asideKey(key)).slice(0, -1)
    return [...this.#here].some(([name, value]) => name.startsWith(start) && canonical(value) === text)
  }
}
