/** Sentences about a set. Numbers have their unit, and nothing unseen reads as good. */
import type { CheckText, ExerciseDefinition, SecondView } from '../../core/analysis/definition'
import { formSeen, judgedOf, type Judged } from '../../core/analysis/judged'
import type { CheckId, ExerciseId, Grade } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import { exercises } from '../../exercises'
import { findVariation } from '../../exercises/outlines'
import type { SetRecord } from '../../storage/records/schema'
import { workDone } from '../../storage/records/summary'
import { m } from '../../words/compiled/messages'
import { intlLocale, number, within } from '../language'
import { repsJudgedBy, secondViewOf } from './second-view'

export type Kind = ExerciseDefinition['kind']

type Rep = SetRecord['analysis']['reps'][number]

/** "7 reps", "1 rep", "16 s". */
export function amount(value: number, kind: Kind): string {
  if (kind === 'hold') return `${Math.floor(value)} s`
  return m.common_reps({ count: value })
}

export const kindOf = (exercise: ExerciseId): Kind => exercises[exercise].kind

interface Named {
  readonly exercise: ExerciseId
  readonly variation: string | null
  readonly side: Side | null
  readonly secondView?: true
}

const joined = (parts: readonly string[]): string =>
  parts.reduce((name, part) => m.common_name_with({ name, part: within(part) }))

/** "Bridge, single leg, left side", "Bridge, both legs, knee check"; without what is not known. */
export const nameOf = (set: Named): string => joined([exercises[set.exercise].name, ...kindsOf(set)])

/** `nameOf` without the exercise: "Single leg, left side"; the exercise when nothing else is known. */
export function shortNameOf(set: Named): string {
  const kinds = kindsOf(set)
  return capital(kinds.length > 0 ? joined(kinds) : nameOf(set))
}

function kindsOf(set: Named): string[] {
  const variation = variationName(set.exercise, set.variation)
  const second = secondViewOf(set)
  return [
    ...(variation === null ? [] : [variation]),
    ...(set.side === null ? [] : [m.common_side({ side: set.side })]),
    ...(second === null ? [] : [second.name]),
  ]
}

function variationName(exercise: ExerciseId, id: string | null): string | null {
  return exercises[exercise].variations.find((variation) => variation.id === id)?.name ?? null
}

/** The words of a check; of a check that this version does not have, its id. */
export function checkText(exercise: ExerciseId, id: CheckId): CheckText {
  const known = exercises[exercise].checks.find((check) => check.id === id)
  if (known !== undefined) return known
  const name = id.replaceAll('-', ' ')
  return {
    id,
    name,
    clear: name,
    cue: '',
    gave: m.set_unknown_gave({ name }),
    hidden: m.set_unknown_hidden({ name }),
    focus: () => ({ joints: [], outline: false }),
  }
}

/** The first sentences of a review: how far the set was steady, and what gave. */
export function verdict(record: SetRecord): string {
  const { analysis } = record
  const kind = kindOf(record.exercise)
  const done = workDone(record)
  if (done < 1) return kind === 'reps' ? m.set_no_rep() : m.set_no_hold()
  const second = secondViewOf(record)
  const judged = judgedOf(analysis)
  if (second === null ? judged.seen === 0 : repsJudgedBy(second, record) === 0)
    return m.set_unjudged({ amount: amount(done, kind) })
  const { breakdown } = analysis
  if (second === null && !judged.enough) return partly(record, judged)
  if (breakdown === null) {
    if (second !== null) return heldAtSecond(record, second)
    return kind === 'hold' ? m.set_steady_hold({ amount: amount(done, kind) }) : steadyReps(record, Infinity)
  }
  const gave = gaveWhere(record, breakdown.check, breakdown.side)
  if (analysis.steadyLimit < 1)
    return kind === 'reps' ? m.set_first_rep({ gave }) : m.set_first_second({ gave })
  return m.set_then({ steady: steadiness(record), gave })
}

/** Off-form: anything moderate, or two mild findings at once (docs/form.md). One mild finding has its mark and no more. */
const isFlagged = ({ findings }: Rep): boolean => {
  const grades = findings.flatMap((one) => (one.verdict === 'flagged' ? [one.grade] : []))
  return grades.length > 1 || grades.some((grade) => grade > 1)
}

/** What can be said of a set of which too little was seen: what was counted, and what of it was seen. */
function partly(record: SetRecord, { seen, counted }: Judged): string {
  const { breakdown } = record.analysis
  const gave = breakdown && gaveWhere(record, breakdown.check, breakdown.side)
  if (kindOf(record.exercise) === 'hold') {
    const all = { all: amount(counted, 'hold'), seen: amount(seen, 'hold') }
    return gave === null ? m.set_partly_hold(all) : m.set_partly_hold_gave({ ...all, gave: capital(gave) })
  }
  const flagged = record.analysis.reps.filter((rep) => rep.complete && formSeen(rep) && isFlagged(rep))
  const steady = seen - flagged.length
  const reps = listedReps(flagged)
  const said =
    flagged.length === 0
      ? m.set_partly_steady({ counted, seen })
      : m.set_partly_flagged({ counted, seen, steady, count: flagged.length, reps })
  return gave === null ? said : m.set_partly_gave({ said, gave: capital(gave) })
}

const listedReps = (reps: readonly Rep[]): string =>
  new Intl.ListFormat(intlLocale(), { type: 'conjunction' }).format(reps.map(({ index }) => String(index)))

/** Each rep counts by its own mark: one that was flagged, and forgiven, is no steady one. */
function steadyReps({ analysis }: SetRecord, before: number): string {
  const reps = analysis.reps.filter(({ index }) => index < before)
  const whole = reps.filter(({ complete }) => complete)
  const flagged = reps.filter((rep) => isFlagged(rep) || !rep.complete)
  const steady = whole.filter((rep) => !isFlagged(rep)).length
  if (flagged.length === 0)
    return before === Infinity
      ? m.set_steady_reps({ count: whole.length })
      : m.set_steady_to({ rep: steady, all: analysis.reps.filter(({ complete }) => complete).length })
  if (steady === 0) return m.set_none_steady()
  return m.set_steady_but({ steady, all: whole.length, count: flagged.length, reps: listedReps(flagged) })
}

/** The verdict at a second place. One rep is never judged, as the others are compared with it. */
function heldAtSecond(record: SetRecord, second: SecondView): string {
  const done = workDone(record)
  const judged = repsJudgedBy(second, record)
  const flagged = record.analysis.reps.filter(({ findings }) =>
    findings.some(({ check, verdict }) => second.checks.includes(check) && verdict === 'flagged'),
  ).length
  if (flagged > 0) return second.wandered(flagged, done)
  return judged >= done - 1 ? second.held(done) : second.heldOf(judged, done)
}

/** That a set began lower than the person's usual, with what; null where it did not. */
export function lowerThanUsualWords({ exercise, analysis }: SetRecord): string | null {
  const names = [...new Set(analysis.lowerThanUsual.map(({ check }) => checkText(exercise, check).name))]
  if (names.length === 0) return null
  const list = new Intl.ListFormat(intlLocale(), { type: 'conjunction' }).format(names)
  return m.set_lower_than_usual({ list })
}

/** How far the set was steady, without what gave. */
export function steadiness(record: SetRecord): string {
  const { analysis } = record
  const kind = kindOf(record.exercise)
  if (analysis.breakdown === null || !judgedOf(analysis).enough) return verdict(record)
  if (analysis.steadyLimit < 1) return kind === 'reps' ? m.set_form_first_rep() : m.set_form_first_second()
  return kind === 'hold'
    ? m.set_steady_for({ amount: amount(analysis.steadyLimit, kind), all: amount(workDone(record), kind) })
    : steadyReps(record, analysis.breakdown.rep ?? Infinity)
}

/** Why the set ended, in one sentence. */
export function ending(record: SetRecord): string {
  const { breakdown } = record.analysis
  switch (record.stopReason) {
    case 'form': {
      if (breakdown === null) return m.set_end_form()
      const gave = gaveWhere(record, breakdown.check, breakdown.side)
      return capital(
        breakdown.rep === null
          ? m.set_end_after({ gave, amount: amount(record.analysis.steadyLimit, 'hold') })
          : m.set_end_at_rep({ gave, rep: breakdown.rep }),
      )
    }
    case 'user':
      return m.set_end_user()
    case 'left-frame':
      return m.set_end_left()
    case 'plan-complete':
      return allDone(record)
    case 'tracking':
      return m.set_end_tracking()
    case null:
      return m.set_end_film()
  }
}

/** That everything was done which the plan asked for: reps, one hold, or several of one length. */
function allDone(record: SetRecord): string {
  const target = record.target ?? workDone(record)
  const kept = record.analysis.holds.filter(({ seconds }) => seconds >= target).length
  const asked = amount(target, kindOf(record.exercise))
  return kept > 1 ? m.set_end_holds_done({ count: kept, amount: asked }) : m.set_end_done({ amount: asked })
}

/** When the laptop moved during the set; null when it did not. */
export function movedDuring({ source, cues, analysis }: SetRecord): string | null {
  const at = cues.flatMap((cue) => ('moved' in cue ? [cue.time] : []))
  const reps = at.flatMap((time) => analysis.reps.findLast(({ end }) => end <= time)?.index ?? [])
  const [first] = reps
  if (first === undefined) return null
  const count = reps.length
  return source === 'film'
    ? m.set_moved_camera({ count, rep: first })
    : m.set_moved_laptop({ count, rep: first })
}

/** What gave, with the side if both sides work in turn: a set of one side has the side in its name. */
function gaveWhere(record: SetRecord, check: CheckId, side: Side | null): string {
  const { gave } = checkText(record.exercise, check)
  if (side === null || record.side !== null) return gave
  switch (findVariation(record.exercise, record.variation)?.limb) {
    case 'arm':
      return m.set_gave_arm({ gave, side })
    case 'leg':
      return m.set_gave_leg({ gave, side })
    case undefined:
      return m.set_gave_side({ gave, side })
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const gradeWords: Readonly<Record<Grade, string>> = {
  1: m.common_mild(),
  2: m.common_moderate(),
  3: m.common_strong(),
}

const withUnit: Readonly<Record<string, (value: string) => string>> = {
  deg: (value) => `${value}°`,
  'deg/s': (value) => `${value}°/s`,
  '% trunk': (value) => m.common_trunk_share({ value }),
  ratio: (value) => value,
}

/** A measured difference with its unit: "8.2°", "2.3 % of trunk length". */
export function measured(value: number, unit: string): string {
  const rounded = number(value, Math.abs(value) >= 20 ? 0 : 1)
  return withUnit[unit]?.(rounded) ?? `${rounded} ${unit}`
}

/** "1:05" from seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
