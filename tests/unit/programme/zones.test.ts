import { describe, expect, it } from 'vitest'
import { dayOf, usableZone } from '../../../src/core/programme/days'

describe('a zone that can be used', () => {
  it('is the given one where the machine knows it', () => {
    expect(usableZone('Europe/Berlin', 0)).toBe('Europe/Berlin')
  })

  it.each([
    ['Etc/Unknown', 0, 'UTC'],
    ['Foo/Bar', -120, 'Etc/GMT-2'],
    ['', 300, 'Etc/GMT+5'],
    [undefined, -330, 'Etc/GMT-5'],
    [42, NaN, 'UTC'],
    ['Foo/Bar', 99_999, 'UTC'],
  ])('is made from the offset for %s at %d minutes west', (zone, west, usable) => {
    expect(usableZone(zone, west)).toBe(usable)
    expect(dayOf(Date.UTC(2026, 0, 15, 12), usableZone(zone, west))).toMatch(/^2026-01-1[56]$/)
  })
})
