/**
 * The programme on this device: the log, what follows from it today, and everything that a person may say to it.
 * Nothing here decides; each getter asks the pure programme, and each intent adds one entry.
 */
import {
  append,
  basisLost,
  dayOf,
  addDays,
  daysBetween,
  light,
  mergeLogs,
  nextSeq,
  planDay,
  planWeek,
  portfolio,
  profileOn,
  recoveryFor,
  screenEdition,
  trend,
  type AfterEntry,
  type CheckInEntry,
  type Day,
  type DoneSet,
  type EntryFault,
  type Judged,
  type Log,
  type LogEntry,
  type MorningEntry,
  type OverrideChange,
  type Plan,
  type PlanItem,
  type PortfolioEntry,
  type Profile,
  type RecoveryCard,
  type RecoveryKind,
  type SessionEntry,
  type Trend,
  type TrendKey,
  type WeekDay,
} from '../core/programme'
import { canonical, readable } from '../core/programme/merge'
import { ladders } from '../exercises/ladders'
import type { Store } from '../storage/store'
import { changedEntries } from './log-changes'

/** Where the time comes from, so that a test may move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** IANA name of the zone that the person is in. */
  readonly zone: () => string
}

export const deviceClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

/** Why something was not taken. */
export type ProgrammeFault =
  /** The programme refused the entry: what is wrong with it, and where. */
  | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
  /** The device refused to read or write. */
  | { readonly kind: 'storage'; readonly error: unknown }

type Base = 'id' | 'seq' | 'day' | 'at' | 'zone' | 'kind'
export type CheckInAnswers = Omit<CheckInEntry, Base>
export type MorningAnswers = Omit<MorningEntry, Base>
export type AfterAnswers = Omit<AfterEntry, Base | 'session'>

/** An entry without what the device adds to it. */
type Body<T = LogEntry> = T extends LogEntry ? Omit<T, 'id' | 'seq' | 'at' | 'zone'> & { id?: string } : never

/** A morning after a session that has not been asked or answered yet. */
export interface OpenMorning {
  readonly session: SessionEntry
  /** The morning that the answer is about: the day after the session. */
  readonly day: Day
}

/** Days for which a missed morning can still be remembered well enough. */
const MORNING_REMEMBERED = 2
/** The day may turn while the page is open. */
const LOOK_AT_CLOCK = 30_000

export class Programme {
  readonly #store: Store
  readonly #clock: Clock
  #queue: Promise<unknown> = Promise.resolve()

  #loaded = $state.raw(false)
  #log = $state.raw<Log>([])
  #newer = $state.raw(0)
  #today = $state.raw<Day>('')
  #underWay = $state.raw<SessionEntry | null>(null)
  #fault = $state.raw<ProgrammeFault | null>(null)

  // Each is worked out once for a log and a day, however many screens ask.
  readonly #profile = $derived(profileOn(this.#log, this.#today))
  readonly #light = $derived(light(this.#log, this.#today))
  readonly #plan = $derived(planDay(this.#log, this.#today, ladders))
  readonly #week = $derived(planWeek(this.#log, this.#today, this.#today, ladders))
  readonly #portfolio = $derived(portfolio(this.#log, this.#today))
  readonly #recovery = $derived(recoveryFor(this.#log, this.#today))
  readonly #readable = $derived(readable(this.#log, this.#today).entries)

  constructor(store: Store, clock: Clock = deviceClock) {
    this.#store = store
    this.#clock = clock
    this.lookAtClock()
  }

  /** Whether the log has been read: before that nothing of the rest means anything. */
  get loaded(): boolean {
    return this.#loaded
  }
  get log(): Log {
    return this.#log
  }
  /** Entries written by a newer Keel: kept, and no part of a decision. */
  get newer(): number {
    return this.#newer
  }
  /** The day in the person's zone. */
  get today(): Day {
    return this.#today
  }
  /** Null before the set-up. */
  get profile(): Profile | null {
    return this.#profile
  }
  get light(): Judged {
    return this.#light
  }
  get plan(): Plan {
    return this.#plan
  }
  /** The week of today, from Monday. */
  get week(): WeekDay[] {
    return this.#week
  }
  /** The week of any day, seen from today. */
  weekOf(day: Day): WeekDay[] {
    return planWeek(this.#log, day, this.#today, ladders)
  }
  get portfolio(): PortfolioEntry[] {
    return this.#portfolio
  }
  trend(key: TrendKey): Trend {
    return trend(this.#log, key, this.#today, ladders)
  }
  get recovery(): RecoveryCard {
    return this.#recovery
  }
  recoveryOf(day: Day): RecoveryCard {
    return recoveryFor(this.#log, day)
  }
  /** Whether this edition of the first page has been read. */
  get screenRead(): boolean {
    return this.#readable.some((entry) => entry.kind === 'screen-read' && entry.edition >= screenEdition)
  }
  /** Today's check-in, the last one if there were several. */
  get checkedIn(): CheckInEntry | null {
    return this.#last('check-in', (entry) => entry.day === this.#today)
  }
  /** The morning after the last session, while it is worth asking about. */
  get unansweredMorning(): OpenMorning | null {
    const session = this.#last('session', (entry) => entry.day < this.#today)
    if (session === null) return null
    const day = addDays(session.day, 1)
    if (daysBetween(day, this.#today) >= MORNING_REMEMBERED) return null
    return this.#last('morning', (entry) => entry.day === day) === null ? { session, day } : null
  }
  /** The last planned session of today that the person has not spoken about yet. */
  get unansweredSession(): SessionEntry | null {
    const session = this.#last('session', (entry) => entry.day >= addDays(this.#today, -1))
    if (session === null || session.planned.length === 0) return null
    return this.#last('after', (entry) => entry.session === session.id) === null ? session : null
  }
  /** A session that was begun and not finished, with the sets done so far. */
  get underWay(): SessionEntry | null {
    return this.#underWay
  }
  /** Whether it is worth going on with: something of it was done. */
  get brokenOff(): boolean {
    return this.#underWay !== null && this.#underWay.sets.length > 0
  }
  /** Why the last intent was not taken; null when it was. */
  get fault(): ProgrammeFault | null {
    return this.#fault
  }

  /** Reads the log. May be called by every screen: it is read again only when asked for. */
  async load(): Promise<void> {
    this.lookAtClock()
    if (!this.#loaded) await this.reload()
  }

  /** Reads the log anew, say after everything was deleted. */
  async reload(): Promise<void> {
    await this.#inTurn(async () => {
      try {
        await this.#read()
        this.#underWay = (await this.#store.readSessionDraft()) ?? null
        this.#fault = null
      } catch (error) {
        this.#fault = { kind: 'storage', error }
      }
    })
  }

  /** Looks at the clock now and every half minute, for as long as the page lives. */
  followClock(host: Window): void {
    host.setInterval(() => this.lookAtClock(), LOOK_AT_CLOCK)
    host.addEventListener('focus', () => this.lookAtClock())
    host.document.addEventListener('visibilitychange', () => this.lookAtClock())
  }

  lookAtClock(): void {
    const today = dayOf(this.#clock.now(), this.#clock.zone())
    if (today !== this.#today) this.#today = today
  }

  /** The first page was read and all answers were no. Of a yes nothing is kept. */
  readScreen(): Promise<LogEntry | null> {
    return this.#add({ kind: 'screen-read', day: this.#now(), edition: screenEdition })
  }

  saveProfile(profile: Profile): Promise<LogEntry | null> {
    return this.#add({ kind: 'profile', day: this.#now(), profile })
  }

  checkIn(answers: CheckInAnswers): Promise<LogEntry | null> {
    return this.#add({ kind: 'check-in', day: this.#now(), ...answers })
  }

  /** @param day the morning that the answers are about */
  answerMorning(answers: MorningAnswers, day: Day = this.#now()): Promise<LogEntry | null> {
    return this.#add({ kind: 'morning', day, ...answers })
  }

  override(change: OverrideChange): Promise<LogEntry | null> {
    return this.#add({ kind: 'override', day: this.#now(), change })
  }

  tickRecovery(item: RecoveryKind, minutes: number): Promise<LogEntry | null> {
    return this.#add({ kind: 'recovery', day: this.#now(), item, minutes })
  }

  /** Covers an entry, a set or an earlier deletion. */
  remove(target: string): Promise<LogEntry | null> {
    return this.#add({ kind: 'deletion', day: this.#now(), target })
  }

  /** Takes back the tick of today. */
  async untickRecovery(item: RecoveryKind): Promise<void> {
    const ticks = this.#readable.filter(
      (entry) => entry.kind === 'recovery' && entry.item === item && entry.day === this.#today,
    )
    for (const tick of ticks) await this.remove(tick.id)
  }

  /** Begins today's session: the plan is kept as it is shown, with its reasons. */
  async beginSession(): Promise<SessionEntry | null> {
    const day = this.#now()
    if (this.#underWay !== null && this.#underWay.sets.length > 0) {
      if (this.#underWay.day === day) return this.#underWay
      await this.finishSession()
    }
    const plan = this.#plan
    if (plan.kind !== 'session') return null
    const kept = await this.#keepPlan(plan)
    if (kept === null) return null
    const { seq, at, zone } = kept
    await this.#keepUnderWay({
      kind: 'session',
      id: crypto.randomUUID(),
      seq: seq + 1,
      day,
      at,
      zone,
      planned: plan.items,
      sets: [],
    })
    return this.#underWay
  }

  /** A plan as it is shown, with its reasons; the same one is kept once. */
  async #keepPlan(plan: Plan): Promise<LogEntry | null> {
    const known = this.#last('plan', (entry) => entry.day === plan.day)
    if (known !== null && canonical(known.plan) === canonical(plan)) return known
    return this.#add({ kind: 'plan', day: plan.day, plan })
  }

  /** A set of the session under way is done. */
  async keepSet(set: DoneSet): Promise<void> {
    const session = this.#underWay
    if (session === null || session.sets.some(({ id }) => id === set.id)) return
    await this.#keepUnderWay({ ...session, sets: [...session.sets, set] })
  }

  /** The last set ended because it hurt: only the person can say so. */
  async saySetHurt(): Promise<void> {
    const session = this.#underWay
    const last = session?.sets.at(-1)
    if (!session || !last) return
    await this.#keepUnderWay({ ...session, sets: [...session.sets.slice(0, -1), { ...last, stop: 'pain' }] })
  }

  /** Whether the plan that a session was begun with wanted the brace dial asked. */
  asksBrace(session: SessionEntry): boolean {
    return this.#last('plan', (entry) => entry.day === session.day)?.plan.askBrace ?? false
  }

  /** Sessions that today's plan was built on when it was begun, and that have been deleted since. */
  get basisLost(): number {
    const begun = this.#last('plan', (entry) => entry.day === this.#today)
    return begun === null ? 0 : basisLost(begun.plan, this.#log).length
  }

  /** Whether the person changed that exercise today. */
  hasOverride(exercise: PlanItem['exercise']): boolean {
    return this.#overridesOf(exercise).length > 0
  }

  /** Takes back today's changes to an exercise: the plan's own word again. */
  async dropOverride(exercise: PlanItem['exercise']): Promise<void> {
    for (const change of this.#overridesOf(exercise)) await this.remove(change.id)
  }

  /** Writes the session under way into the log; null when nothing was done in it. */
  async finishSession(): Promise<LogEntry | null> {
    const session = this.#underWay
    if (session === null) return null
    if (session.sets.length === 0) {
      await this.dropSession()
      return null
    }
    const { id, day, planned, sets } = session
    const entry = await this.#add({ kind: 'session', id, day, planned, sets })
    if (entry !== null) await this.dropSession()
    return entry
  }

  async dropSession(): Promise<void> {
    this.#underWay = null
    await this.#attempt(() => this.#store.dropSessionDraft())
  }

  /** A set of the person's own, outside of any plan; of today unless another day is given. */
  keepOwnSet(set: DoneSet, day: Day = this.#now()): Promise<LogEntry | null> {
    return this.#add({ kind: 'session', day, planned: [], sets: [set] })
  }

  /** What the person says of a session when it is over. */
  answerAfter(session: SessionEntry, answers: AfterAnswers): Promise<LogEntry | null> {
    return this.#add({ kind: 'after', day: session.day, session: session.id, ...answers })
  }

  /**
   * Joins another log into this one. Nothing is lost: of two versions of an entry one lies aside.
   * @returns ids that came with different contents; null when the device refused
   */
  async importLog(other: Log): Promise<readonly string[] | null> {
    return this.#inTurn(async () => {
      try {
        await this.#read()
        const { log, conflicts } = mergeLogs(this.#log, other)
        await this.#store.keepEntries(changedEntries(this.#log, log))
        this.#log = log
        this.#fault = null
        return conflicts
      } catch (error) {
        this.#fault = { kind: 'storage', error }
        return null
      }
    })
  }

  /** The exercise as today's plan has it; undefined when it is not in it. */
  itemOf(exercise: PlanItem['exercise']): PlanItem | undefined {
    return this.#plan.items.find((item) => item.exercise === exercise)
  }

  #now(): Day {
    this.lookAtClock()
    return this.#today
  }

  #overridesOf(exercise: PlanItem['exercise']): readonly LogEntry[] {
    return this.#readable.filter(
      (entry) =>
        entry.kind === 'override' &&
        entry.day === this.#today &&
        'exercise' in entry.change &&
        entry.change.exercise === exercise,
    )
  }

  #last<K extends LogEntry['kind']>(
    kind: K,
    wanted: (entry: Extract<LogEntry, { kind: K }>) => boolean,
  ): Extract<LogEntry, { kind: K }> | null {
    const found = this.#readable.findLast(
      (entry) => entry.kind === kind && wanted(entry as Extract<LogEntry, { kind: K }>),
    )
    return (found as Extract<LogEntry, { kind: K }> | undefined) ?? null
  }

  async #read(): Promise<void> {
    const { log, newer } = await this.#store.readLog()
    this.#log = log
    this.#newer = newer
    this.#loaded = true
  }

  /** Adds one entry to what the device holds by then: another tab may have written since. */
  #add(body: Body): Promise<LogEntry | null> {
    return this.#inTurn(async () => {
      try {
        await this.#read()
        const entry = {
          id: crypto.randomUUID(),
          ...body,
          seq: nextSeq(this.#log),
          at: this.#clock.now(),
          zone: this.#clock.zone(),
        } as LogEntry
        const added = append(this.#log, entry, this.#today)
        if (!added.ok) {
          this.#fault = { kind: 'refused', faults: added.faults }
          return null
        }
        await this.#store.keepEntries([entry])
        this.#log = added.log
        this.#fault = null
        return entry
      } catch (error) {
        this.#fault = { kind: 'storage', error }
        return null
      }
    })
  }

  async #keepUnderWay(session: SessionEntry): Promise<void> {
    this.#underWay = session
    await this.#attempt(() => this.#store.keepSessionDraft(session))
  }

  async #attempt(write: () => Promise<void>): Promise<void> {
    try {
      await write()
      this.#fault = null
    } catch (error) {
      this.#fault = { kind: 'storage', error }
    }
  }

  /** One after the other, so that two quick taps never get the same number. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(work)
    this.#queue = next.catch(() => undefined)
    return next
  }
}
