/**
 * The programme on this device: the log, what follows from it today, and everything that a person may say to it.
 * Nothing here decides; each getter asks the pure programme, and each intent adds one entry.
 */
import {
  basisLost,
  addDays,
  daysBetween,
  light,
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
} from '../../core/programme'
import { canonical, readable } from '../../core/programme/log/merge'
import { ladders } from '../../exercises/ladders'
import type { Store } from '../../storage/device/store'
import { LogKeeper, type ProgrammeFault } from './log-keeper.svelte'
import { SessionUnderWay } from './session-under-way.svelte'
import { deviceClock, Today, type Clock } from './today.svelte'

type Base = 'id' | 'seq' | 'day' | 'at' | 'zone' | 'kind'
export type CheckInAnswers = Omit<CheckInEntry, Base>
export type MorningAnswers = Omit<MorningEntry, Base>
export type AfterAnswers = Omit<AfterEntry, Base | 'session'>

/** A morning after a session that has not been asked or answered yet. */
export interface OpenMorning {
  readonly session: SessionEntry
  /** The morning that the answer is about: the day after the session. */
  readonly day: Day
}

/** Days for which a missed morning can still be remembered well enough. */
const MORNING_REMEMBERED = 2
export class Programme {
  readonly #today: Today
  readonly #keeper: LogKeeper
  readonly #session: SessionUnderWay

  // Each is worked out once for a log and a day, however many screens ask.
  readonly #profile = $derived(profileOn(this.log, this.today))
  readonly #light = $derived(light(this.log, this.today))
  readonly #plan = $derived(planDay(this.log, this.today, ladders))
  readonly #week = $derived(planWeek(this.log, this.today, this.today, ladders))
  readonly #portfolio = $derived(portfolio(this.log, this.today))
  readonly #recovery = $derived(recoveryFor(this.log, this.today))
  readonly #readable = $derived(readable(this.log, this.today).entries)

  constructor(store: Store, clock: Clock = deviceClock) {
    this.#today = new Today(clock)
    this.#keeper = new LogKeeper(store, this.#today)
    this.#session = new SessionUnderWay(store, this.#keeper)
  }

  /** Whether the log has been read: before that nothing of the rest means anything. */
  get loaded(): boolean {
    return this.#keeper.loaded
  }
  get log(): Log {
    return this.#keeper.log
  }
  /** Entries written by a newer Keel: kept, and no part of a decision. */
  get newer(): number {
    return this.#keeper.newer
  }
  /** The day in the person's zone. */
  get today(): Day {
    return this.#today.day
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
    return planWeek(this.log, day, this.today, ladders)
  }
  get portfolio(): PortfolioEntry[] {
    return this.#portfolio
  }
  trend(key: TrendKey): Trend {
    return trend(this.log, key, this.today, ladders)
  }
  get recovery(): RecoveryCard {
    return this.#recovery
  }
  recoveryOf(day: Day): RecoveryCard {
    return recoveryFor(this.log, day)
  }
  /** Whether this edition of the first page has been read. */
  get screenRead(): boolean {
    return this.#readable.some((entry) => entry.kind === 'screen-read' && entry.edition >= screenEdition)
  }
  /** Today's check-in, the last one if there were several. */
  get checkedIn(): CheckInEntry | null {
    return this.#last('check-in', (entry) => entry.day === this.today)
  }
  /** The morning after the last session, while it is worth asking about. */
  get unansweredMorning(): OpenMorning | null {
    const session = this.#last('session', (entry) => entry.day < this.today)
    if (session === null) return null
    const day = addDays(session.day, 1)
    if (daysBetween(day, this.today) >= MORNING_REMEMBERED) return null
    return this.#last('morning', (entry) => entry.day === day) === null ? { session, day } : null
  }
  /** The last planned session of today that the person has not spoken about yet. */
  get unansweredSession(): SessionEntry | null {
    const session = this.#last('session', (entry) => entry.day >= addDays(this.today, -1))
    if (session === null || session.planned.length === 0) return null
    return this.#last('after', (entry) => entry.session === session.id) === null ? session : null
  }
  /** A session that was begun and not finished, with the sets done so far. */
  get underWay(): SessionEntry | null {
    return this.#session.entry
  }
  /** Whether it is worth going on with: something of it was done. */
  get brokenOff(): boolean {
    return (this.underWay?.sets.length ?? 0) > 0
  }
  /** Why the last intent was not taken; null when it was. */
  get fault(): ProgrammeFault | null {
    return this.#keeper.fault
  }

  /** Reads the log. May be called by every screen: it is read again only when asked for. */
  async load(): Promise<void> {
    this.lookAtClock()
    if (!this.loaded) await this.reload()
  }

  /** Reads the log anew, say after everything was deleted. */
  reload(): Promise<void> {
    return this.#keeper.reload(() => this.#session.read())
  }

  /** Looks at the clock now and every half minute, for as long as the page lives. */
  followClock(host: Window): void {
    this.#today.follow(host)
  }

  lookAtClock(): void {
    this.#today.look()
  }

  /** The first page was read and all answers were no. Of a yes nothing is kept. */
  readScreen(): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'screen-read', day: this.#now(), edition: screenEdition })
  }

  saveProfile(profile: Profile): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'profile', day: this.#now(), profile })
  }

  checkIn(answers: CheckInAnswers): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'check-in', day: this.#now(), ...answers })
  }

  /** @param day the morning that the answers are about */
  answerMorning(answers: MorningAnswers, day: Day = this.#now()): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'morning', day, ...answers })
  }

  override(change: OverrideChange): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'override', day: this.#now(), change })
  }

  tickRecovery(item: RecoveryKind, minutes: number): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'recovery', day: this.#now(), item, minutes })
  }

  /** Covers an entry, a set or an earlier deletion. */
  remove(target: string): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'deletion', day: this.#now(), target })
  }

  /** Takes back the tick of today. */
  async untickRecovery(item: RecoveryKind): Promise<void> {
    const ticks = this.#readable.filter(
      (entry) => entry.kind === 'recovery' && entry.item === item && entry.day === this.today,
    )
    for (const tick of ticks) await this.remove(tick.id)
  }

  /** Begins today's session: the plan is kept as it is shown, with its reasons. */
  async beginSession(): Promise<SessionEntry | null> {
    const day = this.#now()
    if (this.underWay !== null && this.brokenOff) {
      if (this.underWay.day === day) return this.underWay
      await this.finishSession()
    }
    const plan = this.#plan
    if (plan.kind !== 'session') return null
    const kept = await this.#keepPlan(plan)
    if (kept === null) return null
    const { seq, at, zone } = kept
    await this.#session.begin({
      kind: 'session',
      id: crypto.randomUUID(),
      seq: seq + 1,
      day,
      at,
      zone,
      planned: plan.items,
      sets: [],
    })
    return this.underWay
  }

  /** A plan as it is shown, with its reasons; the same one is kept once. */
  async #keepPlan(plan: Plan): Promise<LogEntry | null> {
    const known = this.#last('plan', (entry) => entry.day === plan.day)
    if (known !== null && canonical(known.plan) === canonical(plan)) return known
    return this.#keeper.add({ kind: 'plan', day: plan.day, plan })
  }

  /** A set of the session under way is done. */
  keepSet(set: DoneSet): Promise<void> {
    return this.#session.keepSet(set)
  }

  /** The last set ended because it hurt: only the person can say so. */
  saySetHurt(): Promise<void> {
    return this.#session.sayHurt()
  }

  /** Whether the plan that a session was begun with wanted the brace dial asked. */
  asksBrace(session: SessionEntry): boolean {
    return this.#last('plan', (entry) => entry.day === session.day)?.plan.askBrace ?? false
  }

  /** Sessions that today's plan was built on when it was begun, and that have been deleted since. */
  get basisLost(): number {
    const begun = this.#last('plan', (entry) => entry.day === this.today)
    return begun === null ? 0 : basisLost(begun.plan, this.log).length
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
    const session = this.underWay
    if (session === null) return null
    if (session.sets.length === 0) {
      await this.dropSession()
      return null
    }
    const { id, day, planned, sets } = session
    const entry = await this.#keeper.add({ kind: 'session', id, day, planned, sets })
    if (entry !== null) await this.dropSession()
    return entry
  }

  dropSession(): Promise<void> {
    return this.#session.drop()
  }

  /** A set of the person's own, outside of any plan; of today unless another day is given. */
  keepOwnSet(set: DoneSet, day: Day = this.#now()): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'session', day, planned: [], sets: [set] })
  }

  /** What the person says of a session when it is over. */
  answerAfter(session: SessionEntry, answers: AfterAnswers): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'after', day: session.day, session: session.id, ...answers })
  }

  /**
   * Joins another log into this one. Nothing is lost: of two versions of an entry one lies aside.
   * @returns ids that came with different contents; null when the device refused
   */
  importLog(other: Log): Promise<readonly string[] | null> {
    return this.#keeper.join(other)
  }

  /** The exercise as today's plan has it; undefined when it is not in it. */
  itemOf(exercise: PlanItem['exercise']): PlanItem | undefined {
    return this.#plan.items.find((item) => item.exercise === exercise)
  }

  #now(): Day {
    return this.#today.look()
  }

  #overridesOf(exercise: PlanItem['exercise']): readonly LogEntry[] {
    return this.#readable.filter(
      (entry) =>
        entry.kind === 'override' &&
        entry.day === this.today &&
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
}
