/** Today's exercises: each one's decision, cut to what the day and the week hold. */
import type { ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import { addDays, daysBetween, type Day } from '../days'
import { sessionsAWeek } from './calendar'
import { decide, type Decision } from '../ladder/decide'
import type { DayState } from './day-kind'
import { deloadDose, fitWork, floorDose, lighterDose, sameDose, work } from '../ladder/dose'
import type { History } from '../history/history'
import { inOrder, type Dose, type Ladders, type Level, type Ladder } from '../ladder/ladder'
import { limit } from '../limits'
import type { OverrideChange, Profile } from '../log/log'
import type { Mode, PlanItem } from './plan-model'
import { portfolioOf, type PortfolioEntry } from '../insight/portfolio'
import { because, type Reason } from './reasons'
import { levelAt, rungOf, type Rung } from '../ladder/ladder-position'
import { sideDifference } from '../insight/trend'
import { roomToday, weekOf, type Week } from './volume'

export interface LeftOut {
  readonly exercise: ExerciseId
  readonly why: Reason
}

/** An exercise on today's plan, with what ordering and the checks look at. */
export interface Candidate {
  readonly item: PlanItem
  readonly rung: Rung
  readonly record: PortfolioEntry | null
}

interface Desk {
  readonly history: History
  readonly profile: Profile
  readonly state: DayState
  readonly ladder: Ladder
  readonly rung: Rung
  readonly week: Week
  readonly record: PortfolioEntry | null
}

function cutFor(
  desk: Desk,
  decision: Decision,
): { readonly mode: Exclude<Mode, 'trimmed'>; readonly why: Reason | null } {
  const { state, rung } = desk
  if (state.mode === 'deload') return { mode: 'deload', why: because('mode-deload', {}) }
  // Amber lowers the next session of an exercise even when that comes days later; a setback has lowered it already.
  const level = levelAt(desk.ladder, rung.level)
  const lowered = decision.level < rung.level || work(level, decision.dose) < work(level, rung.dose)
  if (state.mode === 'lighter' || (rung.amber && !state.full && !lowered))
    return { mode: 'lighter', why: because('mode-lighter', {}) }
  return { mode: 'work', why: null }
}

const cuts: Readonly<Record<Exclude<Mode, 'trimmed'>, (dose: Dose) => Dose>> = {
  work: (dose) => dose,
  lighter: lighterDose,
  deload: deloadDose,
}

/** The weaker side first where there is one; otherwise the sides take turns in going first. */
function sidesOf(
  desk: Desk,
  level: Level,
): { readonly sides: PlanItem['sides']; readonly why: Reason | null } {
  if (!level.sided) return { sides: [null], why: null }
  const difference = sideDifference(desk.history, desk.ladder, level.variation)
  const first: Side = difference?.weaker ?? (desk.rung.sessions % 2 === 0 ? 'left' : 'right')
  const sides: readonly Side[] = first === 'left' ? ['left', 'right'] : ['right', 'left']
  return { sides, why: difference ? because('weaker-first', { side: first }) : null }
}

interface Asked {
  readonly decision: Decision
  readonly dose: Dose
  readonly mode: Mode
  readonly overridden: boolean
  readonly why: readonly (Reason | null)[]
}

function itemOf(desk: Desk, asked: Asked): PlanItem {
  const level = levelAt(desk.ladder, asked.decision.level)
  const { sides, why } = sidesOf(desk, level)
  const first = asked.dose.sets[0]
  return {
    exercise: desk.ladder.exercise,
    level: level.id,
    variation: level.variation,
    sides,
    base: asked.decision.dose,
    dose: asked.dose,
    mode: asked.mode,
    step: asked.decision.step,
    tempo: { up: level.up, hold: first?.hold ?? 0, down: first?.lower ?? 0 },
    capacity: false,
    quiet: false,
    overridden: asked.overridden,
    declinedDeload: desk.state.declinedDeload,
    why: [asked.decision.why, ...asked.why, why].filter((reason) => reason !== null),
    basis: desk.rung.basis,
  }
}

function chosenItem(desk: Desk, level: number, dose: Dose): PlanItem {
  const decision: Decision = { level, dose, step: null, why: because('asked-dose', {}) }
  return itemOf(desk, { decision, dose, mode: 'work', overridden: true, why: [] })
}

/** Cuts the decided dose to the day's mode, then to the room that the week has; a reason when there is none. */
function plannedItem(desk: Desk, decision: Decision, extra: readonly Reason[]): PlanItem | Reason {
  const level = levelAt(desk.ladder, decision.level)
  const { mode, why } = cutFor(desk, decision)
  const wanted = cuts[mode](decision.dose)
  const dose = fitWork(level, wanted, roomToday(desk.week, level, sessionsAWeek(desk.profile)))
  const percent = Math.round(limit('volume.growth') * 100)
  if (dose === null) return because('week-full', { percent })
  const trimmed = !sameDose(dose, wanted)
  return itemOf(desk, {
    decision,
    dose,
    overridden: desk.state.full,
    mode: trimmed && mode === 'work' ? 'trimmed' : mode,
    why: [...extra, why, trimmed ? because('week-trimmed', { percent }) : null],
  })
}

function smallest(ladder: Ladder, decision: Decision): Decision {
  const level = levelAt(ladder, decision.level)
  const floor = floorDose(level)
  return work(level, floor) < work(level, decision.dose)
    ? { ...decision, dose: floor, step: null }
    : { ...decision, step: null }
}

/** Until when the exercise is left out because the back did not like it; null when it is not. */
function pausedUntil(desk: Desk): Day | null {
  if (desk.record?.standing !== 'not-for-now' || desk.rung.lastDay === null) return null
  const until = addDays(desk.rung.lastDay, limit('pause.days'))
  return desk.history.day < until ? until : null
}

function decisionOf(desk: Desk): Decision {
  const { ladder, rung, week, history, profile, state } = desk
  return decide(ladder, rung, {
    day: history.day,
    light: state.light,
    mayStep: state.mode === 'work',
    week,
    sessionsAWeek: sessionsAWeek(profile),
    weightUnit: profile.weightUnit,
  })
}

function todaysChange(
  history: History,
  exercise: ExerciseId,
): Extract<OverrideChange, { what: 'skip' | 'dose' }> | null {
  for (const entry of history.overrides.toReversed()) {
    const { change } = entry
    if (
      entry.day === history.day &&
      (change.what === 'skip' || change.what === 'dose') &&
      change.exercise === exercise
    )
      return change
  }
  return null
}

export interface Built {
  readonly candidates: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
  readonly notices: readonly Reason[]
}

function deskOf(
  history: History,
  profile: Profile,
  state: DayState,
  ladder: Ladder,
  records: readonly PortfolioEntry[],
): Desk {
  const rung = rungOf(history, ladder)
  const { variation } = levelAt(ladder, rung.level)
  const record =
    records.find((entry) => entry.exercise === ladder.exercise && entry.variation === variation) ?? null
  return { history, profile, state, ladder, rung, record, week: weekOf(history, ladder) }
}

/** Of exercises that all would pause, the one that the back liked best stays, at its smallest. */
function keptOf(desks: readonly Desk[]): Desk | undefined {
  if (desks.length === 0 || desks.some((desk) => pausedUntil(desk) === null)) return undefined
  return [...desks].sort((a, b) => (b.record?.greenShare ?? 0) - (a.record?.greenShare ?? 0))[0]
}

/** Builds today's exercises in the listed order, and says what is left out and why. */
export function buildItems(history: History, profile: Profile, state: DayState, ladders: Ladders): Built {
  const records = portfolioOf(history)
  const candidates: Candidate[] = []
  const leftOut: LeftOut[] = []
  const notices: Reason[] = []
  const desks: Desk[] = []
  for (const ladder of inOrder(ladders)) {
    const { exercise } = ladder
    const avoided = ladder.needs.find((position) => profile.avoid.includes(position))
    if (avoided) leftOut.push({ exercise, why: because('position-avoided', { position: avoided }) })
    else desks.push(deskOf(history, profile, state, ladder, records))
  }
  const kept = keptOf(desks)
  for (const desk of desks) {
    const { exercise } = desk.ladder
    const made = todaysItem(desk, desk === kept, notices)
    if ('code' in made) leftOut.push({ exercise, why: made })
    else candidates.push({ item: made, rung: desk.rung, record: desk.record })
  }
  return { candidates, leftOut, notices }
}

function todaysItem(desk: Desk, kept: boolean, notices: Reason[]): PlanItem | Reason {
  const change = todaysChange(desk.history, desk.ladder.exercise)
  if (change?.what === 'skip') return because('asked-skip', {})
  if (change?.what === 'dose') {
    const level = desk.ladder.levels.findIndex((candidate) => candidate.id === change.level)
    if (level >= 0) return chosenItem(desk, level, change.dose)
    notices.push(because('override-unknown', { level: change.level }))
  }
  const until = pausedUntil(desk)
  if (until !== null && !kept) return because('not-for-now', { until })
  const decision = decisionOf(desk)
  if (desk.record?.standing === 'not-for-now')
    return plannedItem(desk, smallest(desk.ladder, decision), [because('trial-again', {})])
  return plannedItem(desk, decision, [])
}

/** Whole days since the exercise was last looked at, for the capacity check. */
export function sinceLook(rung: Rung, day: Day): number {
  const last = rung.capacityDay ?? rung.firstDay
  return last === null ? 0 : daysBetween(last, day)
}
