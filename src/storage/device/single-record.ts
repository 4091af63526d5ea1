/** A record of which a device has one, under a fixed key: the settings, the session under way. */
import { seal, type Opened } from '../records/envelope'
import type { RecordKey } from '../records/keys'
import type { RecordType } from '../records/migrations'
import { setAside } from './aside'
import type { KeyValue } from './keyvalue'

export class SingleRecord<T> {
  readonly #db: KeyValue
  readonly #key: RecordKey
  readonly #type: RecordType
  readonly #opener: () => Promise<(raw: unknown) => Opened<T>>

  /** @param opener gives the function that reads the record; it is asked only when there is one to read */
  constructor(
    db: KeyValue,
    key: RecordKey,
    type: RecordType,
    opener: () => Promise<(raw: unknown) => Opened<T>>,
  ) {
    this.#db = db
    this.#key = key
    this.#type = type
    this.#opener = opener
  }

  /** Undefined when there is none, or none that this Keel can read; one that is broken is set aside. */
  async read(): Promise<T | undefined> {
    const [raw] = await this.#db.getMany([this.#key])
    if (raw === undefined) return undefined
    const opened = (await this.#opener())(raw)
    if (opened.state === 'broken') await setAside(this.#db, this.#key, raw)
    return opened.state === 'ok' ? opened.value : undefined
  }

  async keep(value: T): Promise<void> {
    await this.#db.setMany([[this.#key, seal(this.#type, value)]])
  }

  async drop(): Promise<void> {
    await this.#db.deleteMany([this.#key])
  }
}
