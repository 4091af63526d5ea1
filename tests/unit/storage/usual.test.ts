import { describe, expect, it } from 'vitest'
import { Store } from '../../../src/storage/device/store'
import { openSet } from '../../../src/storage/records/schema'
import type { SetRecord } from '../../../src/storage/records/schema'
import { seal } from '../../../src/storage/records/envelope'
import { memoryDb } from './memory'
import { aRecord } from './records'

const measured = (hip: number, side: 'left' | null = null) => ({
  side,
  view: 'side' as const,
  azimuth: 3,
  measures: { hip },
})

function aSet(id: string, changes: Partial<SetRecord['analysis']>, head: Partial<SetRecord> = {}): SetRecord {
  const record = aRecord(id, head)
  return {
    ...record,
    analysis: { ...record.analysis, breakdown: null, baselines: [measured(185)], ...changes },
  }
}

const read = (store: Store, today = '2026-11-21') => store.usual.read('bridge', 'double-leg', today)

describe("what somebody's best form measured", () => {
  it('is the last good set of the exercise and variation, from each place and side', async () => {
    const store = new Store(memoryDb())
    await store.usual.keep(aSet('a', {}))
    await store.usual.keep(aSet('b', { baselines: [measured(190), measured(170, 'left')] }))
    await store.usual.keep(aSet('c', { baselines: [measured(150)] }, { variation: 'march' }))
    expect((await read(store)).map(({ side, measures }) => [side, measures.hip])).toEqual([
      [null, 190],
      ['left', 170],
    ])
  })

  it('is left as it was by a set that was off from the start, began lower, or was filmed', async () => {
    const store = new Store(memoryDb())
    await store.usual.keep(aSet('a', {}))
    const off = { rep: 1, seconds: 3, side: null, check: 'short-range', fromStart: true } as const
    const lower = [{ check: 'short-range', side: null, value: 20, unit: 'deg' }]
    await store.usual.keep(aSet('b', { breakdown: off, baselines: [measured(160)] }))
    await store.usual.keep(aSet('c', { lowerThanUsual: lower, baselines: [measured(165)] }))
    await store.usual.keep(aSet('d', { baselines: [measured(170)] }, { source: 'film' }))
    expect((await read(store)).map(({ measures }) => measures.hip)).toEqual([185])
  })

  it('does not count when it is old, and goes with its set', async () => {
    const store = new Store(memoryDb())
    const set = aSet('a', {})
    await store.keepSet(set)
    await store.usual.keep(set)
    expect(await read(store, '2027-03-20')).toHaveLength(1)
    expect(await read(store, '2027-03-21')).toEqual([])
    await store.deleteSet('a')
    expect(await read(store)).toEqual([])
  })

  it('is in no export, as it is made from the sets', async () => {
    const store = new Store(memoryDb())
    await store.usual.keep(aSet('a', {}))
    expect(await store.everything()).toEqual([])
  })
})

it('reads sets that were kept before there was anything of it', () => {
  const { baselines, lowerThanUsual, ...older } = aRecord('a').analysis
  expect([baselines, lowerThanUsual]).toEqual([[], []])
  const opened = openSet(seal('set', { ...aRecord('a'), analysis: older }))
  expect(opened).toEqual({ state: 'ok', value: aRecord('a') })
})
