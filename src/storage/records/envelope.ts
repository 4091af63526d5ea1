/** Every stored value is wrapped in its type and version; reading migrates first and parses second. */
import './strict-zod'
import { z } from 'zod'
import { migrations, versions, type RecordType } from './migrations'

export { seal } from './seal'

const envelopeSchema = z.object({ type: z.string(), version: z.int().positive(), data: z.unknown() })

/** What reading one stored value came to. */
export type Opened<T> =
  | { readonly state: 'ok'; readonly value: T }
  /** Written by a newer Keel: shown as it is, never rewritten. */
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'broken'; readonly reason: string }

export function open<T>(type: RecordType, schema: z.ZodType<T>, raw: unknown): Opened<T> {
  const envelope = envelopeSchema.safeParse(raw)
  if (!envelope.success || envelope.data.type !== type) {
    return { state: 'broken', reason: `not a ${type} record` }
  }
  const { version, data } = envelope.data
  if (version > versions[type]) return { state: 'newer', version }
  const migrated = migrate(type, version, data)
  if (migrated === undefined) return { state: 'broken', reason: `no way from version ${version}` }
  const parsed = schema.safeParse(migrated)
  if (parsed.success) return { state: 'ok', value: parsed.data }
  return { state: 'broken', reason: z.prettifyError(parsed.error) }
}

function migrate(type: RecordType, from: number, data: unknown): unknown {
  let current = data
  for (let version = from; version < versions[type]; version += 1) {
    try {
      current = migrations[type][version]?.(current)
    } catch {
      // A step stumbles over data that is not what its version wrote: one broken record, and the rest loads.
      return undefined
    }
    if (current === undefined) return undefined
  }
  return current
}
