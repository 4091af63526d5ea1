/** Every exercise, check and fault has its page: words, a figure, and a place. */
import { describe, expect, it } from 'vitest'
import { href, parseRoute } from '../../src/app/route'
import { exercises } from '../../src/exercises'
import { explanations } from '../../src/exercises/explanations'
import { limitsOf, placeOf } from '../../src/ui/learn/explain'
import { faultFigure } from '../../src/ui/learn/figures'
import { m } from '../../src/words/compiled/messages'

describe.each(Object.values(exercises))('the explanation pages of $id', (exercise) => {
  const explanation = explanations[exercise.id]

  it('have steps, what stays open and sources', () => {
    expect(explanation.steps.length).toBeGreaterThan(1)
    expect(explanation.sources.length).toBeGreaterThan(0)
    expect(explanation.cannot.length).toBeGreaterThan(20)
  })

  it.each(exercise.rules.checks)('explain $id: how it looks, how it is measured, from where', (check) => {
    const words = explanation.checks[check.id]
    expect(words?.looks.length).toBeGreaterThan(20)
    expect(words?.how.length).toBeGreaterThan(20)
    expect(placeOf(exercise, check)).toMatch(/\.$/)
    for (const { name, grades } of limitsOf(exercise.id, check)) {
      expect(name).not.toBe(m.learn_measure_other())
      expect(grades[0]).not.toBeNull()
    }
  })

  it('explain no check that the rules do not have', () => {
    const judged = exercise.rules.checks.map(({ id }) => id)
    expect(Object.keys(explanation.checks).filter((id) => !judged.includes(id))).toEqual([])
  })
})

describe.each(Object.values(exercises))('the figures of $id', (exercise) => {
  it.each(exercise.checks)('$id shows a fault that differs from the steady pose, and where', ({ id }) => {
    const fault = explanations[exercise.id].checks[id]?.fault
    if (fault === undefined) throw new Error(`${id} is not drawn`)
    const figure = faultFigure(fault)
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
