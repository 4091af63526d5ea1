import { describe, expect, it } from 'vitest'
import { barsOf, holds } from '../../../bench/programme/bars'
import { figuresOf, lifeOf, seedOf } from '../../../bench/programme/figures'
import { scenarios } from '../../../bench/programme/scenarios'

/** Thousands before a release: `KEEL_LIVES=200`, or `npm run bench:programme`. */
const LIVES = Number(process.env.KEEL_LIVES ?? Math.ceil(210 / scenarios.length))

describe('people who live with the programme for 26 weeks', () => {
  for (const scenario of scenarios) {
    it(`reaches the bars for ${scenario.name}: ${scenario.says}`, { timeout: 3_600_000 }, () => {
      const lives = Array.from({ length: LIVES }, (_, index) => lifeOf(scenario, seedOf(1, index)))
      const figures = figuresOf(scenario, lives)
      const missed = barsOf(scenario.name)
        .filter((bar) => bar.asserted && !holds(bar, figures))
        .map((bar) => `${bar.says}: ${bar.value(figures)}, must be ${bar.least} to ${bar.most}`)
      expect(missed).toEqual([])
      // People who never train would pass most bars.
      expect(figures.sessionsALife).toBeGreaterThan(10)
    })
  }

  it('lives the same life again from the same seed', () => {
    const [scenario] = scenarios
    if (!scenario) throw new Error('no scenarios')
    expect(lifeOf(scenario, 3)).toEqual(lifeOf(scenario, 3))
    expect(lifeOf(scenario, 3)).not.toEqual(lifeOf(scenario, 4))
  })
})
