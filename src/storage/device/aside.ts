/** Records that can't be read are moved out of the way, and stay in every export. */
import { asideKey, type RecordKey } from '../records/keys'
import { isFull } from './device'
import type { KeyValue } from './keyvalue'

/** Moves a record aside. It is written there before it is deleted here, so that it is never in neither place. */
export async function setAside(db: KeyValue, key: RecordKey, raw: unknown): Promise<void> {
  try {
    await putAside(db, asideKey(key), raw)
    await db.deleteMany([key])
  } catch (error) {
    // Without room it stays where it is, and is passed over again at the next reading.
    if (!isFull(error)) throw error
  }
}

/** Writes a value under the key, or under the next free one where another value lies there already. */
async function putAside(db: KeyValue, key: RecordKey, raw: unknown): Promise<void> {
  for (let place = 1; ; place++)
    if (await putWhereFree(db, place === 1 ? key : [...key, String(place)], raw)) return
}

async function putWhereFree(db: KeyValue, key: RecordKey, raw: unknown): Promise<boolean> {
  let put = false
  await db.update(key, (old) => {
    put = old === undefined || isSame(old, raw)
    return put ? raw : old
  })
  return put
}

/** Whether two stored values are the same, to the order of their keys. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
