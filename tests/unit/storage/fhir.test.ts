/** The R4 structure of what is written, as far as it is used: elements, cardinalities, codes and invariants. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { healthBundle } from '../../../src/storage/transfer/fhir'
import { aRecord } from './records'

z.config({ jitless: true })
const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/)
const code = z.string().regex(/^[^\s]+(\s[^\s]+)*$/)
const uri = z.string().regex(/^\S+$/)
const text = z.string().regex(/^[\s\S]*\S[\s\S]*$/)
/** dateTime with a time: seconds and a zone must stand there. */
const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
const coding = z.strictObject({ system: uri, code, display: text.optional() })
const concept = z.strictObject({ coding: z.array(coding).min(1), text: text.optional() })
const quantity = z
  .strictObject({
    value: z.number(),
    comparator: z.enum(['<', '<=', '>=', '>']).optional(),
    unit: text,
    system: uri,
    code,
  })
  // qty-3: a code needs its system.
  .refine(({ system, code: unit }) => system === 'http://unitsofmeasure.org' && /^(s|\{reps\})$/.test(unit))
const component = z
  .strictObject({
    code: concept,
    valueQuantity: quantity.optional(),
    valueCodeableConcept: concept.optional(),
  })
  .refine((each) => (each.valueQuantity === undefined) !== (each.valueCodeableConcept === undefined))
const reference = z.strictObject({ reference: z.string().startsWith('#') })
const contained = z.discriminatedUnion('resourceType', [
  // Nothing but an id: whoever takes the file says who it is.
  z.strictObject({ resourceType: z.literal('Patient'), id }),
  z.strictObject({
    resourceType: z.literal('Device'),
    id,
    deviceName: z.array(z.strictObject({ name: text, type: z.literal('user-friendly-name') })).min(1),
  }),
])
const observation = z
  .strictObject({
    resourceType: z.literal('Observation'),
    id: id.optional(),
    contained: z.array(contained).min(1),
    status: z.enum(['registered', 'preliminary', 'final', 'amended']),
    code: concept,
    subject: reference,
    // per-1: it does not end before it starts.
    effectivePeriod: z
      .strictObject({ start: dateTime, end: dateTime })
      .refine(({ start, end }) => start <= end),
    valueQuantity: quantity.optional(),
    dataAbsentReason: concept.optional(),
    device: reference,
    component: z.array(component).min(1),
  })
  // obs-6: a reason for an absent value only where there is none.
  .refine(
    ({ valueQuantity, dataAbsentReason }) =>
      (valueQuantity === undefined) !== (dataAbsentReason === undefined),
  )
  // obs-7: the value's own code is not a component's too.
  .refine((each) => each.component.every((part) => part.code.coding[0]?.code !== each.code.coding[0]?.code))
  // dom-3 and references: everything contained is referred to, and the other way about.
  .refine(({ contained: inner, subject, device }) => {
    const ids = inner.map((each) => `#${each.id}`).sort()
    return ids.join() === [subject.reference, device.reference].sort().join()
  })
const bundle = z
  .strictObject({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    timestamp: dateTime,
    entry: z
      .array(z.strictObject({ fullUrl: uri.optional(), resource: observation }))
      .min(1)
      .optional(),
  })
  // bdl-7: a full address stands once.
  .refine(({ entry = [] }) => {
    const urls = entry.flatMap(({ fullUrl }) => (fullUrl === undefined ? [] : [fullUrl]))
    return new Set(urls).size === urls.length
  })

const now = new Date('2026-11-23T09:00:00Z')
const made = (...records: ReturnType<typeof aRecord>[]) =>
  bundle.parse(JSON.parse(JSON.stringify(healthBundle(records, [], now))) as unknown)
const uuid = (last: number): string => `0191f3a0-0000-7000-8000-${String(last).padStart(12, '0')}`

describe('the health record', () => {
  it('holds one observation a set, with its limit in UCUM units and its breakdown', () => {
    const { entry = [] } = made(aRecord(uuid(1)), aRecord(uuid(2)))
    expect(entry.map(({ fullUrl }) => fullUrl)).toEqual([`urn:uuid:${uuid(1)}`, `urn:uuid:${uuid(2)}`])
    const resource = entry[0]?.resource
    expect(resource?.valueQuantity).toMatchObject({ value: 6, code: '{reps}' })
    expect(resource?.valueQuantity?.comparator).toBeUndefined()
    expect(resource?.effectivePeriod).toEqual({
      start: '2026-11-20T07:30:00.000Z',
      end: '2026-11-20T07:30:32.000Z',
    })
    const parts: unknown = Object.fromEntries(
      resource?.component.map((part) => [
        part.code.coding[0]?.code,
        part.valueQuantity?.value ?? part.valueCodeableConcept?.coding[0]?.code,
      ]) ?? [],
    )
    expect(parts).toEqual({
      ...{ reps: 8, 'breakdown-at-rep': 7, 'gave-first': 'lumbar-extension', 'stopped-by': 'form' },
      light: 'unknown',
    })
  })

  it('says "this or more" where form held, and nothing where nobody could see it', () => {
    const record = aRecord(uuid(1), { stopReason: 'plan-complete' })
    const held = made({ ...record, analysis: { ...record.analysis, breakdown: null, steadyLimit: 8 } })
    expect(held.entry?.[0]?.resource.valueQuantity).toMatchObject({ value: 8, comparator: '>=' })

    const reps = record.analysis.reps.map((rep) => ({ ...rep, findings: [] }))
    const unseen = made({ ...record, analysis: { ...record.analysis, breakdown: null, reps } })
    expect(unseen.entry?.[0]?.resource.valueQuantity).toBeUndefined()
    expect(unseen.entry?.[0]?.resource.dataAbsentReason?.text).toBe('Form was not checked')
  })

  it('names nobody and no address of its own, and stays whole when there is nothing', () => {
    expect(made().entry).toBeUndefined()
    const text = JSON.stringify(made(aRecord('a', { secondView: true }), aRecord('odd id')))
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host)
    expect(new Set(hosts)).toEqual(new Set(['unitsofmeasure.org']))
    expect(text).not.toContain('odd id')
  })
})
