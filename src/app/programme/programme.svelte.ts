/**
 * The programme on this device: the log, what follows from it today, and everything that a person may say to it.
 * Nothing here decides; each getter asks the pure programme, and each intent adds one entry.
 */
import {
  basisLost,
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
import {
  checkInOf,
  findUnansweredMorning,
  findUnansweredSession,
  isScreenRead,
  lastOf,
  overridesOf,
  type OpenMorning,
} from './log-queries'
import { SessionUnderWay } from './session-under-way.svelte'
import { deviceClock, Today, type Clock } from './today.svelte'

/** What the device adds to the answers. */
type EntryHead = 'id' | 'seq' | 'day' | 'at' | 'zone' | 'kind'
export type CheckInAnswers = Omit<CheckInEntry, EntryHead>
export type MorningAnswers = Omit<MorningEntry, EntryHead>
export type AfterAnswers = Omit<AfterEntry, EntryHead | 'session'>

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
    return isScreenRead(this.#readable)
  }
  /** Today's check-in, the last one if there were several. */
  get checkedIn(): CheckInEntry | null {
    return checkInOf(this.#readable, this.today)
  }
  /** The morning after the last session, while it is worth asking about. */
  get unansweredMorning(): OpenMorning | null {
    return findUnansweredMorning(this.#readable, this.today)
  }
  /** The last planned session of today that the person has not spoken about yet. */
  get unansweredSession(): SessionEntry | null {
    return findUnansweredSession(this.#readable, this.today)
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
    return this.#keeper.add({ kind: 'screen-read', day: this.#dayNow(), edition: screenEdition })
  }

  saveProfile(profile: Profile): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'profile', day: this.#dayNow(), profile })
  }

  checkIn(answers: CheckInAnswers): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'check-in', day: this.#dayNow(), ...answers })
  }

  /** @param day the morning that the answers are about */
  answerMorning(answers: MorningAnswers, day: Day = this.#dayNow()): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'morning', day, ...answers })
  }

  override(change: OverrideChange): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'override', day: this.#dayNow(), change })
  }

  tickRecovery(item: RecoveryKind, minutes: number): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'recovery', day: this.#dayNow(), item, minutes })
  }

  /** Covers an entry, a set or an earlier deletion. */
  remove(target: string): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'deletion', day: this.#dayNow(), target })
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
    const day = this.#dayNow()
    if (this.underWay !== null && this.brokenOff) {
      if (this.underWay.day === day) return this.underWay
      await this.finishSession()
    }
    const plan = this.#plan
    if (plan.kind !== 'session') return null
    const kept = await this.#keepPlan(plan)
    if (kept === null) return null
    await this.#session.begin(day, plan.items, kept)
    return this.underWay
  }

  /** A plan as it is shown, with its reasons; the same one is kept once. */
  async #keepPlan(plan: Plan): Promise<LogEntry | null> {
    const known = lastOf(this.#readable, 'plan', (entry) => entry.day === plan.day)
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
    return lastOf(this.#readable, 'plan', (entry) => entry.day === session.day)?.plan.askBrace ?? false
  }

  /** Sessions that today's plan was built on when it was begun, and that have been deleted since. */
  get basisLost(): number {
    const begun = lastOf(this.#readable, 'plan', (entry) => entry.day === this.today)
    return begun === null ? 0 : basisLost(begun.plan, this.log).length
  }

  /** Whether the person changed that exercise today. */
  hasOverride(exercise: PlanItem['exercise']): boolean {
    return overridesOf(this.#readable, this.today, exercise).length > 0
  }

  /** Takes back today's changes to an exercise: the plan's own word again. */
  async dropOverride(exercise: PlanItem['exercise']): Promise<void> {
    for (const change of overridesOf(this.#readable, this.today, exercise)) await this.remove(change.id)
  }

  /** Writes the session under way into the log; null when nothing was done in it. */
  finishSession(): Promise<LogEntry | null> {
    return this.#session.finish()
  }

  dropSession(): Promise<void> {
    return this.#session.drop()
  }

  /** A set of the person's own, outside of any plan; of today unless another day is given. */
  keepOwnSet(set: DoneSet, day: Day = this.#dayNow()): Promise<LogEntry | null> {
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

  /** The day at this moment, which may have turned since the clock was last looked at. */
  #dayNow(): Day {
    return this.#today.look()
  }
}
