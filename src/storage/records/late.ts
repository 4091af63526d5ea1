/** The reader of records, which comes with the first one: schemas are large, and an empty device has none. */
import type * as Reader from './reading'

export type Reading = typeof Reader

/** Kept by the browser once it has come. */
export const reading = (): Promise<Reading> => import('./reading')
