/** The few things that Keel asks of a database, so that tests need none. */
import * as idb from 'idb-keyval'
import type { RecordKey } from './keys'

export interface KeyValue {
  keys(): Promise<RecordKey[]>
  /** In the order of the keys; undefined where there is none. */
  getMany(keys: readonly RecordKey[]): Promise<unknown[]>
  /** All or none. */
  setMany(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void>
  /** Reads and writes as one step, so that two tabs never lose each other's change. */
  update(key: RecordKey, change: (old: unknown) => unknown): Promise<void>
  deleteMany(keys: readonly RecordKey[]): Promise<void>
  clear(): Promise<void>
}

/** The browser's IndexedDB, one object store of Keel's own. */
export function openIndexedDb(): KeyValue {
  const store = idb.createStore('keel', 'records')
  const plain = (key: RecordKey): IDBValidKey => [...key]
  return {
    keys: async () => (await idb.keys<string[]>(store)) as unknown as RecordKey[],
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
