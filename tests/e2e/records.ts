/** Writes into the app's own database from outside, as an older Keel or a fault would have left it. */
import type { Page } from '@playwright/test'
import type { RecordKey } from '../../src/storage/records/keys'

export type Stored = readonly [RecordKey, unknown]

/** Puts records where the app keeps its own. The page must be on the app's address. */
export async function seed(page: Page, records: readonly Stored[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keel')
        opening.onupgradeneeded = () => opening.result.createObjectStore('records')
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite')
          for (const [key, value] of all) writing.objectStore('records').put(value, key)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          writing.onabort = () => reject(writing.error ?? new Error('not written'))
        }
      }),
    records.map(([key, value]): [string[], unknown] => [[...key], value]),
  )
}

/** Everything that the app keeps, by key as JSON. */
export async function stored(page: Page): Promise<Map<string, unknown>> {
  const all = await page.evaluate(
    () =>
      new Promise<[string, unknown][]>((resolve, reject) => {
        const opening = indexedDB.open('keel')
        opening.onupgradeneeded = () => opening.result.createObjectStore('records')
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
        opening.onsuccess = () => {
          const records = opening.result.transaction('records').objectStore('records')
          const [keys, values] = [records.getAllKeys(), records.getAll()]
          values.onsuccess = () => {
            opening.result.close()
            resolve(keys.result.map((key, index) => [JSON.stringify(key), values.result[index]]))
          }
        }
      }),
  )
  return new Map(all)
}
