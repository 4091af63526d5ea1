/** How a value is wrapped before it is written. Reading it takes more: see `envelope.ts`. */
import { versions, type RecordType } from './migrations'

export interface Envelope {
  readonly type: string
  readonly version: number
  readonly data: unknown
}

export function seal(type: RecordType, data: unknown): Envelope {
  return { type, version: versions[type], data }
}
