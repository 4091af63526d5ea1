/** Judges a hold as it runs: graded stretches per check, breaches, the one recovery chance, the breakdown. */
import { deviation, median } from '../../pose/geometry'
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'
import { gradeGuard, gradeSign, reference, verdict, type Reference, type SignReading } from '../judge'
import type { CheckId, Finding, Grade, UnseenReason, View } from '../model'
import type { Check, Sign } from '../rules'
import type { Dip } from './dips'

interface Stretch {
  readonly grade: Grade
  readonly from: number
  to: number
  worst: number
  readonly unit: string
}

interface CheckState {
  readonly stretches: Stretch[]
  /** Each reading that was worse than all before it, in time order. */
  readonly worst: { readonly time: number; readonly reading: SignReading }[]
  frames: number
  seen: number
  /** Frames at a time when too few came. */
  slow: number
  /** Since when grade 2 or more, and grade 3, last without a break; null when below. */
  since2: number | null
  since3: number | null
  cued: boolean
}

export type HoldOutcome =
  | { readonly kind: 'cue'; readonly check: CheckId; readonly grade: Grade }
  | { readonly kind: 'end'; readonly check: CheckId; readonly onset: number }

/** A gap in a stretch shorter than this is noise, in seconds. */
const BRIDGE = limit('hold.bridge-seconds')
/** Seconds over which sway is measured. */
const SWAY_WINDOW = limit('hold.sway-seconds')

export class HoldJudge {
  readonly #checks: readonly Check[]
  readonly #states: Map<CheckId, CheckState>
  readonly #early: ReadonlyMap<string, number[]>
  /** The last three seconds: the frames' times, and beside them each measure's values. */
  readonly #times = new Numbers()
  readonly #recent: ReadonlyMap<string, Numbers>
  /** Which of them is the first that is smoothed over. */
  #smoothFrom = 0
  readonly #references = new Map<string, Reference | null>()
  readonly #start: number
  #breach: { check: CheckId; onset: number; deadline: number; within: number | null } | null = null
  #recovered = false
  #ended = false

  constructor(checks: readonly Check[], start: number) {
    this.#checks = checks
    this.#start = start
    this.#states = new Map(
      checks.map(({ id }) => [
        id,
        { stretches: [], worst: [], frames: 0, seen: 0, slow: 0, since2: null, since3: null, cued: false },
      ]),
    )
    const read = checks.flatMap(({ signs }) => signs.map(({ measure }) => measure))
    this.#early = new Map(read.map((measure) => [measure, []]))
    this.#recent = new Map([...read, 'swayX', 'swayY'].map((measure) => [measure, new Numbers()]))
  }

  /**
   * Takes one frame's measures at `time` seconds; returns what the person should hear of.
   * @param slow whether too few frames come to judge by
   */
  step(
    time: number,
    values: Readonly<Record<string, number>>,
    view: View,
    slow = false,
  ): readonly HoldOutcome[] {
    this.#remember(time, values)
    if (time - this.#start < limit('hold.baseline-seconds')) {
      if (!slow) this.#learn()
      return []
    }
    const outcomes: HoldOutcome[] = []
    for (const check of this.#checks) this.#follow(check, time, view, slow, outcomes)
    return outcomes
  }

  #remember(time: number, values: Readonly<Record<string, number>>): void {
    const sway = this.#sway()
    this.#times.push(time)
    this.#recent.forEach((numbers, measure) =>
      numbers.push(measure === 'sway' ? sway : (values[measure] ?? NaN)),
    )
    while (time - this.#times.at(0) > SWAY_WINDOW) {
      this.#times.shift()
      this.#recent.forEach((numbers) => numbers.shift())
    }
    this.#smoothFrom = 0
    while (time - this.#times.at(this.#smoothFrom) > limit('hold.smooth-seconds')) this.#smoothFrom++
  }

  /**
   * The findings of the hold up to its `end` in seconds: every check, with its stretches. Going down is no fault,
   * and neither is what lies within a dip.
   */
  findings(view: View, end: number, dips: readonly Dip[]): readonly Finding[] {
    const dipped = (stretch: Stretch): boolean =>
      dips.some(({ from, to }) => stretch.from >= from && stretch.to <= to + limit('hold.smooth-seconds'))
    return this.#checks.flatMap((check): readonly Finding[] => {
      const state = this.#states.get(check.id)
      const unseen = (reason: UnseenReason): readonly Finding[] => [
        { check: check.id, verdict: 'unseen', reason },
      ]
      if (!check.visible(view)) return unseen('view')
      if (!state || state.frames === 0) return unseen('no-baseline')
      const last = end - limit('hold.still-seconds')
      const worst = (state.worst.findLast(({ time }) => time < last) ?? state.worst[0])?.reading
      if (state.seen < limit('tracking.coverage') * state.frames || !worst)
        return unseen(2 * state.slow > state.frames - state.seen ? 'slow' : 'coverage')
      const held = state.stretches.filter((stretch) => stretch.from < last && !dipped(stretch))
      const flagged = held.map(({ grade, from, to, worst, unit }): Finding => ({
        check: check.id,
        verdict: 'flagged',
        grade,
        value: Math.round(worst * 100) / 100,
        unit,
        from,
        to: Math.min(to, end),
      }))
      // Where absence can't be seen, what lies between the flagged stretches is unseen, not clear.
      if (check.flagOnly?.(view)) return [...flagged, ...unseen('view')]
      return flagged.length > 0 ? flagged : [verdict(check, [{ ...worst, grade: 0 }], view)]
    })
  }

  /**
   * The half-second median of a sign's measure; NaN where too few frames have it, or where it jumps about by
   * more than half of what would be flagged: such a skeleton is unsteady, and says nothing of the person.
   */
  #smoothed(sign: Sign, ref: Reference): number {
    const values = this.#recent.get(sign.measure)
    if (!values) return NaN
    const first = this.#smoothFrom
    if (values.countSeen(first) < limit('hold.smooth-seen') * (values.length - first)) return NaN
    const scale = sign.relative === true ? 100 / Math.max(1e-6, Math.abs(ref.centre)) : 1
    return values.deviation(first) * scale > limit('hold.unsteady-share') * sign.limits.value.grades[1]
      ? NaN
      : values.median(first)
  }

  /** The last three seconds' sway, in percent of a trunk length. */
  #sway(): number {
    const [x, y] = [this.#recent.get('swayX'), this.#recent.get('swayY')]
    return Math.hypot(x?.deviation() ?? NaN, y?.deviation() ?? NaN)
  }

  #learn(): void {
    this.#early.forEach((values, measure) => {
      const value = this.#recent.get(measure)?.at(this.#times.length - 1) ?? NaN
      if (Number.isFinite(value)) values.push(value)
    })
  }

  #reference(sign: Sign): Reference | null {
    const known = this.#references.get(sign.measure)
    if (known !== undefined) return known
    const values = this.#early.get(sign.measure) ?? []
    const centre = Math.abs(median(values))
    const scale = sign.relative === true ? 100 / Math.max(1e-6, centre) : 1
    // The spread of single frames overstates that of half-second medians, which are what is judged.
    const own = deviation(values) / 2
    const { noise } = sign.limits.value
    const expected = noise / scale
    const base = reference(values, expected)
    const ref = base && {
      ...base,
      noise: (Number.isFinite(own) ? Math.sqrt((expected ** 2 + own ** 2) / 2) : expected) * scale,
      // Thousands of frames of one hold are one baseline.
      count: limit('baseline.reps'),
    }
    this.#references.set(sign.measure, ref)
    return ref
  }

  #follow(check: Check, time: number, view: View, slow: boolean, outcomes: HoldOutcome[]): void {
    const state = this.#states.get(check.id)
    if (!state || !check.visible(view)) return
    state.frames++
    if (slow) {
      state.slow++
      state.since2 = state.since3 = null
      return
    }
    const reading = this.#decide(check)
    if (!reading) {
      state.since2 = state.since3 = null
      return
    }
    state.seen++
    if (!(reading.difference <= (state.worst.at(-1)?.reading.difference ?? -Infinity)))
      state.worst.push({ time, reading })
    extend(state, reading, time)
    if (check.supporting !== true && !this.#ended) this.#breaches(check, state, reading, time, outcomes)
  }

  /** The reading that decides a check: of its signs, the one down to which enough agree. */
  #decide({ signs, agree }: Check): SignReading | null {
    const readings = signs.map((sign) => this.#read(sign))
    return readings.sort((a, b) => (b?.grade ?? -1) - (a?.grade ?? -1))[agree - 1] ?? null
  }

  /** Null where a sign can't be read. */
  #read(sign: Sign): SignReading | null {
    const ref = this.#reference(sign)
    const value = ref ? this.#smoothed(sign, ref) : NaN
    if (!ref || !Number.isFinite(value)) return null
    const own = gradeSign(sign, value, ref)
    const guarded = gradeGuard(sign, value)
    return guarded && guarded.grade > own.grade ? guarded : own
  }

  #breaches(
    check: Check,
    state: CheckState,
    reading: SignReading,
    time: number,
    outcomes: HoldOutcome[],
  ): void {
    state.since2 = reading.grade >= 2 ? (state.since2 ?? time) : null
    state.since3 = reading.grade >= 3 ? (state.since3 ?? time) : null
    const { since2, since3 } = state
    if (since2 === null) state.cued = false
    else if (!state.cued && time - since2 >= limit('hold.cue-seconds')) {
      state.cued = true
      outcomes.push({ kind: 'cue', check: check.id, grade: reading.grade === 3 ? 3 : 2 })
    }
    if (since3 !== null && time - since3 >= limit('hold.severe-seconds')) {
      outcomes.push(this.#end(check.id, since2 ?? since3))
      return
    }
    const breach = this.#breach
    if (breach === null) {
      if (since2 === null || time - since2 < limit('hold.breach-seconds')) return
      if (this.#recovered) outcomes.push(this.#end(check.id, since2))
      else
        this.#breach = {
          check: check.id,
          onset: since2,
          deadline: time + limit('hold.breach-seconds'),
          within: null,
        }
      return
    }
    if (breach.check !== check.id) return
    if (reading.grade > 0) breach.within = null
    else breach.within ??= time
    if (breach.within !== null && time - breach.within >= limit('hold.recover-seconds')) {
      this.#recovered = true
      this.#breach = null
    } else if (breach.within === null && time > breach.deadline)
      outcomes.push(this.#end(check.id, breach.onset))
  }

  #end(check: CheckId, onset: number): HoldOutcome {
    this.#ended = true
    return { kind: 'end', check, onset }
  }
}

/** Carries a check's graded stretches on by one frame. */
function extend(state: CheckState, reading: SignReading, time: number): void {
  const { grade, difference, unit } = reading
  if (grade === 0) return
  const last = state.stretches.at(-1)
  if (last?.grade === grade && time - last.to <= BRIDGE) {
    last.to = time
    last.worst = Math.max(last.worst, difference)
    return
  }
  state.stretches.push({ grade, from: time, to: time, worst: difference, unit })
}
