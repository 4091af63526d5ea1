import type { RecordKey } from '../../../src/storage/keys'
import type { KeyValue } from '../../../src/storage/keyvalue'

/** A database in memory that copies what goes in and out, as IndexedDB does. */
export function memoryDb(): KeyValue & { readonly raw: Map<string, unknown> } {
  const raw = new Map<string, unknown>()
  const name = (key: RecordKey): string => JSON.stringify(key)
  return {
    raw,
    keys: () => Promise.resolve([...raw.keys()].sort().map((key) => JSON.parse(key) as RecordKey)),
    getMany: (keys) => Promise.resolve(keys.map((key) => structuredClone(raw.get(name(key))))),
    setMany: (entries) => {
      for (const [key, value] of entries) raw.set(name(key), structuredClone(value))
      return Promise.resolve()
    },
    update: (key, change) => {
      raw.set(name(key), structuredClone(change(structuredClone(raw.get(name(key))))))
      return Promise.resolve()
    },
    deleteMany: (keys) => {
      for (const key of keys) raw.delete(name(key))
      return Promise.resolve()
    },
    clear: () => {
      raw.clear()
      return Promise.resolve()
    },
  }
}
