import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  isDay,
  isZone,
  mondayOf,
  weekdayOf,
} from '../../../src/core/programme/days'

const utc = (text: string): number => Date.parse(text)

describe('days', () => {
  it('tells days that exist from days that do not', () => {
    expect(['2024-02-29', '2026-12-31', '2000-02-29'].every(isDay)).toBe(true)
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '1900-01-01', '', null].some(
        isDay,
      ),
    ).toBe(false)
  })

  it('agrees with the calendar over eighty years', () => {
    let day = '1970-01-01'
    for (let count = 0; count < 30000; count++) {
      const date = new Date(count * 86400000)
      if (day !== date.toISOString().slice(0, 10)) throw new Error(`${day} at ${count}`)
      if (weekdayOf(day) % 7 !== date.getUTCDay()) throw new Error(`weekday of ${day}`)
      day = addDays(day, 1)
    }
    expect(daysBetween('1970-01-01', day)).toBe(30000)
  })

  it('finds Monday', () => {
    expect(mondayOf('2026-03-08')).toBe('2026-03-02')
    expect(mondayOf('2026-03-02')).toBe('2026-03-02')
  })

  it('counts a night of 23 and one of 25 hours as one night', () => {
    // Berlin goes forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
    expect(dayOf(utc('2026-03-28T22:59:00Z'), 'Europe/Berlin')).toBe('2026-03-28')
    expect(dayOf(utc('2026-03-28T23:00:00Z'), 'Europe/Berlin')).toBe('2026-03-29')
    expect(dayOf(utc('2026-03-29T21:59:00Z'), 'Europe/Berlin')).toBe('2026-03-29')
    expect(dayOf(utc('2026-03-29T22:00:00Z'), 'Europe/Berlin')).toBe('2026-03-30')
    expect(dayOf(utc('2026-10-25T22:59:00Z'), 'Europe/Berlin')).toBe('2026-10-25')
    expect(dayOf(utc('2026-10-25T23:00:00Z'), 'Europe/Berlin')).toBe('2026-10-26')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('follows the person across zones, also those of odd hours and the date line', () => {
    const noon = utc('2026-06-01T11:30:00Z')
    expect(dayOf(noon, 'Pacific/Kiritimati')).toBe('2026-06-02')
    expect(dayOf(noon, 'Pacific/Pago_Pago')).toBe('2026-06-01')
    expect(dayOf(utc('2026-06-01T18:20:00Z'), 'Asia/Kathmandu')).toBe('2026-06-02')
    expect(dayOf(utc('2026-06-01T18:10:00Z'), 'Asia/Kathmandu')).toBe('2026-06-01')
  })

  it('knows zones', () => {
    expect(isZone('America/New_York')).toBe(true)
    expect([isZone('Mars/Olympus'), isZone(''), isZone(3)]).toEqual([false, false, false])
  })
})
