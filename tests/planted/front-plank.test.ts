/**
 * An exercise that exists only as a folder goes through all of Keel, and nothing else was told of it: a set, a plan,
 * a session, a record, an export and what is made of it, and its pages.
 */
import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import { nextSentences } from '../../src/app/programme/session-words'
import { setOf, stepsOf } from '../../src/app/programme/session-steps'
import { href, parseRoute, type Route } from '../../src/app/route'
import { headFor, SetRecorder } from '../../src/app/set/recording/set-recorder'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import { exerciseIds } from '../../src/core/compiled/exercise-ids'
import type { AnalysisEvent } from '../../src/core/analysis/model'
import { append, type LogEntry } from '../../src/core/programme'
import { exercises } from '../../src/exercises'
import { ladders } from '../../src/exercises/ladders'
import { facingOf, placementWish } from '../../src/sentences/set/placement-words'
import { nameOf, verdict } from '../../src/sentences/set/set-words'
import { Store } from '../../src/storage/device/store'
import { setRecordSchema, type SetRecord } from '../../src/storage/records/schema'
import { partsTable, setsTable } from '../../src/storage/transfer/csv'
import { healthBundle } from '../../src/storage/transfer/fhir'
import { parseExport } from '../../src/storage/transfer/import/parse'
import { planImport } from '../../src/storage/transfer/import/plan'
import PlanDrawing from '../../src/ui/choose/PlanDrawing.svelte'
import LearnCheck from '../../src/ui/learn/LearnCheck.svelte'
import LearnExercise from '../../src/ui/learn/LearnExercise.svelte'
import FirstVisit from '../../src/ui/today/FirstVisit.svelte'
import { curveOf, layOut } from '../../src/ui/review/trace/trace'
import { m } from '../../src/words/compiled/messages'
import { overwriteGetLocale } from '../../src/words/compiled/runtime'
import words from '../fixtures/exercises/front-plank/words/en.json'
import { exportEverything } from '../support/export-everything'
import { madePlank } from '../support/made-plank'
import { Diary, monday } from '../unit/programme/diary'
import { memoryDb } from '../unit/storage/memory'

// A page would ask the browser for its language.
overwriteGetLocale(() => 'en')

// The compiler knows only the exercises of `src/exercises`.
const ID = 'front-plank' as (typeof exerciseIds)[number]
const now = new Date('2026-03-02T18:30:00.000Z')

/** A set as the camera makes one; its hips sag from the tenth second on. */
function aSet(variation: string | null = 'on-toes'): {
  record: SetRecord
  events: readonly AnalysisEvent[]
} {
  const head = headFor(
    { source: 'camera', exercise: ID, variation, side: null, target: null },
    'planted-1',
    new Date('2026-03-02T17:30:00.000Z'),
    'Europe/Berlin',
  )
  const recorder = new SetRecorder(
    head,
    createAnalyser({ exercise: exercises[ID], variation, side: null, raised: null }),
  )
  const frames = madePlank(20, (time) => Math.max(0, Math.min(13, 3 * (time - 10))))
  const events = frames.flatMap((frame) => recorder.step(frame))
  return { record: recorder.finish('form'), events }
}

it('is one of the exercises, in its own place', () => {
  expect(exerciseIds).toContain(ID)
  expect(Object.keys(exercises)).toEqual(Object.keys(ladders))
  expect(exercises[ID].name).toBe('Front plank')
})

describe('a hold that is seen from the side', () => {
  const { record, events } = aSet(null)
  const { analysis } = record

  it('keeps its view, its variation and no side', () => {
    expect(analysis.view.name).toBe('side')
    expect(record.variation).toBe('on-toes')
    expect([record.side, ...analysis.holds.map(({ side }) => side)]).toEqual([null, null])
  })

  it('ends where form gave, and says so', () => {
    expect(events.filter(({ kind }) => kind === 'stop')).toHaveLength(1)
    expect(analysis.breakdown?.check).toBe('hip-sag')
    expect(analysis.steadyLimit).toBeGreaterThan(10)
    expect(verdict(record)).toContain('your hips began to sag')
    expect(nameOf(record)).toBe('Front plank, on the toes')
  })

  it('tires by its own limit: dips that another plank would not count', () => {
    const dips = madePlank(20, (time) => (time > 5 && time % 3 < 1 ? 4 : 0))
    const analyser = createAnalyser({ exercise: exercises[ID], variation: null, side: null })
    for (const frame of dips) analyser.step(frame)
    const corrections = analyser.finish().fatigue.find(({ id }) => id === 'corrections')
    const mildOf = (id: (typeof exerciseIds)[number]): number => {
      const { rules } = exercises[id]
      return rules.kind === 'hold' ? rules.lineLimits.value.grades[0] : NaN
    }
    expect(mildOf(ID)).toBeLessThan(4)
    expect(mildOf('side-plank')).toBeGreaterThan(4)
    expect(corrections?.change).toBeGreaterThanOrEqual(3)
  })

  it('is drawn as the line of a body, with its own caption', () => {
    expect(curveOf(record)).toMatchObject({ unit: '°', caption: words.front_plank_curve })
    expect(layOut(record, 800, 300).lines.length).toBeGreaterThan(0)
  })
})

describe('a planned session', () => {
  const diary = new Diary({}, monday, ladders)
  diary.checkIn(monday)
  const item = diary.item(monday, ID)
  const [step] = stepsOf([item])
  if (step === undefined) throw new Error('no step')

  it('has it, at its lowest level', () => {
    expect(item).toMatchObject({ level: 'knees-10', variation: 'on-knees', sides: [null] })
  })

  it('says what comes next, with the start position and no side', () => {
    const said = nextSentences(null, step)
    expect(said).toContain('Front plank')
    expect(said).toContain(exercises[ID].startPosition)
  })

  it('asks the camera to stand beside it', () => {
    const plan = { exercise: ID, variation: 'on-toes', side: null, target: null, raised: null }
    expect(facingOf(plan)).toBe('side')
    expect(placementWish(plan, 'side')).toEqual({ facing: 'side', reaches: false, side: null })
  })

  it('keeps the set in the log', () => {
    const { record } = aSet('on-knees')
    const done = setOf(record, {
      level: item.level,
      side: null,
      dose: step.dose,
      capacity: false,
      quiet: false,
    })
    expect(done.holds).toHaveLength(1)
    const entry = {
      kind: 'session',
      id: 'session-1',
      seq: diary.log.length + 1,
      day: monday,
      at: now.getTime(),
      zone: 'Europe/Berlin',
      planned: [item],
      sets: [done],
    } satisfies LogEntry
    expect(append(diary.log, entry, monday)).toMatchObject({ ok: true })
  })
})

describe('a record', () => {
  const { record } = aSet()

  it('is read back, exported and taken in on another device', async () => {
    expect(setRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
    const store = new Store(memoryDb())
    await store.keepSet(record)
    const file = JSON.stringify(await exportEverything(store, now))
    const other = new Store(memoryDb())
    const plan = planImport(parseExport(file), await other.everything(), now)
    expect([plan.sets.fresh, plan.refused]).toEqual([1, []])
    await other.keepRecords(plan.writes)
    const { sets } = await other.history()
    expect(sets).toMatchObject([{ id: record.id, exercise: ID, gave: 'hip-sag' }])
    expect(sets[0]?.done).toBeGreaterThan(15)
  })

  it('is a table row of seconds', () => {
    const [names = '', row = ''] = setsTable([record], []).split('\r\n')
    const cells = Object.fromEntries(names.split(',').map((name, at) => [name, row.split(',')[at]]))
    expect(cells).toMatchObject({ exercise: ID, variation: 'on-toes', unit: 's', view: 'side', side: '' })
    expect(Number(cells.done)).toBeGreaterThan(15)
    expect(partsTable([record]).split('\r\n')[1]).toContain(',hold,')
  })

  it('is an observation in seconds', () => {
    expect(healthBundle([record], [], now)).toMatchObject({
      entry: [
        {
          resource: {
            code: { coding: [{ code: 'steady-limit.front-plank.on-toes' }] },
            valueQuantity: { unit: 's' },
          },
        },
      ],
    })
  })
})

describe('its pages', () => {
  it.each<Exclude<Route, { page: 'unknown' }>>([
    { page: 'learn', exercise: ID, check: 'chin-tuck' },
    { page: 'trend', exercise: ID, variation: 'on-toes', side: null },
    {
      page: 'live',
      plan: { exercise: ID, variation: 'on-toes', side: null, target: 30, raised: null },
    },
  ])('have addresses: $page', (route) => {
    expect(parseRoute(href(route))).toEqual(route)
  })

  it('explain it', () => {
    const { body } = render(LearnExercise, { props: { exercise: ID } })
    for (const text of [words.front_plank_step_1, words.front_plank_cannot, words.front_plank_hip_sag])
      expect(body).toContain(text)
  })

  it.each(exercises[ID].checks)('explain its check $id', ({ id, name }) => {
    const { body } = render(LearnCheck, { props: { exercise: ID, check: id } })
    expect(body).toContain(name)
    expect(body).not.toContain(m.learn_measure_other())
  })

  it('show it on the first visit and from above', () => {
    expect(render(FirstVisit, { props: { first: true, screenRead: false } }).body).toContain('Front plank')
    const { body } = render(PlanDrawing, { props: { exercise: ID } })
    expect(body).toContain(m.live_plan_side())
    expect(body).not.toContain('thin')
  })

  it.each([
    ['es', 'Plancha frontal'],
    ['de', 'Unterarmstütz'],
  ] as const)('speak its words in %s', (locale, name) => {
    const messages: Readonly<Record<string, unknown>> = m
    const said = messages.front_plank_name as (inputs: object, options: { locale: string }) => string
    expect(said({}, { locale })).toBe(name)
  })
})
