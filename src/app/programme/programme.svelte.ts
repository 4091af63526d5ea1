/**
 * The programme on this device: the log, what follows from it today, and everything that a person can enter. Decides
 * nothing itself: getters ask the pure programme in core, and intents add one entry each.
 */
import {
  addDays,
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
import type { ExerciseId } from '../../core/analysis/model'
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

/** How far ahead the next time of an exercise is looked for. */
const NEXT_WITHIN_DAYS = 10

export class Programme {
  readonly #today: Today
  readonly #keeper: LogKeeper
  readonly #session: SessionUnderWay

  // Each is computed once per log and day, however many screens read it.
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

  /** Whether the log has been read. Nothing else here is valid before. */
  get loaded(): boolean {
    return this.#keeper.loaded
  }
  get log(): Log {
    return this.#keeper.log
  }
  /** Number of entries written by a newer Keel: kept, but ignored. */
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
  /** The next day that an exercise is planned on, if nothing more is said until then; null where none is near. */
  nextTime(exercise: ExerciseId): { readonly day: Day; readonly item: PlanItem } | null {
    const first = this.plan.kind === 'session' && this.underWay === null ? 0 : 1
    for (let ahead = first; ahead < NEXT_WITHIN_DAYS; ahead++) {
      const day = addDays(this.today, ahead)
      const plan = planDay(this.log, day, ladders)
      const item = plan.kind === 'session' && plan.items.find((one) => one.exercise === exercise)
      if (item) return { day, item }
    }
    return null
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
  /** Whether a set of the session under way was done, so that it is worth going on with. */
  get canGoOn(): boolean {
    return (this.underWay?.sets.length ?? 0) > 0
  }
  /** Why the last entry was not taken; null when it was. */
  get fault(): ProgrammeFault | null {
    return this.#keeper.fault
  }

  /** Reads the log, unless it has been read already. */
  async load(): Promise<void> {
    this.lookAtClock()
    if (!this.loaded) await this.reload()
  }

  /** Reads the log again, for example after everything was deleted. */
  reload(): Promise<void> {
    return this.#keeper.reload(() => this.#session.read())
  }

  /** Looks at the clock every half minute, for as long as the page is open. */
  followClock(host: Window): void {
    this.#today.follow(host)
  }

  lookAtClock(): void {
    this.#today.look()
  }

  /** Notes that the first page was read and all answers were no. A yes is not kept. */
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

  /** Deletes an entry or a set, or undoes an earlier deletion. @param target its id */
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

  /** Begins today's session, and keeps the plan as it is shown, with its reasons. */
  async beginSession(): Promise<SessionEntry | null> {
    const day = this.#dayNow()
    if (this.underWay !== null && this.canGoOn) {
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

  /** Keeps a plan with its reasons, unless the same one is kept already. */
  async #keepPlan(plan: Plan): Promise<LogEntry | null> {
    const known = lastOf(this.#readable, 'plan', (entry) => entry.day === plan.day)
    if (known !== null && canonical(known.plan) === canonical(plan)) return known
    return this.#keeper.add({ kind: 'plan', day: plan.day, plan })
  }

  /** Adds a set to the session under way. */
  keepSet(set: DoneSet): Promise<void> {
    return this.#session.keepSet(set)
  }

  /** Notes that the last set ended because of pain, which only the person can tell. */
  saySetHurt(): Promise<void> {
    return this.#session.sayHurt()
  }

  /** Whether the plan of a session asks how hard the person braced. */
  asksBrace(session: SessionEntry): boolean {
    return lastOf(this.#readable, 'plan', (entry) => entry.day === session.day)?.plan.askBrace ?? false
  }

  /** Number of sessions that today's plan was based on and that have been deleted since. */
  get basisLost(): number {
    const begun = lastOf(this.#readable, 'plan', (entry) => entry.day === this.today)
    return begun === null ? 0 : basisLost(begun.plan, this.log).length
  }

  /** Whether the person changed that exercise today. */
  hasOverride(exercise: PlanItem['exercise']): boolean {
    return overridesOf(this.#readable, this.today, exercise).length > 0
  }

  /** Takes back today's changes to an exercise. */
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

  /** Adds a set outside of any plan. @param day the day it was done */
  keepOwnSet(set: DoneSet, day: Day = this.#dayNow()): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'session', day, planned: [], sets: [set] })
  }

  /** Adds the person's answers about a session that is over. */
  answerAfter(session: SessionEntry, answers: AfterAnswers): Promise<LogEntry | null> {
    return this.#keeper.add({ kind: 'after', day: session.day, session: session.id, ...answers })
  }

  /**
   * Merges another log into this one. Nothing is lost: of two versions of an entry one is set aside.
   * @returns ids of entries with two versions; null when the device refused
   */
  importLog(other: Log): Promise<readonly string[] | null> {
    return this.#keeper.join(other)
  }

  /** The exercise in today's plan; undefined when the plan does not have it. */
  itemOf(exercise: PlanItem['exercise']): PlanItem | undefined {
    return this.#plan.items.find((item) => item.exercise === exercise)
  }

  /** The day at this moment, which may have turned since the clock was last looked at. */
  #dayNow(): Day {
    return this.#today.look()
  }
}
