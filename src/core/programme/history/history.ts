/** A log read once, in order, into what the decisions ask for. */
import { addDays, daysBetween, type Day } from '../days'
import { checkInLight, duringLight, isHigh, morningLight, worse, type Judged } from './light'
import type {
  AfterEntry,
  CheckInEntry,
  JudgedEntry,
  Log,
  LogEntry,
  MorningEntry,
  OverrideEntry,
  Profile,
  RecoveryEntry,
  SessionEntry,
} from '../log/log'
import { limit } from '../limits'
import { readable } from '../log/merge'
import { because } from '../day/reasons'
import type { Light } from '../terms'

export interface Session {
  readonly entry: SessionEntry
  readonly after: AfterEntry | null
  /** The profile that was in force. */
  readonly profile: Profile
  readonly during: Judged | null
  /** The light of the morning after, or of the check-in that stands in for it; null when neither was answered. */
  readonly morning: Judged | null
  /** Both together: unknown until the morning is answered, unless it is already amber or red. */
  readonly light: Light
}

/** What happened, in order: what a fold over the log walks along. */
export type HistoryEvent =
  | { readonly kind: 'session'; readonly day: Day; readonly session: Session }
  | {
      readonly kind: 'light'
      readonly day: Day
      readonly source: 'after' | 'morning' | 'check-in'
      readonly judged: Judged
    }

export interface History {
  /** The day that the log is read on. */
  readonly day: Day
  readonly profile: Profile | null
  readonly screenRead: Day | null
  readonly sessions: readonly Session[]
  readonly events: readonly HistoryEvent[]
  readonly mornings: ReadonlyMap<Day, MorningEntry>
  readonly checkIns: ReadonlyMap<Day, CheckInEntry>
  /** The last check-in, whatever its day. */
  readonly lastCheckIn: CheckInEntry | null
  readonly overrides: readonly OverrideEntry[]
  readonly ticks: readonly RecoveryEntry[]
  /** Days on which a light was red, earliest first, each once. */
  readonly reds: readonly Day[]
  readonly clockBack: boolean
}

type Draft = { -readonly [K in keyof Session]: Session[K] }

interface Reader {
  profile: Profile | null
  screenRead: Day | null
  lastCheckIn: CheckInEntry | null
  /** Days of high answers. */
  high: Day[]
  stiffness: number[]
  sessions: Draft[]
  byId: Map<string, Draft>
  events: HistoryEvent[]
  mornings: Map<Day, MorningEntry>
  morningLights: Map<Day, Judged>
  checkInLights: Map<Day, Judged>
  checkIns: Map<Day, CheckInEntry>
  overrides: OverrideEntry[]
  ticks: RecoveryEntry[]
}

function note(reader: Reader, answer: { day: Day; pain: number }, profile: Profile): void {
  if (isHigh(answer.pain, profile.usualPain)) reader.high.push(answer.day)
}

/** The light of a session's answer: the morning after, or where that was not asked the first check-in soon after. */
function answerTo(reader: Reader, day: Day): Judged | null {
  const morning = reader.morningLights.get(addDays(day, 1))
  if (morning) return morning
  for (let later = 1; later <= limit('morning.stands-in'); later++) {
    const checkIn = reader.checkInLights.get(addDays(day, later))
    if (checkIn) return checkIn
  }
  return null
}

// Lights are judged against the profile that was in force when the answer was given.
function take(reader: Reader, entry: JudgedEntry): void {
  const { profile } = reader
  const { day } = entry
  switch (entry.kind) {
    case 'profile':
      reader.profile = entry.profile
      return
    case 'screen-read':
      reader.screenRead = day
      return
    case 'session': {
      if (!profile) return
      const session: Draft = { entry, after: null, profile, during: null, morning: null, light: 'unknown' }
      reader.sessions.push(session)
      reader.byId.set(entry.id, session)
      reader.events.push({ kind: 'session', day, session })
      return
    }
    case 'after': {
      const session = reader.byId.get(entry.session)
      if (!profile) return
      const judged = duringLight(entry, profile, reader.high)
      note(reader, entry, profile)
      if (session) Object.assign(session, { after: entry, during: judged })
      reader.events.push({ kind: 'light', day, source: 'after', judged })
      return
    }
    case 'morning': {
      reader.mornings.set(day, entry)
      if (!profile) return
      const judged = morningLight(entry, profile, reader.high, reader.stiffness)
      note(reader, entry, profile)
      reader.stiffness.push(entry.stiffnessMinutes)
      reader.morningLights.set(day, judged)
      reader.events.push({ kind: 'light', day, source: 'morning', judged })
      return
    }
    case 'check-in': {
      reader.checkIns.set(day, entry)
      reader.lastCheckIn = entry
      if (!profile) return
      const judged = checkInLight(entry, profile, reader.high)
      note(reader, entry, profile)
      reader.checkInLights.set(day, judged)
      reader.events.push({ kind: 'light', day, source: 'check-in', judged })
      return
    }
    case 'override':
      reader.overrides.push(entry)
      return
    case 'recovery':
      reader.ticks.push(entry)
      return
    case 'plan':
    case 'deletion':
      return
  }
}

/** Reads a log as it counts on a day. */
export function readHistory(log: Log, day: Day): History {
  // A log only ever grows at its end, so its length and its last entry tell whether it is still the one that was read.
  const known = read.get(log)
  if (known?.history.day === day && known.length === log.length && known.last === log.at(-1))
    return known.history
  const history = readAnew(log, day)
  read.set(log, { length: log.length, last: log.at(-1), history })
  return history
}

// Every decision of a day reads the same log; the cache changes no answer.
const read = new WeakMap<
  Log,
  { readonly length: number; readonly last: LogEntry | undefined; readonly history: History }
>()

function readAnew(log: Log, day: Day): History {
  const { entries, clockBack } = readable(log, day)
  const reader: Reader = {
    profile: null,
    screenRead: null,
    lastCheckIn: null,
    high: [],
    stiffness: [],
    sessions: [],
    byId: new Map(),
    events: [],
    mornings: new Map(),
    morningLights: new Map(),
    checkInLights: new Map(),
    checkIns: new Map(),
    overrides: [],
    ticks: [],
  }
  // What was said before the first profile, say under another clock, is judged by it: nothing is lost.
  reader.profile = entries.find((entry) => entry.kind === 'profile')?.profile ?? null
  for (const entry of entries) take(reader, entry)
  for (const session of reader.sessions) {
    session.morning = answerTo(reader, session.entry.day)
    session.light = worse(session.during?.light ?? 'unknown', session.morning?.light ?? 'unknown')
  }
  const reds = reader.events.flatMap((event) =>
    event.kind === 'light' && event.judged.light === 'red' ? [event.day] : [],
  )
  return { ...reader, day, clockBack, reds: [...new Set(reds)] }
}

/** Whether an amber from pain during a session was answered by a later green: it holds the step, and cuts nothing. */
function isAnswered(event: HistoryEvent, all: readonly HistoryEvent[]): boolean {
  if (event.kind !== 'light' || event.source !== 'after' || event.judged.light !== 'amber') return false
  return all.some(
    (later) =>
      later.kind === 'light' &&
      later.source !== 'after' &&
      later.day > event.day &&
      later.judged.light === 'green',
  )
}

/**
 * The light that stands on the day: the worst of today's answers and of all that was said since the last
 * session, for at most the 48 h that a red light rests.
 */
export function standingLight(history: History): Judged {
  const since = addDays(history.day, -limit('red.rest-days'))
  const last = history.sessions.at(-1)
  const relevant = history.events.filter((event) => event.kind === 'light' && event.day >= since)
  let result: Judged = { light: 'green', why: [] }
  for (const event of relevant) {
    if (event.kind !== 'light') continue
    const old = last !== undefined && event.day < last.entry.day && event.judged.light !== 'red'
    if (isAnswered(event, relevant)) continue
    if (
      !old &&
      worse(result.light, event.judged.light) === event.judged.light &&
      event.judged.light !== result.light
    ) {
      result = event.judged
    }
  }
  const unanswered = last?.light === 'unknown'
  const silent = last === undefined && relevant.length === 0
  if (result.light === 'green' && (unanswered || silent))
    return { light: 'unknown', why: [because('light-missing', {})] }
  return result
}

/** Reds within the window that are not the same flare. */
export function separateReds(history: History): number {
  let counted: Day | null = null
  let count = 0
  for (const day of history.reds) {
    if (daysBetween(day, history.day) >= limit('red.seek-window')) continue
    if (counted !== null && daysBetween(counted, day) < limit('red.apart')) continue
    counted = day
    count++
  }
  return count
}
