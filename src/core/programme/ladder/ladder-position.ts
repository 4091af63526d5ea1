/**
 * Where an exercise stands on its ladder, folded from the log: what was last asked, what has been proven at that
 * dose, and what still has to be answered.
 */
import type { CheckId } from '../../analysis/model'
import { daysBetween, type Day } from '../days'
import { floorDose, sameDose, work } from './dose'
import { judge, plannedItem, type Judgement, type Outcome } from '../history/session-verdict'
import type { History, HistoryEvent, Session } from '../history/history'
import type { Dose, Ladder, Level } from './ladder'
import { limit } from '../limits'
import type { PlanItem } from '../day/plan-model'
import type { Light, Mixed, Reached } from '../terms'

export interface Rung {
  /** Index into the ladder's levels. */
  readonly level: number
  /** Id of the level that was last done; null before the first session. */
  readonly lastLevel: string | null
  readonly dose: Dose
  /** By level, the dose that last passed there. */
  readonly proven: readonly (Dose | undefined)[]
  /** Sessions that passed in a row at this level and dose. */
  readonly passes: number
  /** Sessions that passed in a row on this level, whatever the dose. */
  readonly levelPasses: number
  /** Sessions of the assessment so far. */
  readonly assessed: number
  /** Whether a session of work was done: then the start is behind. */
  readonly running: boolean
  /** Sessions that form ended early, in a row, at this level and dose. */
  readonly early: number
  /** Whether the last session gave before half of its plan. */
  readonly collapsed: boolean
  /** Red, or amber, that no session has answered yet. */
  readonly red: boolean
  readonly amber: boolean
  /** Day of an amber that came during a session and from nowhere else: a later green answers it. */
  readonly amberDuring: Day | null
  /** How the last full session came out; null before the first. */
  readonly last: Outcome | 'assessed' | null
  /** Of the last session: "rep 8 of 8", and why it was not a pass. */
  readonly done: Reached | null
  readonly because: Mixed | null
  /** What went first, the last time that form gave. */
  readonly check: CheckId | null
  readonly lastDay: Day | null
  /** The light of the last session, during and after together. */
  readonly lastLight: Light
  /** Sessions of the exercise so far. */
  readonly sessions: number
  /** Day of the last look at the limit on this level. */
  readonly capacityDay: Day | null
  /** Day on which the exercise was taken up again after weeks away; looks of before say nothing any more. */
  readonly backSince: Day | null
  readonly firstDay: Day | null
  /** Ids of the sessions that passes were counted on, or of the last one. */
  readonly basis: readonly string[]
}

/** The level at an index, held to the ladder's ends. */
export function levelAt(ladder: Ladder, index: number): Level {
  const level = ladder.levels[Math.min(Math.max(index, 0), ladder.levels.length - 1)]
  if (!level) throw new Error(`the ladder of ${ladder.exercise} has no levels`)
  return level
}

function firstRung(ladder: Ladder, start: number): Rung {
  return {
    level: start,
    lastLevel: null,
    dose: levelAt(ladder, start).start,
    proven: [],
    passes: 0,
    levelPasses: 0,
    assessed: 0,
    running: false,
    early: 0,
    collapsed: false,
    red: false,
    amber: false,
    amberDuring: null,
    last: null,
    done: null,
    because: null,
    check: null,
    lastDay: null,
    lastLight: 'unknown',
    sessions: 0,
    capacityDay: null,
    backSince: null,
    firstDay: null,
    basis: [],
  }
}

/** Whether a session's plan asks for less than the rung it came from. */
function isEasier(rung: Rung, level: number, item: PlanItem, ladder: Ladder): boolean {
  const here = levelAt(ladder, rung.level)
  return level < rung.level || (level === rung.level && work(here, item.base) < work(here, rung.dose))
}

/** Whether a session's plan went down from the rung as red asks; what a person chose for themselves stands. */
function answersRed(rung: Rung, level: number, item: PlanItem, ladder: Ladder): boolean {
  const here = levelAt(ladder, rung.level)
  const atFloor = rung.level === 0 && work(here, rung.dose) <= work(here, floorDose(here))
  return item.overridden || atFloor || isEasier(rung, level, item, ladder)
}

type Draft = { -readonly [K in keyof Rung]: Rung[K] }

/** Passes in a row after a session: a session that proves nothing keeps them, a bad one takes them. */
function passesAfter(passes: number, verdict: Judgement, proves: boolean, going: boolean): number {
  const before = going ? passes : 0
  if (proves && verdict.outcome === 'pass') return before + 1
  return verdict.outcome === 'unknown' || (!proves && verdict.outcome !== 'early') ? before : 0
}

function takeSession(rung: Draft, session: Session, item: PlanItem, ladder: Ladder): void {
  const level = ladder.levels.findIndex((candidate) => candidate.id === item.level)
  if (level < 0) return // a level that this edition of the ladder no longer has
  const { day, id } = session.entry
  const verdict = judge(session, item, ladder.kind)
  const same = rung.last !== null && level === rung.level && sameDose(item.base, rung.dose)
  const rested = rung.lastDay !== null && daysBetween(rung.lastDay, day) >= limit('gap.repeat')
  const going = same && !rested
  const proves = item.mode === 'work'
  const early = verdict.outcome === 'early'
  const passes = passesAfter(rung.passes, verdict, proves, going)
  const looked =
    item.capacity && session.entry.sets.some((set) => set.exercise === item.exercise && set.capacity)

  if (rung.lastDay !== null && daysBetween(rung.lastDay, day) >= limit('gap.less')) rung.backSince = day
  if (level !== rung.level) rung.capacityDay = null
  rung.levelPasses = passesAfter(rung.levelPasses, verdict, proves, level === rung.level)
  if (item.mode === 'assess') rung.assessed++
  rung.running ||= proves
  rung.red &&= !answersRed(rung, level, item, ladder)
  rung.amber &&= proves && !item.overridden && !isEasier(rung, level, item, ladder)
  rung.basis = passes > 1 ? [...rung.basis, id].slice(-limit('level.passes')) : [id]
  rung.passes = passes
  rung.early = early ? (going ? rung.early : 0) + 1 : 0
  rung.collapsed = early && verdict.share < limit('regress.collapse')
  // A lighter day proves nothing and loses nothing: what the last full session showed stands.
  if (item.mode === 'assess') rung.last = 'assessed'
  else if (proves || early || rung.last === null) {
    rung.last = verdict.outcome
    rung.done = verdict.done
    rung.because = verdict.because
  }
  rung.check = verdict.check ?? rung.check
  rung.level = level
  rung.lastLevel = item.level
  rung.dose = item.base
  if (proves && verdict.outcome === 'pass')
    rung.proven = ladder.levels.map((_, at) => (at === level ? item.base : rung.proven[at]))
  rung.lastDay = day
  rung.lastLight = session.light
  rung.firstDay ??= day
  rung.sessions++
  if (looked) rung.capacityDay = day
}

/** A red or amber stands until a session answers it; an amber during a session, until a green morning does. */
function takeLight(rung: Draft, event: Extract<HistoryEvent, { kind: 'light' }>): void {
  const { light } = event.judged
  if (light === 'red') rung.red = true
  if (light === 'amber') {
    rung.amberDuring = event.source !== 'after' ? null : rung.amber ? rung.amberDuring : event.day
    rung.amber = true
  }
  const answered = event.source !== 'after' && rung.amberDuring !== null && event.day > rung.amberDuring
  if (light === 'green' && answered) rung.amber = false
  if (light === 'red' || light === 'amber') {
    rung.passes = 0
    rung.levelPasses = 0
  }
}

/** Folds the log into the rung of one exercise. @param start index of the level at which it begins */
export function rungOf(history: History, ladder: Ladder, start = 0): Rung {
  const rung: Draft = firstRung(ladder, start)
  for (const event of history.events) {
    if (event.kind === 'session') {
      const item = plannedItem(event.session, ladder.exercise)
      const did = event.session.entry.sets.some((set) => set.exercise === ladder.exercise)
      if (item && did) takeSession(rung, event.session, item, ladder)
    } else if (rung.last !== null) takeLight(rung, event)
  }
  return rung
}
