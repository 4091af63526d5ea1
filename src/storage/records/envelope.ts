/** Every stored value is wrapped in its type and version. Reading migrates the value first and checks it second. */
import { migrations, versions, type RecordType } from './migrations'

export interface Envelope {
  readonly type: string
  readonly version: number
  readonly data: unknown
}

/** What checking a value came to. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** What reading one stored value came to. */
export type Opened<T> =
  | { readonly state: 'ok'; readonly value: T }
  /** Written by a newer Keel: shown as it is, never rewritten. */
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'broken'; readonly reason: string }

/** Wraps data in today's version of its type, ready to be written. */
export function seal(type: RecordType, data: unknown): Envelope {
  return { type, version: versions[type], data }
}

/**
 * Reads a stored value: unwraps it, migrates it to today's version and checks it.
 * @param check says whether migrated data is a record of today's version
 */
export function open<T>(type: RecordType, check: (data: unknown) => Checked<T>, raw: unknown): Opened<T> {
  if (!isEnvelope(raw) || raw.type !== type) return { state: 'broken', reason: `not a ${type} record` }
  const { version, data } = raw
  if (version > versions[type]) return { state: 'newer', version }
  const migrated = migrate(type, version, data)
  if (migrated === undefined) return { state: 'broken', reason: `no way from version ${version}` }
  const checked = check(migrated)
  return checked.ok ? { state: 'ok', value: checked.value } : { state: 'broken', reason: checked.reason }
}

function isEnvelope(raw: unknown): raw is Envelope {
  if (raw === null || typeof raw !== 'object') return false
  const { type, version } = raw as Partial<Record<keyof Envelope, unknown>>
  return typeof type === 'string' && Number.isSafeInteger(version) && (version as number) > 0
}

function migrate(type: RecordType, from: number, data: unknown): unknown {
  let current = data
  for (let version = from; version < versions[type]; version += 1) {
    try {
      current = migrations[type][version]?.(current)
    } catch {
      // A step fails on data that is not what its version wrote: that record is broken, and the rest loads.
      return undefined
    }
    if (current === undefined) return undefined
  }
  return current
}
