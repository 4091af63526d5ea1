/** Made-up values as bad as JSON can carry them, and real records with one place of them spoilt. */
import fc from 'fast-check'
import { aYear } from '../support/year'
import type { LogEntry } from '../../src/core/programme'
import { seal } from '../../src/storage/records/envelope'
import { logKey, setKey } from '../../src/storage/records/keys'
import type { ExportDocument } from '../../src/storage/records/schema'
import { aRecord } from '../unit/storage/records'

type Incoming = ExportDocument['records'][number]

/** Numbers and texts that break what reads them carelessly. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, '', 0, -0, -1, 1e308, -1e308, 5e-324, 1e21, 2 ** 53],
    ...['NaN', '__proto__', 'constructor', 'toString', '\ud800', '\u0000', '2026-02-30', '9999-12-31'],
    ...['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '=1+1', 'left', 'set', 'log'],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** Any JSON, with keys that name what every object has. */
const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nasty,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('__proto__', 'constructor', 'prototype', 'kind', 'id', 'type', 'version', 'data'),
        fc.string({ maxLength: 6 }),
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value

const year: readonly LogEntry[] = aYear('improver', '2026-11-20', 2)
/** One of each kind of entry, several of a session: what to spoil. */
const samples: readonly Incoming[] = [
  ...[...new Map(year.map((entry) => [entry.kind, entry])).values(), ...year.slice(0, 40)].map((entry) => ({
    key: [...logKey(entry.id)],
    value: seal('log', entry),
  })),
  { key: [...setKey('one')], value: seal('set', aRecord('one')) },
  { key: [...setKey('film')], value: seal('set', aRecord('film', { source: 'film', stopReason: null })) },
]

/** Every place in a value, as the keys that lead to it. */
function placesOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [[]]
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner).map((rest) => [key, ...rest])),
  ]
}

/** The value with another thing, or nothing, at that place. */
function spoil(value: unknown, [key, ...rest]: readonly string[], thing: unknown): unknown {
  if (key === undefined) return thing
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const held = copy as Record<string, unknown>
  if (rest.length === 0 && thing === undefined) Reflect.deleteProperty(held, key)
  else held[key] = spoil(held[key], rest, thing)
  return copy
}

const sample = fc.constantFrom(...samples)
const spoilt: fc.Arbitrary<Incoming> = fc
  .tuple(sample, fc.nat(), fc.oneof(anyJson, fc.constant(undefined)))
  .map(([{ key, value }, at, thing]) => {
    const places = placesOf(value).slice(1)
    return { key, value: spoil(value, places[at % places.length] ?? [], thing) }
  })

const anyKey = fc.array(
  fc.oneof(
    fc.constantFrom('log', 'set', 'aside', 'month', 'settings', 'draft', 'trace', 'one', '__proto__'),
    fc.string({ maxLength: 8 }),
  ),
  { minLength: 1, maxLength: 4 },
)
const wild: fc.Arbitrary<Incoming> = fc.record({ key: anyKey, value: anyJson })

export const hostile = { anyJson, record: fc.oneof(sample, spoilt, spoilt, wild), samples }
