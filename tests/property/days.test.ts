/** Days in zones that change their clocks: each comes once, none is skipped or done twice but by the zone itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween } from '../../src/core/programme/days'

const QUARTER = 15 * 60_000
const HOUR = 3_600_000
/** The zone, the hours of its shortest and of its longest day of 2026. */
const ZONES = [
  ['Europe/Berlin', 23, 25],
  ['America/New_York', 23, 25],
  ['America/Santiago', 23, 25],
  ['Australia/Lord_Howe', 23.5, 24.5],
  ['Africa/Casablanca', 23, 25],
  ['Asia/Kathmandu', 24, 24],
  ['Pacific/Kiritimati', 24, 24],
] as const

describe.each(ZONES)('a year in %s', (zone, shortest, longest) => {
  it('has each day once, in order, and days as long as its clocks make them', () => {
    const hours = new Map<string, number>()
    let last = ''
    for (let at = Date.parse('2025-12-31T00:00Z'); at < Date.parse('2027-01-02T00:00Z'); at += QUARTER) {
      const day = dayOf(at, zone)
      if (day !== last && last !== '') expect([day, daysBetween(last, day)]).toEqual([addDays(last, 1), 1])
      hours.set(day, (hours.get(day) ?? 0) + QUARTER / HOUR)
      last = day
    }
    const year = [...hours].filter(([day]) => day.startsWith('2026'))
    expect(year).toHaveLength(365)
    const lengths = year.map(([, length]) => length)
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([shortest, longest])
  })
})

describe('an instant', () => {
  const instant = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') })
  const zone = fc.constantFrom(...ZONES.map(([name]) => name))

  it('has a day that never goes back as time goes on, and follows within 25 hours', () => {
    fc.assert(
      fc.property(instant, zone, fc.nat({ max: 60 * HOUR }), (at, name, later) => {
        const passed = daysBetween(dayOf(at, name), dayOf(at + later, name))
        expect(passed).toBeGreaterThanOrEqual(Math.floor(later / (25 * HOUR)))
        expect(passed).toBeLessThanOrEqual(Math.ceil(later / (23 * HOUR)))
      }),
      { numRuns: 2000 },
    )
  })

  it('lies at most two days apart in any two zones', () => {
    fc.assert(
      fc.property(instant, zone, zone, (at, one, other) => {
        expect(Math.abs(daysBetween(dayOf(at, one), dayOf(at, other)))).toBeLessThanOrEqual(2)
      }),
      { numRuns: 2000 },
    )
  })
})
