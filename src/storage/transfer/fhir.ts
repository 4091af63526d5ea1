/**
 * Sets as a health record: a FHIR R4 Bundle (type collection) with one Observation a set. The value is the steady
 * limit; where form held it is "this or more", and where no form could be judged there is none. Nobody is named:
 * the subject is an empty placeholder, for whoever takes the file to fill.
 */
import type { Log } from '../../core/programme'
import { unitOf } from '../../exercises/outlines'
import { lightsOf } from './csv'
import type { SetRecord } from '../records/schema'
import { summarise } from '../records/summary'

/** Keel's own names for what it measures: a name that is nobody's address. */
const CODES = 'urn:uuid:4b65656c-0000-5000-8000-6b65656c2d31'
/** The names that the standard itself prescribes for units and for why a value is absent. */
const UCUM = 'http://unitsofmeasure.org'
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

interface Concept {
  readonly coding: readonly { readonly system: string; readonly code: string }[]
  readonly text: string
}
interface Quantity {
  readonly value: number
  readonly comparator?: '>='
  readonly unit: string
  readonly system: string
  readonly code: string
}
interface Component {
  readonly code: Concept
  readonly valueQuantity?: Quantity
  readonly valueCodeableConcept?: Concept
}

const concept = (code: string, text = code.replaceAll(/[-.]/g, ' ')): Concept => ({
  coding: [{ system: CODES, code }],
  text,
})

const round = (value: number): number => Math.round(value * 100) / 100

function quantity(value: number, unit: 'reps' | 's', atLeast = false): Quantity {
  return {
    value: round(value),
    ...(atLeast ? { comparator: '>=' } : {}),
    unit,
    system: UCUM,
    code: unit === 's' ? 's' : '{reps}',
  }
}

const number = (code: string, value: number, unit: 'reps' | 's'): Component => ({
  code: concept(code),
  valueQuantity: quantity(value, unit),
})
const word = (code: string, value: string): Component => ({
  code: concept(code),
  valueCodeableConcept: concept(value),
})

function componentsOf(record: SetRecord, light: string): Component[] {
  const { analysis, target, side } = record
  const unit = unitOf(analysis.exercise)
  const breakdown = analysis.breakdown
  return [
    number(unit === 's' ? 'longest-hold' : 'reps', summarise(record).done, unit),
    ...(target === null ? [] : [number('target', target, unit)]),
    ...(side === null ? [] : [word('side', side)]),
    ...(breakdown === null
      ? []
      : [
          breakdown.rep === null
            ? number('breakdown-at', breakdown.seconds - (analysis.holds[0]?.start ?? 0), 's')
            : number('breakdown-at-rep', breakdown.rep, 'reps'),
          word('gave-first', breakdown.check),
          ...(breakdown.side === null ? [] : [word('breakdown-side', breakdown.side)]),
        ]),
    word('stopped-by', record.stopReason ?? 'film-end'),
    word('light', light),
  ]
}

/** Seconds from the first to the last moment of work. */
function lengthOf({ analysis: { reps, holds } }: SetRecord): number {
  const parts = [...reps, ...holds]
  if (parts.length === 0) return 0
  return Math.max(0, Math.max(...parts.map(({ end }) => end)) - Math.min(...parts.map(({ start }) => start)))
}

function observation(record: SetRecord, light: string): object {
  const { exercise, variation, analysis } = record
  const began = Date.parse(record.startedAt)
  const unit = unitOf(exercise)
  const name = [exercise, variation ?? 'unknown'].join('.')
  return {
    resourceType: 'Observation',
    ...(/^[A-Za-z0-9\-.]{1,64}$/.test(record.id) ? { id: record.id } : {}),
    contained: [
      { resourceType: 'Patient', id: 'person' },
      {
        resourceType: 'Device',
        id: 'keel',
        deviceName: [{ name: 'Keel', type: 'user-friendly-name' }],
      },
    ],
    status: 'final',
    code: concept(`steady-limit.${name}`, `Steady limit: ${name.replaceAll(/[-.]/g, ' ')}`),
    subject: { reference: '#person' },
    effectivePeriod: {
      start: new Date(began).toISOString(),
      end: new Date(began + lengthOf(record) * 1000).toISOString(),
    },
    ...(summarise(record).judged
      ? { valueQuantity: quantity(analysis.steadyLimit, unit, analysis.breakdown === null) }
      : {
          dataAbsentReason: {
            coding: [{ system: ABSENT, code: 'not-performed' }],
            text: 'Form was not checked',
          },
        }),
    device: { reference: '#keel' },
    component: componentsOf(record, light),
  }
}

/** @param records looks from a second camera place stay out: they are no measure of a limit */
export function healthBundle(records: readonly SetRecord[], log: Log, now: Date): object {
  const lightOn = lightsOf(log)
  const entry = records
    .filter(({ secondView }) => secondView !== true)
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .map((record) => ({
      ...(isUuid(record.id) ? { fullUrl: `urn:uuid:${record.id}` } : {}),
      resource: observation(record, lightOn(record.day)),
    }))
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now.toISOString(),
    // An array must not be empty.
    ...(entry.length > 0 ? { entry } : {}),
  }
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
