/** Judges a hold as it runs, by its own first seconds and by good form: graded stretches per check, and when form gives. */
import { deviation, median } from '../../pose/geometry'
import { limit } from '../../thresholds'
import { againstGoodForm, withGoodForm, type StandardReading } from '../good-form'
import { gradeSign, reference, verdict, type Reference, type SignReading } from '../judge'
import type { CheckId, Finding, Grade, UnseenReason, View } from '../model'
import type { Check, GoodForm, Sign } from '../rules'
import type { KeptBaseline, LowerThanUsual } from '../model'
import { lowerThanUsual } from '../usual'
import { Breaches, type HoldOutcome } from './breaches'
import type { Dip } from './dips'
import { RecentValues } from './recent-values'

interface Stretch {
  readonly grade: Grade
  readonly from: number
  to: number
  worst: number
  readonly unit: string
  readonly byGoodForm: boolean
}

interface CheckState {
  readonly stretches: Stretch[]
  /** Each reading against the baseline that was worse than all before it, in time order. */
  readonly worst: { readonly time: number; readonly reading: SignReading }[]
  frames: number
  seen: number
  /** Frames at a time when too few came. */
  slow: number
  /** When the standard of good form could not call it surely good; NaN until then. */
  notClear: number
  /** Frames in which it could. */
  clear: number
}

/** A gap in a stretch shorter than this is noise, in seconds. */
const BRIDGE = limit('hold.bridge-seconds')

export class HoldJudge {
  readonly #checks: readonly Check[]
  readonly #states: Map<CheckId, CheckState>
  readonly #early: ReadonlyMap<string, number[]>
  readonly #recent: RecentValues
  readonly #references = new Map<string, Reference | null>()
  readonly #start: number
  readonly #breaches: Breaches

  constructor(checks: readonly Check[], start: number) {
    this.#checks = checks
    this.#start = start
    this.#breaches = new Breaches(start)
    this.#states = new Map(
      checks.map(({ id }) => [
        id,
        { stretches: [], worst: [], frames: 0, seen: 0, slow: 0, notClear: NaN, clear: 0 },
      ]),
    )
    const read = checks.flatMap(({ signs, goodForm }) =>
      [...signs, ...(goodForm?.signs ?? [])].map(({ measure }) => measure),
    )
    this.#early = new Map(read.map((measure) => [measure, []]))
    this.#recent = new RecentValues([...new Set(read)])
  }

  /**
   * Takes one frame's measures at `time` seconds; returns what the person should hear of. In the first seconds, which
   * make the baseline, good form alone is judged.
   * @param slow whether too few frames come to judge by
   */
  step(
    time: number,
    values: Readonly<Record<string, number>>,
    view: View,
    slow = false,
  ): readonly HoldOutcome[] {
    this.#recent.add(time, values)
    const learning = time - this.#start < limit('hold.baseline-seconds')
    if (learning && !slow)
      this.#early.forEach((early, measure) => {
        const value = this.#recent.latest(measure)
        if (Number.isFinite(value)) early.push(value)
      })
    return this.#checks.flatMap((check) =>
      check.visible(view) ? this.#follow(check, time, view, slow, learning) : [],
    )
  }

  /**
   * The findings of the hold up to its `end` in seconds: every check, with its stretches. Going down is no fault,
   * and neither is what lies within a dip.
   */
  findings(view: View, end: number, dips: readonly Dip[]): readonly Finding[] {
    const last = end - limit('hold.still-seconds')
    const dipped = (stretch: Stretch): boolean =>
      dips.some(({ from, to }) => stretch.from >= from && stretch.to <= to + limit('hold.smooth-seconds'))
    return this.#checks.flatMap((check): readonly Finding[] => {
      const { id } = check
      const state = this.#states.get(id)
      if (!check.visible(view) || !state) return [{ check: id, verdict: 'unseen', reason: 'view' }]
      const own = ownFinding(check, state, view, last)
      const flagged = state.stretches
        .filter((stretch) => stretch.from < last && !dipped(stretch))
        .map((stretch) => flaggedIn(id, stretch, end))
      if (own.verdict === 'unseen' && own.reason !== 'view' && own.reason !== 'no-baseline') return [own]
      // Where absence can't be seen, what lies between the flagged stretches is unseen, not clear.
      if (own.verdict === 'unseen' && own.reason === 'view') return [...flagged, own]
      return flagged.length > 0 ? flagged : [withGoodForm(own, clearIn(check, state, last))]
    })
  }

  /** The middle of each measure in the first seconds; empty while those are not over, or were off-form. */
  get baseline(): Readonly<Record<string, number>> {
    const end = this.#start + limit('hold.baseline-seconds')
    const off = [...this.#states.values()].some(({ stretches }) =>
      stretches.some(({ grade, from }) => grade >= 2 && from < end),
    )
    return off ? {} : this.#started()
  }

  /** Where the first seconds, good or not, were lower than this person's usual. */
  lowerThan(usual: KeptBaseline): readonly LowerThanUsual[] {
    const started = this.#started()
    return lowerThanUsual(this.#checks, (measure) => started[measure] ?? NaN, usual)
  }

  #started(): Readonly<Record<string, number>> {
    if ([...this.#states.values()].every(({ frames }) => frames === 0)) return {}
    const middles = [...this.#early].map(([measure, values]) => [measure, median(values)] as const)
    return Object.fromEntries(middles.filter(([, value]) => Number.isFinite(value)))
  }

  /**
   * The half-second median of a sign's measure; NaN where too few frames have it, or where it jumps about by
   * more than half of what would be flagged.
   */
  #smoothed(sign: Sign, ref: Reference): number {
    const scale = sign.relative === true ? 100 / Math.max(1e-6, Math.abs(ref.centre)) : 1
    const unsteady = (limit('hold.unsteady-share') * sign.limits.value.grades[1]) / scale
    return this.#recent.smoothed(sign.measure, unsteady)
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

  #follow(check: Check, time: number, view: View, slow: boolean, learning: boolean): readonly HoldOutcome[] {
    const state = this.#states.get(check.id)
    if (!state) return []
    if (!learning) state.frames++
    if (slow) {
      if (!learning) state.slow++
      this.#breaches.lose(check.id)
      return []
    }
    const own = learning ? null : this.#decide(check)
    const standard = this.#againstGoodForm(check, view)
    if (own) note(state, own, time)
    if (standard?.verdict === 'clear') state.clear++
    else if (Number.isNaN(state.notClear)) state.notClear = time
    const graded = worseOf(own, standard)
    if (!graded) {
      this.#breaches.lose(check.id)
      return []
    }
    extend(state, graded, time)
    return check.supporting === true ? [] : this.#breaches.step(check.id, graded.grade, time)
  }

  #againstGoodForm(check: Check, view: View): StandardReading {
    const { goodForm } = check
    if (!goodForm) return null
    return againstGoodForm(check, (measure) => this.#middle(goodForm, measure), view)
  }

  /** A measure's half-second median, unless it jumps about by more than half of the way from good to off-form. */
  #middle({ signs }: GoodForm, measure: string): { value: number; coverage: number } {
    const limits = signs.find((sign) => sign.measure === measure)?.limits.value
    const apart = limits ? Math.abs(limits.moderate - limits.clear) : NaN
    const value = this.#recent.smoothed(measure, limit('hold.unsteady-share') * apart)
    return { value, coverage: Number.isFinite(value) ? 1 : 0 }
  }

  /** The reading against the baseline that decides a check: of its signs, the one down to which enough agree. */
  #decide({ signs, agree }: Check): SignReading | null {
    const readings = signs.map((sign) => {
      const ref = this.#reference(sign)
      const value = ref ? this.#smoothed(sign, ref) : NaN
      return ref && Number.isFinite(value) ? gradeSign(sign, value, ref) : null
    })
    return readings.sort((a, b) => (b?.grade ?? -1) - (a?.grade ?? -1))[agree - 1] ?? null
  }
}

/** What a check came to against the hold's own first seconds, its flags left aside: steady or unseen. */
function ownFinding(check: Check, state: CheckState, view: View, last: number): Finding {
  const unseen = (reason: UnseenReason): Finding => ({ check: check.id, verdict: 'unseen', reason })
  if (state.frames === 0) return unseen('no-baseline')
  const worst = (state.worst.findLast(({ time }) => time < last) ?? state.worst[0])?.reading
  if (state.seen < limit('tracking.coverage') * state.frames || !worst)
    return unseen(2 * state.slow > state.frames - state.seen ? 'slow' : 'coverage')
  return verdict(check, [{ ...worst, grade: 0 }], view)
}

/** Clear only where the hold was surely good in all of its frames, up to where the hips may have begun to go down. */
function clearIn({ goodForm }: Check, { notClear, clear }: CheckState, last: number): StandardReading {
  const unit = goodForm?.signs[0]?.limits.unit ?? ''
  return clear > 0 && !(notClear < last) ? { verdict: 'clear', unit } : null
}

const flaggedIn = (check: CheckId, stretch: Stretch, end: number): Finding => ({
  check,
  verdict: 'flagged',
  grade: stretch.grade,
  value: Math.round(stretch.worst * 100) / 100,
  unit: stretch.unit,
  ...(stretch.byGoodForm ? { against: 'good-form' } : {}),
  from: stretch.from,
  to: Math.min(stretch.to, end),
})

interface Graded {
  readonly grade: 0 | Grade
  readonly difference: number
  readonly unit: string
  readonly byGoodForm: boolean
}

/** The graver of what the two standards say; null where neither could be read. */
function worseOf(own: SignReading | null, standard: StandardReading): Graded | null {
  if (standard?.verdict === 'flagged' && standard.grade > (own?.grade ?? 0))
    return { ...standard, difference: standard.value, byGoodForm: true }
  if (own) return { ...own, byGoodForm: false }
  return standard && { grade: 0, difference: 0, unit: '', byGoodForm: true }
}

function note(state: CheckState, reading: SignReading, time: number): void {
  state.seen++
  if (!(reading.difference <= (state.worst.at(-1)?.reading.difference ?? -Infinity)))
    state.worst.push({ time, reading })
}

/** Carries a check's graded stretches on by one frame. */
function extend(state: CheckState, { grade, difference, unit, byGoodForm }: Graded, time: number): void {
  if (grade === 0) return
  const last = state.stretches.at(-1)
  if (last?.grade === grade && last.byGoodForm === byGoodForm && time - last.to <= BRIDGE) {
    last.to = time
    last.worst = Math.max(last.worst, difference)
    return
  }
  state.stretches.push({ grade, from: time, to: time, worst: difference, unit, byGoodForm })
}
