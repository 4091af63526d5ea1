import { expect, it } from 'vitest'
import { exercises } from '../../../src/exercises'
import { kneesBentClose } from '../../../src/exercises/bridge/heel-distance'
import type { SetRecord } from '../../../src/storage/records/schema'
import { aRecord } from '../storage/records'

/** A set whose knees read these angles all through. */
function kneesAt(left: number, right: number, azimuth = 3): SetRecord {
  const record = aRecord('a')
  const time = Array.from({ length: 400 }, (_, i) => i / 10)
  const all = (value: number): number[] => time.map(() => value)
  const series = {
    time,
    hipLeft: all(170),
    hipRight: all(170),
    kneeLeft: all(left),
    kneeRight: all(right),
    drive: all(170),
  }
  return { ...record, analysis: { ...record.analysis, series, view: { ...record.analysis.view, azimuth } } }
}

it('reads the nearer knee at the tops', () => {
  expect(kneesBentClose(kneesAt(58.4, 90).analysis)).toBe(58)
  expect(kneesBentClose(kneesAt(70, 58).analysis)).toBeNull()
})

it('says nothing where the knee was not seen, or from a place that does not show it', () => {
  expect(kneesBentClose(aRecord('a').analysis)).toBeNull()
  expect(kneesBentClose(kneesAt(58, 58, 40).analysis)).toBeNull()
})

it('is said of the bridge alone', () => {
  const { analysis } = kneesAt(58, 58)
  expect(exercises.bridge.remark?.(analysis)).toContain('58°')
  expect(exercises['side-plank'].remark).toBeUndefined()
})
