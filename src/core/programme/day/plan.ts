/**
 * The plan of a day: a pure function of the log, the day and the ladders. The same log gives the same plan, and
 * the plan carries its reasons.
 */
import { daysBetween, type Day } from '../days'
import { dayState, noticesOn, type DayState } from './day-kind'
import { work } from '../ladder/dose'
import { readHistory, type History } from '../history/history'
import { buildItems, capFor, sinceLook, type Candidate } from './exercises-of-day'
import type { Ladders } from '../ladder/ladder'
import { limit } from '../limits'
import type { Log } from '../log/log'
import type { Plan, PlanItem } from './plan-model'
import { because } from './reasons'
import { recoveryOn } from './recovery'
import { levelAt } from '../ladder/ladder-position'
import { fitting } from '../prescription/follow'

const change = (candidate: Candidate, changes: Partial<PlanItem>): Candidate => ({
  ...candidate,
  item: { ...candidate.item, ...changes },
})

/** The hardest to keep steady first while fresh; otherwise the listed order. */
function ordered(candidates: readonly Candidate[]): Candidate[] {
  const hard = (candidate: Candidate) => candidate.record?.formShare ?? 0
  const sorted = [...candidates].sort((a, b) => hard(b) - hard(a))
  if (sorted.length < 2) return sorted
  return sorted.map((candidate, index) => {
    if (index === 0 && hard(candidate) > 0) {
      return change(candidate, { why: [...candidate.item.why, because('hardest-first', {})] })
    }
    return candidate
  })
}

/** Whether the day suits a look at the limit: a full session, a green light, no flare behind it. */
function suitsLooks(history: History, state: DayState): boolean {
  const red = history.reds.at(-1)
  const flare = red !== undefined && daysBetween(red, history.day) < limit('red.seek-window')
  return state.mode === 'work' && state.light === 'green' && !flare
}

/**
 * Lets the last set of an exercise run until form gives, or to a cap: about weekly, on a level without a look at
 * once, and in so many exercises a session, those first that were looked at longest ago.
 */
function withLooks(candidates: readonly Candidate[], history: History, state: DayState): Candidate[] {
  if (!suitsLooks(history, state)) return [...candidates]
  const since = ({ rung, unlooked }: Candidate) => (unlooked ? Infinity : sinceLook(rung, history.day))
  const due = candidates.filter(
    (each) =>
      each.item.mode === 'work' &&
      !each.item.overridden &&
      each.rung.last !== 'early' &&
      since(each) >= limit('look.every'),
  )
  const chosen = new Set(
    [...due]
      .sort((a, b) => Number(since(b) > since(a)) - Number(since(a) > since(b)))
      .slice(0, limit('look.a-session')),
  )
  return candidates.map((each) => (chosen.has(each) ? withLook(each) : each))
}

function withLook(candidate: Candidate): Candidate {
  const { ladder, item } = candidate
  const level = ladder.levels.find((each) => each.id === item.level) ?? levelAt(ladder, 0)
  const cap = capFor(ladder, level, limit('look.cap'))
  const why = because('look-limit', { most: cap, kind: ladder.kind })
  return change(candidate, { capacity: true, cap, why: [...item.why, why] })
}

/** Offers a quiet last set where the brace dial was last above quiet: in the steadiest exercise without a step. */
function withQuiet(candidates: readonly Candidate[], history: History, state: DayState): Candidate[] {
  const brace =
    history.sessions.findLast((session) => (session.after?.brace ?? null) !== null)?.after?.brace ?? 0
  if (state.mode !== 'work' || brace <= limit('brace.quiet')) return [...candidates]
  const open = candidates.filter(
    ({ item }) => item.mode === 'work' && !item.capacity && item.step === null && item.dose.sets.length > 1,
  )
  const steadiest = [...open].sort((a, b) => (a.record?.formShare ?? 1) - (b.record?.formShare ?? 1))[0]
  return candidates.map((candidate) =>
    candidate === steadiest
      ? change(candidate, { quiet: true, why: [...candidate.item.why, because('quiet-offer', { brace })] })
      : candidate,
  )
}

function minutesOf(items: readonly PlanItem[], ladders: Ladders): number {
  const seconds = items.reduce((sum, item) => {
    const ladder = ladders[item.exercise]
    const level = ladder.levels.find((candidate) => candidate.id === item.level) ?? levelAt(ladder, 0)
    const sets = item.dose.sets.length * item.sides.length
    return sum + limit('plan.settling') + work(level, item.dose) + Math.max(0, sets - 1) * item.dose.rest
  }, 0)
  return Math.ceil(seconds / 60)
}

function askBrace(history: History): boolean {
  return !history.sessions
    .slice(-limit('brace.every'))
    .some((session) => (session.after?.brace ?? null) !== null)
}

/** The plan from a history that is already read. */
export function planFrom(history: History, ladders: Ladders): Plan {
  const state = dayState(history, ladders)
  const notices = noticesOn(history)
  const { day, profile } = history
  const empty: Plan = {
    day,
    kind: state.kind,
    mode: state.mode,
    light: state.light,
    items: [],
    leftOut: [],
    why: state.why,
    notices,
    offers: state.offers,
    askBrace: false,
    minutes: 0,
    recovery: recoveryOn(history),
  }
  if (state.kind !== 'session' || !profile) return empty
  const built = buildItems(history, profile, state, ladders)
  const { kept, out } = fitting(built.candidates, built.minutes, (items) => minutesOf(items, ladders))
  const all = { leftOut: [...built.leftOut, ...out], notices: [...notices, ...built.notices] }
  if (kept.length === 0) {
    return { ...empty, ...all, kind: 'rest', why: [...state.why, because('all-left-out', {})] }
  }
  const candidates = withQuiet(withLooks(ordered(kept), history, state), history, state)
  const items = candidates.map(({ item }) => item)
  return { ...empty, ...all, items, askBrace: askBrace(history), minutes: minutesOf(items, ladders) }
}

/** What the log asks for on a day: the exercises with their doses and reasons, or why there are none. */
export function planDay(log: Log, day: Day, ladders: Ladders): Plan {
  return planFrom(readHistory(log, day), ladders)
}
