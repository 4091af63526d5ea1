import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { live } from './lives'
import { kinds } from './people'

/** People of each kind. A long run of thousands: `KEEL_PEOPLE=500`, about ten minutes. */
const PEOPLE = Number(process.env.KEEL_PEOPLE ?? 30)

describe('26 weeks of simulated people', () => {
  for (const kind of kinds) {
    it(`keeps every law for ${PEOPLE} ${kind} people`, { timeout: 3_600_000 }, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
          expect(live(kind, seed).slice(0, 3)).toEqual([])
        }),
        { numRuns: PEOPLE, seed: 7, endOnFailure: true },
      )
    })
  }
})
