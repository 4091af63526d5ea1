/** A database in memory that lasts as long as the page: for a browser that stores nothing, and for tests. */
import type { RecordKey } from '../records/keys'
import type { KeyValue } from './keyvalue'

/** `raw` holds the values by their key as JSON. */
export type MemoryDb = KeyValue & { readonly raw: Map<string, unknown> }

/** IndexedDB's order of keys: part by part in UTF-16 units, the shorter key first. */
export function inKeyOrder(a: RecordKey, b: RecordKey): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left = '', right = ''] = [a[at], b[at]]
    if (left !== right) return left < right ? -1 : 1
  }
  return a.length - b.length
}

/** Copies values on the way in and out, as IndexedDB does. */
export function memoryDb(): MemoryDb {
  const raw = new Map<string, unknown>()
  const name = (key: RecordKey): string => JSON.stringify(key)
  const keysOf = (kind?: string): RecordKey[] =>
    [...raw.keys()]
      .map((key) => JSON.parse(key) as RecordKey)
      .filter(([first]) => kind === undefined || first === kind)
      .sort(inKeyOrder)
  return {
    raw,
    keys: (kind) => Promise.resolve(keysOf(kind)),
    all: (kind) =>
      Promise.resolve(keysOf(kind).map((key) => [key, structuredClone(raw.get(name(key)))] as const)),
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
