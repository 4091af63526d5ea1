/** The few functions of a database that Keel uses, so that tests can do without one. */
import * as idb from 'idb-keyval'
import type { RecordKey } from '../records/keys'

export interface KeyValue {
  /** All keys in order, or those of one kind. */
  keys(kind?: string): Promise<RecordKey[]>
  /** Every record of a kind, in the order of the keys. */
  all(kind: string): Promise<(readonly [RecordKey, unknown])[]>
  /** The values in the order of the keys; undefined where there is none. */
  getMany(keys: readonly RecordKey[]): Promise<unknown[]>
  /** Writes all entries or none. */
  setMany(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void>
  /** Reads and writes in one transaction, so that two tabs never overwrite each other's change. */
  update(key: RecordKey, change: (old: unknown) => unknown): Promise<void>
  deleteMany(keys: readonly RecordKey[]): Promise<void>
  clear(): Promise<void>
  /** Holds records that must not be lost in the page; only a `Device` has this. */
  hold?(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void>
}

/** All keys that begin with a kind. In IndexedDB's order every array comes after every text. */
const rangeOf = (kind: string): IDBKeyRange => IDBKeyRange.bound([kind], [kind, []])

const keysOf = async (records: IDBObjectStore, kind?: string): Promise<RecordKey[]> =>
  (await idb.promisifyRequest(
    records.getAllKeys(kind === undefined ? null : rangeOf(kind)),
  )) as unknown as RecordKey[]

/** The browser's IndexedDB, one object store of Keel's own. */
export function openIndexedDb(): KeyValue {
  const connection = idb.createStore('keel', 'records')
  // A browser may refuse by throwing at once; this turns it into a rejected promise.
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
