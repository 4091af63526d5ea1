import { describe, expect, it } from 'vitest'
import { floorDose, sameDose, work } from '../../../src/core/programme/ladder/dose'
import type { Dose, Level } from '../../../src/core/programme/ladder/ladder'
import { microStepBack, microSteps } from '../../../src/core/programme/ladder/steps'
import { sayDose, sayStep } from '../../../src/sentences/programme/dose-words'
import { exercises } from '../../../src/exercises'
import { ladders } from '../../../src/exercises/ladders'
import { isSided } from '../../../src/exercises/outlines'

/** The doses of a level when every smallest step is taken, first to last. */
function climb(level: Level): Dose[] {
  const doses = [level.start]
  for (;;) {
    const last = doses.at(-1) ?? level.start
    const steps = microSteps(level, last, null)
    const small = steps.find(({ step }) => step.set !== null) ?? steps[0]
    if (!small) return doses
    doses.push(small.dose)
    if (doses.length > 200) throw new Error(`${level.id} never ends`)
  }
}

describe.each(Object.values(ladders))('the ladder of $exercise', (ladder) => {
  const definition = exercises[ladder.exercise]

  it('names variations that the camera judges, sided as they are', () => {
    for (const level of ladder.levels) {
      expect(definition.variations.map((variation) => variation.id)).toContain(level.variation)
      expect(level.sided).toBe(isSided(definition.id, level.variation))
    }
    expect(ladder.kind).toBe(definition.kind)
  })

  it('eases only on checks that the exercise has', () => {
    expect(definition.checks.map((check) => check.id)).toEqual(
      expect.arrayContaining(Object.keys(ladder.eases)),
    )
  })

  it('has distinct levels, each with sets to its top', () => {
    expect(new Set(ladder.levels.map((level) => level.id)).size).toBe(ladder.levels.length)
    for (const level of ladder.levels) {
      expect(level.topReps.length).toBe(level.start.sets.length)
      expect(level.start.sets.every((set, at) => set.reps <= (level.topReps[at] ?? 0))).toBe(true)
    }
  })

  it('starts every level with no more work than the one below ends with', () => {
    ladder.levels.slice(1).forEach((level, index) => {
      const below = ladder.levels[index]
      if (!below) throw new Error('a level has one below')
      expect(work(level, level.start)).toBeLessThanOrEqual(work(below, climb(below).at(-1) ?? below.start))
    })
  })

  it('has a smallest step of at most a tenth of the work everywhere', () => {
    for (const level of ladder.levels) {
      const doses = climb(level)
      doses.slice(1).forEach((dose, index) => {
        const before = work(level, doses[index] ?? dose)
        expect(work(level, dose) / before, `${level.id} step ${index + 1}`).toBeLessThanOrEqual(1.1 + 1e-9)
      })
    }
  })

  it('goes back from everywhere to the smallest dose, a little at a time', () => {
    for (const level of ladder.levels) {
      let dose = climb(level).at(-1) ?? level.start
      for (let count = 0; count < 200; count++) {
        const back = microStepBack(level, dose, 'range')
        if (!back) break
        expect(work(level, back.dose)).toBeLessThanOrEqual(work(level, dose))
        expect(sameDose(back.dose, dose)).toBe(false)
        dose = back.dose
      }
      expect(sameDose(dose, floorDose(level)), level.id).toBe(true)
    }
  })
})

describe('words', () => {
  it('says doses and steps', () => {
    const level = ladders['side-plank'].levels[1]
    if (!level) throw new Error('there is a second level')
    expect(sayDose(level, 'hold', level.start)).toBe('4-3-3 × 10 s each side')
    expect(sayStep({ axis: 'reps', direction: 'more', by: 1, set: 2 }, 'hold')).toBe('one more hold in set 2')
    expect(sayStep({ axis: 'rest', direction: 'more', by: 5, set: null }, 'reps')).toBe('5 s less rest')
    expect(sayStep({ axis: 'load', direction: 'more', by: 0.5, set: null }, 'reps', 'lb')).toBe('1 lb more')
  })
})
