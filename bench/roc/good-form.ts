/**
 * How far clean people differ in each sign of good form, and what of a fault shows beyond them. The people are all
 * rendered films and those of real people whose form an eye called good; each counts once, by the middle of their reps.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readTraceFile } from '../../scripts/analyse-trace'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import { showsGoodForm } from '../../src/core/analysis/good-form'
import type { ExerciseId, SetAnalysis, View } from '../../src/core/analysis/model'
import type { ExerciseRules, GoodForm, Measures, StandardSign } from '../../src/core/analysis/rules'
import type { PoseFrame, Side } from '../../src/core/pose/frame'
import { deviation, median } from '../../src/core/pose/geometry'
import type { Measurement } from '../../src/core/pose/measure'
import { limit } from '../../src/core/thresholds'
import { exercises } from '../../src/exercises'
import type { RenderedTruth } from '../accuracy/rendered-truth'
import type { RealTruth } from '../accuracy/score-real'

const fixtures = path.resolve(import.meta.dirname, '../../tests/fixtures')
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(fixtures, file), 'utf8'))

/** The fault that each check looks for, and the size from which it must be flagged. */
const LOOKS_FOR: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'lumbar-extension': { lumbar_arch: 15 },
  'hip-overextension': { lumbar_arch: 15 },
  'leg-high': { leg_overlift: 12 },
  'short-range': { rom_loss: 0.2 },
  'knee-valgus': { knee_valgus: 12 },
  'hip-sag': { hip_sag: 10 },
  'hip-high': { hip_pike: 10 },
}

/** What a sign reads without the body's own zero. */
const WITHOUT_ZERO: Readonly<Record<string, string>> = {
  tilt: 'trunk',
  hollow: 'sagitta',
  trunkRise: 'trunk',
  bellyRise: 'belly',
}

/** A rep, or a second of a hold. */
interface Piece {
  readonly view: View
  readonly measures: Readonly<Record<string, number>>
  readonly faults: Readonly<Record<string, number>>
}

interface Person {
  readonly exercise: ExerciseId
  readonly pieces: readonly Piece[]
}

/** Runs the analyser with rules that tell what they read. */
function analyse(exercise: ExerciseId, frames: readonly PoseFrame[], rules: ExerciseRules): SetAnalysis {
  const analyser = createAnalyser({
    exercise: { ...exercises[exercise], rules },
    variation: null,
    side: null,
  })
  for (const frame of frames) analyser.step(frame)
  return analyser.finish()
}

const seenIn = (measures: Measures): Record<string, number> =>
  Object.fromEntries(
    Object.entries(measures).map(([name, { value, coverage }]) => [
      name,
      coverage >= limit('tracking.coverage') ? value : NaN,
    ]),
  )

function piecesOf(
  exercise: ExerciseId,
  frames: readonly PoseFrame[],
  faultsOf: (piece: number) => Readonly<Record<string, number>>,
): readonly Piece[] {
  const { rules } = exercises[exercise]
  if (rules.kind === 'reps') {
    const told: { from: number; view: View; measures: Measures }[] = []
    const { reps } = analyse(exercise, frames, {
      ...rules,
      summarise: (rep) => {
        const summary = rules.summarise(rep)
        if (!rep.open)
          told.push({ from: rep.all[0]?.time ?? NaN, view: rep.view, measures: summary.measures })
        return summary
      },
    })
    return reps.flatMap(({ index, start, complete }) => {
      const of = told.findLast(({ from }) => Math.abs(from - start) < 0.1)
      return complete && of
        ? [{ view: of.view, measures: seenIn(of.measures), faults: faultsOf(index - 1) }]
        : []
    })
  }
  const told: { time: number; measures: Readonly<Record<string, number>> }[] = []
  const { holds, view } = analyse(exercise, frames, {
    ...rules,
    sample: (m: Measurement, side: Side | null) => {
      const sample = rules.sample(m, side)
      told.push({ time: m.time, measures: sample.measures })
      return sample
    },
  })
  return holds.flatMap(({ start, end }) =>
    Array.from({ length: Math.max(0, Math.floor(end) - Math.ceil(start) - 2) }, (_, i) => {
      const second = Math.ceil(start) + 1 + i
      const within = told.filter(({ time }) => time >= second && time < second + 1)
      const line = median(within.map(({ measures }) => measures.line ?? NaN))
      return { view, measures: { line }, faults: faultsOf(second) }
    }),
  )
}

const rendered = (): readonly Person[] =>
  (read('rendered.json') as readonly RenderedTruth[]).map(({ name, exercise, faults, seconds }) => ({
    exercise,
    pieces: piecesOf(
      exercise,
      readTraceFile(path.join(fixtures, 'traces', `${name}.ktr.gz`)),
      (piece) => (exercise === 'side-plank' ? seconds : faults)[piece] ?? {},
    ),
  }))

const real = (): readonly Person[] =>
  (read('real/truth.json') as readonly RealTruth[])
    .filter(({ goodForm }) => goodForm === true)
    .map(({ name, exercise }) => ({
      exercise,
      pieces: piecesOf(exercise, readTraceFile(path.join(fixtures, 'real', `${name}.ktr.gz`)), () => ({})),
    }))

interface Spread {
  readonly people: number
  readonly mean: number
  /** 1 SD between people. */
  readonly apart: number
  readonly lowest: number
  readonly highest: number
}

function spreadOf(people: readonly Person[], goodForm: GoodForm, measure: string): Spread {
  const middles = people.flatMap(({ pieces }) => {
    const clean = pieces.filter(
      ({ view, faults }) =>
        showsGoodForm(goodForm, view) && Object.values(faults).every((size) => size === 0),
    )
    const middle = median(clean.map(({ measures }) => measures[measure] ?? NaN))
    return Number.isFinite(middle) ? [middle] : []
  })
  const mean = middles.reduce((sum, value) => sum + value, 0) / middles.length
  return {
    people: middles.length,
    mean,
    apart: deviation(middles),
    lowest: Math.min(...middles),
    highest: Math.max(...middles),
  }
}

/** Standard deviations beyond which 1% of a normal spread lies, on one side. */
const ONE_PERCENT = 2.33

function row(
  people: readonly Person[],
  check: string,
  goodForm: GoodForm,
  { measure, worse, limits }: StandardSign,
): string {
  const { people: count, mean, apart, lowest, highest } = spreadOf(people, goodForm, measure)
  if (count === 0) return `${check} ${measure}`.padEnd(30) + ' nobody shows it'
  const edge = mean + worse * ONE_PERCENT * apart
  const wanted = LOOKS_FOR[check] ?? {}
  const faulty = people.flatMap(({ pieces }) =>
    pieces.flatMap(({ view, measures, faults }) => {
      const value = measures[measure] ?? NaN
      const over = Object.entries(wanted).some(([fault, from]) => (faults[fault] ?? 0) >= from)
      return over && showsGoodForm(goodForm, view) && Number.isFinite(value) ? [value] : []
    }),
  )
  const beyond = (limit: number): string =>
    faulty.length === 0
      ? '-'
      : `${faulty.filter((value) => (value - limit) * worse >= 0).length}/${faulty.length}`
  const digits = apart < 0.5 ? 2 : 1
  return [
    `${check} ${measure}`.padEnd(30),
    `${count} people`.padStart(10),
    `${mean.toFixed(digits)} ± ${apart.toFixed(digits)}`.padStart(14),
    `${lowest.toFixed(digits)} to ${highest.toFixed(digits)}`.padStart(16),
    `${edge.toFixed(digits)} (${beyond(edge)})`.padStart(18),
    `${String(limits.value.moderate)} (${beyond(limits.value.moderate)})`.padStart(20),
    String(limits.value.clear).padStart(8),
    limits.unit,
  ].join(' ')
}

/** Prints the table, exercise by exercise; in brackets the share of faulty reps or seconds beyond a value. */
export function printGoodForm(): void {
  const all = [...rendered(), ...real()]
  console.log(
    '\nGood form: clean people, each by the middle of their reps, and what of a fault lies beyond them\n',
  )
  console.log(
    'sign'.padEnd(41),
    'mean ± 1 SD'.padStart(14),
    'from to'.padStart(16),
    'at 1% (caught)'.padStart(18),
    'limit (caught)'.padStart(20),
    'clear',
  )
  for (const [exercise, { rules }] of Object.entries(exercises)) {
    console.log(`\n${exercise}`)
    const people = all.filter((person) => person.exercise === exercise)
    for (const { id, goodForm } of rules.checks)
      for (const sign of goodForm?.signs ?? []) {
        if (!goodForm) continue
        console.log(row(people, id, goodForm, sign))
        const raw = WITHOUT_ZERO[sign.measure]
        if (raw === undefined) continue
        const before = spreadOf(people, goodForm, raw)
        console.log(
          `  without the body's own zero, ${raw}`.padEnd(41),
          `${before.mean.toFixed(1)} ± ${before.apart.toFixed(1)}`.padStart(14),
          `${before.lowest.toFixed(1)} to ${before.highest.toFixed(1)}`.padStart(16),
        )
      }
  }
}
