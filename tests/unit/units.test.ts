/** Degrees, seconds and shares of a trunk can't be handed over for one another: the type check fails where one of these lines would pass. */
import { expect, expectTypeOf, it } from 'vitest'
import { elevation, wrapDegrees } from '../../src/core/pose/geometry'
import { limit as programmeLimit } from '../../src/core/programme'
import { limit } from '../../src/core/thresholds'
import type { Degrees, Seconds, TrunkShare } from '../../src/core/units'
import { limit as bridgeLimit } from '../../src/exercises/bridge/thresholds'

it('gives a limit in the unit of its row', () => {
  expectTypeOf(limit('view.side-azimuth')).toEqualTypeOf<Degrees>()
  expectTypeOf(limit('cycle.rest-seconds')).toEqualTypeOf<Seconds>()
  expectTypeOf(limit('person.step')).toEqualTypeOf<TrunkShare>()
  expectTypeOf(bridgeLimit('bridge.flat')).toEqualTypeOf<TrunkShare>()
  expectTypeOf(bridgeLimit('view.side-azimuth')).toEqualTypeOf<Degrees>()
  expectTypeOf(programmeLimit('noise.seconds')).toEqualTypeOf<Seconds>()
  expectTypeOf(limit('tracking.coverage')).toEqualTypeOf<number>()
})

it('takes no other unit, and no plain number, for an angle', () => {
  const angle = elevation({ x: 0, y: 0 }, { x: 1, y: -1 })
  expect(wrapDegrees(angle)).toBeCloseTo(45)
  // @ts-expect-error seconds are no degrees
  wrapDegrees(limit('cycle.rest-seconds'))
  // @ts-expect-error a share of the trunk is no angle
  wrapDegrees(limit('person.step'))
  // @ts-expect-error arithmetic gives a plain number, which has to be named
  wrapDegrees(angle / limit('cycle.rest-seconds'))
})
