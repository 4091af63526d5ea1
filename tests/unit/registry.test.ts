/** Every exercise is whole: what its rules name exists, what they judge can be seen, what they flag has words. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { View } from '../../src/core/analysis/model'
import { exerciseIds } from '../../src/core/compiled/exercise-ids'
import { shared, type Threshold } from '../../src/core/thresholds'
import { limits } from '../../src/core/programme'
import { exercises } from '../../src/exercises'
import { drawings } from '../../src/exercises/drawings'
import { explanations } from '../../src/exercises/explanations'
import { ladders } from '../../src/exercises/ladders'
import { outlines } from '../../src/exercises/outlines'
import { clips } from '../support/replay'

const PLACES: readonly View[] = [-85, -60, -30, 0, 30, 60, 85].flatMap((azimuth) =>
  ([true, false, null] as const).map((raised): View => ({
    name: 'unknown',
    azimuth,
    raised,
    near: azimuth === 0 ? 'left' : null,
  })),
)

describe.each(Object.values(exercises))('$id', (exercise) => {
  const { checks } = exercise.rules

  it('has words for every check, and a check for all its words', () => {
    expect(checks.map(({ id }) => id).sort()).toEqual(exercise.checks.map(({ id }) => id).sort())
  })

  it('says in every check what to do and what hides it', () => {
    for (const text of exercise.checks)
      for (const words of [text.name, text.cue, text.gave, text.hidden])
        expect(words.length).toBeGreaterThan(3)
  })

  it('judges each check from some place, or admits that none shows it', () => {
    for (const check of checks) {
      const shown = PLACES.some((view) => check.visible(view))
      expect(shown, check.id).toBe(check.signs.length > 0)
      expect(check.agree, check.id).toBeLessThanOrEqual(Math.max(1, check.signs.length))
    }
  })

  it('has rising grades with room for noise between them', () => {
    for (const { signs } of checks)
      for (const sign of signs) {
        const [mild, moderate, severe] = sign.limits.value.grades
        expect(mild <= moderate && moderate < severe, sign.limits.id).toBe(true)
      }
  })

  it('has a recorded film to be held to', () => {
    expect(clips.some((clip) => clip.exercise === exercise.id)).toBe(true)
  })

  it('has an outline that names its variations', () => {
    const outline = outlines[exercise.id]
    expect(exercise).toMatchObject(outline)
    expect(exercise.variations.length).toBeGreaterThan(0)
  })

  it('is drawn in every variation', () => {
    const { poses, usual } = drawings[exercise.id]
    expect(Object.keys(poses).sort()).toEqual(exercise.variations.map(({ id }) => id).sort())
    expect(poses[usual]).toBeDefined()
  })

  it('looks for each check at joints of the body', () => {
    for (const { id, focus } of exercise.checks)
      for (const side of ['left', 'right', null] as const)
        expect(
          focus(side).joints.every((joint) => joint >= 0 && joint < 33),
          id,
        ).toBe(true)
  })

  it('has a ladder of its own kind, at a place of its own', () => {
    const ladder = ladders[exercise.id]
    expect([ladder.exercise, ladder.kind]).toEqual([exercise.id, exercise.kind])
    expect(exercise.rules.kind).toBe(exercise.kind)
    expect(Object.values(ladders).filter(({ order }) => order === ladder.order)).toHaveLength(1)
  })

  it('has a second place only for what the main one hides', () => {
    const { secondView } = exercise
    if (secondView === undefined) return
    expect(exercise.variations.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...secondView.variations]),
    )
    const view = (azimuth: number): View => ({ name: 'unknown', azimuth, raised: null, near: null })
    for (const id of secondView.checks) {
      const check = checks.find((one) => one.id === id)
      expect([check?.visible(view(0)), check?.visible(view(-75))], id).toEqual([false, true])
    }
  })
})

describe('the tables of thresholds', () => {
  const own = Object.values(exercises).flatMap(({ id, rules }) =>
    Object.values(rules.thresholds).map((row) => ({ exercise: id, row })),
  )
  const judging = [...Object.values(shared.own), ...own.map(({ row }) => row)]

  it('give every number a unit, a reason and a source', () => {
    for (const { id, unit, basis, source } of [...judging, ...Object.values(limits)]) {
      expect(unit, id).not.toBe('')
      expect(basis.length, id).toBeGreaterThan(5)
      expect(source, id).not.toBe('')
    }
    for (const { id, source } of judging) expect(source, id).toMatch(/form|views|clips|real|films|E/)
    for (const { id, source } of Object.values(limits))
      expect(source, id).toMatch(/^(practice|reasoned|published \[)/)
  })

  it('name no threshold twice', () => {
    const ids = judging.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('keep what one exercise is judged by under its name, in its folder', () => {
    for (const { exercise, row } of own) expect(row.id).toMatch(new RegExp(`^${exercise}\\.`))
    for (const id of Object.keys(shared.own))
      expect(Object.keys(exercises).filter((exercise) => id.startsWith(`${exercise}.`))).toEqual([])
  })

  it('hold what every sign and the line of every hold is judged by', () => {
    for (const { rules } of Object.values(exercises)) {
      const used: Threshold[] = rules.checks.flatMap(({ signs, goodForm }) =>
        [...signs, ...(goodForm?.signs ?? [])].map(({ limits }) => limits),
      )
      if (rules.kind === 'hold') used.push(rules.lineLimits)
      for (const row of used) expect(judging).toContain(row)
    }
  })
})

it('lists every folder of exercises, once', () => {
  const folder = path.resolve(import.meta.dirname, '../../src/exercises')
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['compiled', 'shared'].includes(entry.name))
    .map(({ name }) => name)
  expect([...exerciseIds].sort()).toEqual(folders.sort())
  for (const list of [exercises, outlines, ladders, drawings, explanations])
    expect(Object.keys(list)).toEqual(exerciseIds)
  for (const id of exerciseIds) expect([exercises[id].id, outlines[id].id]).toEqual([id, id])
})
