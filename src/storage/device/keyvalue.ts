/** The few things that Keel asks of a database, so that tests need none. */
import * as idb from 'idb-keyval'
import type { RecordKey } from '../records/keys'

export interface KeyValue {
  /** In order; of one kind, or all. */
  keys(kind?: string): Promise<RecordKey[]>
  /** Every record of a kind, in the order of the keys. */
  all(kind: string): Promise<(readonly [RecordKey, unknown])[]>
  /** In the order of the keys; undefined where there is none. */
  getMany(keys: readonly RecordKey[]): Promise<unknown[]>
  /** All or none. */
  setMany(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void>
  /** Reads and writes as one step, so that two tabs never lose each other's change. */
  update(key: RecordKey, change: (old: unknown) => unknown): Promise<void>
  deleteMany(keys: readonly RecordKey[]): Promise<void>
  clear(): Promise<void>
  /** Keeps records that must not be lost where the device has no room; only a device can. */
  hold?(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void>
}

/** All keys that begin with a kind: in IndexedDB's order an array stands behind every text. */
const rangeOf = (kind: string): IDBKeyRange => IDBKeyRange.bound([kind], [kind, []])

const keysOf = async (records: IDBObjectStore, kind?: string): Promise<RecordKey[]> =>
  (await idb.promisifyRequest(
    records.getAllKeys(kind === undefined ? null : rangeOf(kind)),
  )) as unknown as RecordKey[]

/** The browser's IndexedDB, one object store of Keel's own. */
export function openIndexedDb(): KeyValue {
  const connection = idb.createStore('keel', 'records')
  // A browser may refuse by throwing at once: a refusal is an answer like any other.
  const store: typeof connection = async (mode, work) => connection(mode, work)
  const plain = (key: RecordKey): IDBValidKey => [...key]
  return {
    keys: (kind) => store('readonly', (records) => keysOf(records, kind)),
    all: (kind) =>
      store('readonly', async (records) => {
        const [keys, values] = await Promise.all([
          keysOf(records, kind),
          idb.promisifyRequest<unknown[]>(records.getAll(rangeOf(kind))),
        ])
        return keys.map((key, index) => [key, values[index]] as const)
      }),
    getMany: (keys) => idb.getMany<unknown>(keys.map(plain), store),
    setMany: (entries) =>
      idb.setMany(
        entries.map(([key, value]) => [plain(key), value]),
        store,
      ),
    update: (key, change) => idb.update<unknown>(plain(key), change, store),
    deleteMany: (keys) => idb.delMany(keys.map(plain), store),
    clear: () => idb.clear(store),
  }
}
