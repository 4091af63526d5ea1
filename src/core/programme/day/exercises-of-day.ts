/** Today's exercises: each one's decision, cut to what the day and the week hold. */
import type { ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import { daysBetween, type Day } from '../days'
import { sessionsAWeek } from './calendar'
import { decide } from '../ladder/decide'
import type { Decision } from '../ladder/decision'
import type { DayState } from './day-kind'
import { capOf, deloadDose, fitWork, lighterDose, sameDose, topSeconds, work } from '../ladder/dose'
import type { History } from '../history/history'
import { inOrder, type Dose, type Ladders, type Level, type Ladder } from '../ladder/ladder'
import { limit } from '../limits'
import type { OverrideChange, Profile } from '../log/log'
import type { Mode, PlanItem } from './plan-model'
import { portfolioOf, type PortfolioEntry } from '../insight/portfolio'
import { because, type Reason } from './reasons'
import { levelAt, type Rung } from '../ladder/ladder-position'
import { followed, lockOf, openSides, standing } from '../prescription/follow'
import type { Prescription } from '../prescription/prescription'
import { sideDifference } from '../insight/trend'
import { decidingLimit, limitsOn, looksOf, type SteadyLimit } from '../ladder/steady-limit'
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
  readonly ladder: Ladder
  /** Whether the level has no look that counts yet. */
  readonly unlooked: boolean
}

interface Desk {
  readonly history: History
  readonly profile: Profile
  readonly sheet: Prescription
  readonly state: DayState
  /** The ladder as the sheet leaves it, and the whole one. */
  readonly ladder: Ladder
  readonly whole: Ladder
  /** What the sheet changed about where the exercise stands. */
  readonly moved: Reason | null
  readonly rung: Rung
  readonly week: Week
  readonly record: PortfolioEntry | null
  readonly limitOn: (level: Level) => SteadyLimit | null
}

function cutFor(desk: Desk, decision: Decision): { readonly mode: Cut; readonly why: Reason | null } {
  const { state, rung } = desk
  if (state.mode === 'deload') return { mode: 'deload', why: because('mode-deload', {}) }
  // Amber lowers the next session of an exercise even when that comes days later; a setback has lowered it already.
  const level = levelAt(desk.ladder, rung.level)
  const lowered = decision.level < rung.level || work(level, decision.dose) < work(level, rung.dose)
  if (state.mode === 'lighter' || (rung.amber && !state.full && !lowered))
    return { mode: 'lighter', why: because('mode-lighter', {}) }
  return { mode: 'work', why: null }
}

type Cut = Exclude<Mode, 'trimmed' | 'assess'>

const cuts: Readonly<Record<Cut, (dose: Dose) => Dose>> = {
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

/** Where a set that runs until form gives ends in any case: reps, or seconds. */
export function capFor(ladder: Ladder, level: Level, times: number): number {
  const [first] = level.start.sets
  return first ? capOf(level, ladder.kind, first, times * topSeconds(level)) : 0
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
  const { exercise } = desk.ladder
  const order = sidesOf(desk, level)
  const open = openSides({ exercise, sides: order.sides }, desk.sheet)
  const first = asked.dose.sets[0]
  return {
    exercise,
    level: level.id,
    variation: level.variation,
    sides: open.sides,
    base: asked.decision.dose,
    dose: asked.dose,
    mode: asked.mode,
    step: asked.decision.step,
    tempo: { up: level.up, hold: first?.hold ?? 0, down: first?.lower ?? 0 },
    capacity: asked.mode === 'assess',
    cap: asked.mode === 'assess' ? capFor(desk.ladder, level, limit('assess.cap')) : null,
    quiet: false,
    overridden: asked.overridden,
    declinedDeload: desk.state.declinedDeload,
    why: [asked.decision.why, ...asked.why, open.why ?? order.why].filter((reason) => reason !== null),
    basis: desk.rung.basis,
  }
}

function chosenItem(desk: Desk, level: number, dose: Dose): PlanItem {
  const decision: Decision = { level, dose, step: null, why: because('asked-dose', {}) }
  return itemOf(desk, { decision, dose, mode: 'work', overridden: true, why: [] })
}

/** Cuts the decided dose to the day's mode, then to the room that the week has; a reason when there is none. */
function plannedItem(desk: Desk, decision: Decision): PlanItem | Reason {
  const level = levelAt(desk.ladder, decision.level)
  const { mode, why } = cutFor(desk, decision)
  const room = roomToday(desk.week, level, sessionsAWeek(desk.profile), desk.limitOn(level)?.seconds ?? null)
  const one = decision.assess ? { ...decision.dose, sets: decision.dose.sets.slice(0, 1) } : null
  const wanted = one ?? cuts[mode](decision.dose)
  const dose = fitWork(level, wanted, room)
  const percent = Math.round(limit('volume.growth') * 100)
  if (dose === null) return because('week-full', { percent })
  const trimmed = !sameDose(dose, wanted)
  return itemOf(desk, {
    decision,
    dose,
    overridden: desk.state.full,
    mode: one ? 'assess' : trimmed && mode === 'work' ? 'trimmed' : mode,
    why: [desk.moved, why, trimmed ? because('week-trimmed', { percent }) : null],
  })
}

function decisionOf(desk: Desk): Decision {
  const { ladder, whole, rung, week, history, profile, state } = desk
  const decision = decide(ladder, rung, {
    day: history.day,
    light: state.light,
    mayStep: state.mode === 'work',
    deload: state.mode === 'deload',
    limitOn: desk.limitOn,
    week,
    sessionsAWeek: sessionsAWeek(profile),
    weightUnit: profile.weightUnit,
  })
  const top = ladder.levels.at(-1)
  // The end of what the sheet allows is not the top of the ladder.
  if (decision.why.code !== 'hold-top' || !top || ladder.levels.length === whole.levels.length)
    return decision
  return { ...decision, why: because('sheet-ceiling', { exercise: ladder.exercise, level: top.id }) }
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
  /** How long a session may be; null for as long as it takes. */
  readonly minutes: number | null
}

function deskOf(
  history: History,
  profile: Profile,
  state: DayState,
  whole: Ladder,
  sheet: Prescription,
  records: readonly PortfolioEntry[],
): Desk {
  const { ladder, rung, why: moved } = standing(history, whole, sheet)
  const { variation } = levelAt(ladder, rung.level)
  const record =
    records.find((entry) => entry.exercise === ladder.exercise && entry.variation === variation) ?? null
  // Weeks away change the limit: looks of before them say nothing of now.
  const away = rung.lastDay !== null && daysBetween(rung.lastDay, history.day) >= limit('gap.less')
  const since = away ? history.day : (rung.backSince ?? '')
  const looks = looksOf(history, whole.exercise, whole.levels).filter((look) => look.day >= since)
  const limitOn = (level: Level) => decidingLimit(limitsOn(looks, level, history.day))
  const week = weekOf(history, whole)
  return { history, profile, sheet, state, ladder, whole, moved, rung, record, week, limitOn }
}

/** Builds today's exercises in the listed order, and says what is left out and why. */
export function buildItems(history: History, profile: Profile, state: DayState, ladders: Ladders): Built {
  const records = portfolioOf(history)
  const sheet = followed(profile, ladders)
  const candidates: Candidate[] = []
  const leftOut: LeftOut[] = []
  const notices: Reason[] = []
  for (const ladder of inOrder(ladders)) {
    const { exercise } = ladder
    const avoided = ladder.needs.find((position) => profile.avoid.includes(position))
    const locked = lockOf(ladder, sheet)
    if (avoided) leftOut.push({ exercise, why: because('position-avoided', { position: avoided }) })
    else if (locked) leftOut.push({ exercise, why: locked })
    else {
      const desk = deskOf(history, profile, state, ladder, sheet, records)
      const made = todaysItem(desk, notices)
      if ('code' in made) leftOut.push({ exercise, why: made })
      else candidates.push(candidateOf(desk, made))
    }
  }
  return { candidates, leftOut, notices, minutes: sheet.minutes }
}

function candidateOf(desk: Desk, item: PlanItem): Candidate {
  const { ladder, rung, record, limitOn } = desk
  const level = ladder.levels.find((each) => each.id === item.level)
  return { item, rung, record, ladder, unlooked: !level || limitOn(level) === null }
}

/** An item that has a side left; the reason where the sheet left none. */
function withSides(desk: Desk, made: PlanItem | Reason): PlanItem | Reason {
  if ('code' in made || made.sides.length > 0) return made
  return openSides(made, desk.sheet).why ?? because('sheet-locked', {})
}

function todaysItem(desk: Desk, notices: Reason[]): PlanItem | Reason {
  const change = todaysChange(desk.history, desk.ladder.exercise)
  if (change?.what === 'skip') return because('asked-skip', {})
  if (change?.what === 'dose') {
    const level = desk.ladder.levels.findIndex((candidate) => candidate.id === change.level)
    if (level >= 0) return withSides(desk, chosenItem(desk, level, change.dose))
    const { exercise, levels } = desk.whole
    const over = levels.some(({ id }) => id === change.level)
    notices.push(
      over
        ? because('override-ceiling', { exercise, level: change.level })
        : because('override-unknown', { level: change.level }),
    )
  }
  return withSides(desk, plannedItem(desk, decisionOf(desk)))
}

/** Whole days since the exercise was last looked at on its level. */
export function sinceLook(rung: Rung, day: Day): number {
  return rung.capacityDay === null ? Infinity : daysBetween(rung.capacityDay, day)
}
