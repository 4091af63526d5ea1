/** Every exercise, check and fault has its page: words in all three languages, a figure, and a place. */
import { describe, expect, it } from 'vitest'
import { href, parseRoute } from '../../src/app/route'
import { exercises } from '../../src/exercises'
import { explanationOf, limitsOf, openOf, placeOf, stepsOf } from '../../src/ui/learn/explain'
import { faultFigure } from '../../src/ui/learn/figures'
import { m } from '../../src/words/compiled/messages'
import { overwriteGetLocale } from '../../src/words/compiled/runtime'

describe.each(['en', 'es', 'de'] as const)('the explanation pages (%s)', (locale) => {
  it.each(Object.values(exercises))(
    '$id has its steps, its places and a page for every check',
    (exercise) => {
      overwriteGetLocale(() => locale)
      expect(stepsOf(exercise.id)).toHaveLength(3)
      expect(openOf(exercise.id).length).toBeGreaterThan(20)
      for (const check of exercise.rules.checks) {
        const words = explanationOf(exercise.id, check.id)
        expect(words?.looks.length, check.id).toBeGreaterThan(20)
        expect(words?.how.length, check.id).toBeGreaterThan(20)
        expect(placeOf(exercise, check), check.id).toMatch(/\.$/)
        for (const { name, grades } of limitsOf(check)) {
          expect(name, check.id).not.toBe(m.learn_measure_other())
          expect(grades[0], check.id).not.toBeNull()
        }
      }
    },
  )
})

it('says other words in other languages', () => {
  const looks = (['en', 'es', 'de'] as const).map((locale) => {
    overwriteGetLocale(() => locale)
    return explanationOf('bridge', 'knee-valgus')?.looks
  })
  expect(new Set(looks).size).toBe(3)
  overwriteGetLocale(() => 'en')
})

describe.each(Object.values(exercises))('the figures of $id', (exercise) => {
  it.each(exercise.checks)('$id shows a fault that differs from the steady pose, and where', ({ id }) => {
    const figure = faultFigure(exercise.id, id)
    expect(figure).not.toBeNull()
    if (figure === null) return
    const { lit, ...faulty } = figure.faulty
    expect(lit.length).toBeGreaterThan(0)
    expect(figure.steady.lit).toEqual([])
    expect({ ...faulty, lit: [] }).not.toEqual(figure.steady)
    for (const [x, y] of [...lit, ...faulty.beats, faulty.head])
      expect(x > 4 && x < 236 && y > 8 && y < 128, `${String(x)} ${String(y)}`).toBe(true)
  })
})

it('says from where a check shows as the rule itself does', () => {
  const place = (exercise: keyof typeof exercises, id: string): string => {
    const check = exercises[exercise].rules.checks.find((one) => one.id === id)
    if (check === undefined) throw new Error(`no check ${id}`)
    return placeOf(exercises[exercise], check)
  }
  expect(place('bridge', 'knee-valgus')).toBe(m.learn_place_head())
  expect(place('bridge', 'pelvic-drop')).toBe(m.learn_place_none())
  expect(place('bridge', 'short-range')).toBe(m.learn_place_side())
  expect(place('side-plank', 'hip-flexion')).toBe(m.learn_place_front_raised())
  expect(place('side-plank', 'trunk-roll')).toBe(m.learn_place_front_flag())
})

it('has an address for every page, and none for what there is not', () => {
  for (const exercise of Object.values(exercises)) {
    const whole = { page: 'learn', exercise: exercise.id, check: null } as const
    expect(parseRoute(href(whole))).toEqual(whole)
    for (const { id } of exercise.checks) {
      const route = { page: 'learn', exercise: exercise.id, check: id } as const
      expect(parseRoute(href(route))).toEqual(route)
    }
  }
  expect(parseRoute('#/learn')).toEqual({ page: 'learn', exercise: null, check: null })
  expect(parseRoute('#/learn/camera')).toEqual({ page: 'unseen' })
  expect(parseRoute(href({ page: 'unseen' }))).toEqual({ page: 'unseen' })
  expect(parseRoute('#/learn/squat').page).toBe('unknown')
  expect(parseRoute('#/learn/bridge/7%3Cb%3E').page).toBe('unknown')
})
