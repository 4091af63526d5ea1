/** The sentences that Keel says about a set. Numbers carry their unit; nothing unseen reads as good. */
import type { CheckText, ExerciseDefinition, SecondView } from '../core/analysis/definition'
import type { CheckId, ExerciseId, Grade } from '../core/analysis/model'
import type { Side } from '../core/pose/frame'
import { exercises } from '../exercises'
import type { SetRecord } from '../storage/schema'
import { workDone } from '../storage/summary'
import { repsJudgedBy, secondViewOf } from './second-view'

type Kind = ExerciseDefinition['kind']

/** "7 reps", "1 rep", "16 s". */
export function amount(value: number, kind: Kind): string {
  if (kind === 'hold') return `${Math.floor(value)} s`
  return value === 1 ? '1 rep' : `${value} reps`
}

export const kindOf = (exercise: ExerciseId): Kind => exercises[exercise].kind

/** "Bridge, single leg, left side", "Bridge, both legs, knee check"; only what is known. */
export function nameOf(set: {
  readonly exercise: ExerciseId
  readonly variation: string | null
  readonly side: Side | null
  readonly secondView?: true
}): string {
  const parts = [exercises[set.exercise].name]
  const variation = variationName(set.exercise, set.variation)
  if (variation !== null) parts.push(variation.toLowerCase())
  if (set.side !== null) parts.push(`${set.side} side`)
  const second = secondViewOf(set)
  if (second !== null) parts.push(second.name.toLowerCase())
  return parts.join(', ')
}

export function variationName(exercise: ExerciseId, id: string | null): string | null {
  return exercises[exercise].variations.find((variation) => variation.id === id)?.name ?? null
}

/** A check's words; one that this Keel no longer has goes by its id. */
export function checkText(exercise: ExerciseId, id: CheckId): CheckText {
  const known = exercises[exercise].checks.find((check) => check.id === id)
  if (known !== undefined) return known
  const name = id.replaceAll('-', ' ')
  return { id, name, cue: '', gave: `${name} began`, hidden: `${name} was not seen` }
}

/** True when at least one check could be judged somewhere in the set; at a second place, one that it is for. */
export function wasJudged(record: SetRecord): boolean {
  const second = secondViewOf(record)
  if (second !== null) return repsJudgedBy(second, record) > 0
  const { analysis } = record
  return [...analysis.reps, ...analysis.holds].some((part) =>
    part.findings.some((finding) => finding.verdict !== 'unseen'),
  )
}

/** The first sentences of a review: how far it was steady, and what gave. */
export function verdict(record: SetRecord): string {
  const { analysis } = record
  const kind = kindOf(record.exercise)
  const done = workDone(record)
  if (done < 1) return kind === 'reps' ? 'No whole rep was counted.' : 'No hold was counted.'
  if (!wasJudged(record)) return `${amount(done, kind)} counted. Form could not be checked from this place.`
  const { breakdown } = analysis
  if (breakdown === null) {
    const second = secondViewOf(record)
    if (second !== null) return heldAtSecond(record, second)
    if (kind === 'hold') return `Steady for all ${amount(done, kind)}.`
    return done === 1 ? 'Steady for the one rep.' : `Steady through all ${amount(done, kind)}.`
  }
  const gave = `${checkText(record.exercise, breakdown.check).gave}${onSide(record, breakdown.side)}.`
  if (analysis.steadyLimit < 1) return `From the first ${kind === 'reps' ? 'rep' : 'second'}, ${gave}`
  return `${steadiness(record)} Then ${gave}`
}

/** The first rep is what the others are compared with, so one is always missing. */
function heldAtSecond(record: SetRecord, second: SecondView): string {
  const done = workDone(record)
  const judged = repsJudgedBy(second, record)
  const flagged = record.analysis.reps.filter(({ findings }) =>
    findings.some(({ check, verdict }) => second.checks.includes(check) && verdict === 'flagged'),
  ).length
  if (flagged > 0) return `${second.wandered} in ${flagged} of ${amount(done, 'reps')}.`
  return judged >= done - 1
    ? `${second.held} through all ${amount(done, 'reps')}.`
    : `${second.held} in the ${judged} of ${amount(done, 'reps')} that could be compared.`
}

/** How far it was steady, without what came then. */
export function steadiness(record: SetRecord): string {
  const { analysis } = record
  const kind = kindOf(record.exercise)
  if (analysis.breakdown === null) return verdict(record)
  if (analysis.steadyLimit < 1) return `Form gave from the first ${kind === 'reps' ? 'rep' : 'second'}.`
  return kind === 'hold'
    ? `Steady for ${amount(analysis.steadyLimit, kind)} of ${amount(workDone(record), kind)}.`
    : `Steady to rep ${analysis.steadyLimit} of ${workDone(record)}.`
}

/** Why the set ended, in one sentence. */
export function ending(record: SetRecord): string {
  const { breakdown } = record.analysis
  switch (record.stopReason) {
    case 'form': {
      if (breakdown === null) return 'Form began to give, so the set ended there.'
      const where =
        breakdown.rep === null
          ? `after ${amount(record.analysis.steadyLimit, 'hold')}`
          : `at rep ${breakdown.rep}`
      const { gave } = checkText(record.exercise, breakdown.check)
      return `${capital(gave)}${onSide(record, breakdown.side)} ${where}.`
    }
    case 'user':
      return 'You ended the set.'
    case 'left-frame':
      return 'You left the picture, so the set ended there.'
    case 'plan-complete':
      return `All ${amount(record.target ?? workDone(record), kindOf(record.exercise))} done.`
    case 'tracking':
      return 'The picture stopped, so the set ended there. What came before is kept.'
    case null:
      return 'The film ran to its end.'
  }
}

/** When the laptop stood elsewhere in the middle of the set; null when it stayed. */
export function movedDuring({ source, cues, analysis }: SetRecord): string | null {
  const at = cues.flatMap((cue) => ('moved' in cue ? [cue.time] : []))
  const reps = at.flatMap((time) => analysis.reps.findLast(({ end }) => end <= time)?.index ?? [])
  const [first] = reps
  if (first === undefined) return null
  const what = source === 'film' ? 'The camera moved' : 'The laptop moved'
  return reps.length === 1
    ? `${what} before rep ${first}. From there on, the first good reps are a new baseline.`
    : `${what} ${reps.length} times, first before rep ${first}. After each, the first good reps are a new baseline.`
}

/** Names the side only where both sides work in turn; a set of one side says so in its name. */
function onSide(record: SetRecord, side: Side | null): string {
  if (side === null || record.side !== null) return ''
  if (record.exercise !== 'bird-dog') return `, on the ${side} side`
  return `, with the ${side} ${record.variation === 'arm-only' ? 'arm' : 'leg'} lifted`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const gradeWords: Readonly<Record<Grade, string>> = { 1: 'mild', 2: 'moderate', 3: 'strong' }

const unitWords: Readonly<Record<string, string>> = {
  deg: '°',
  '% trunk': ' % of trunk length',
  ratio: '',
  s: ' s',
}

/** A measured difference with its unit: "8.2°", "2.3 % of trunk length". */
export function measured(value: number, unit: string): string {
  const rounded = Math.abs(value) >= 20 ? Math.round(value) : Math.round(value * 10) / 10
  return `${rounded}${unitWords[unit] ?? ` ${unit}`}`
}

/** "1:05" from seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
