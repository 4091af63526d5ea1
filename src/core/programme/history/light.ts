/**
 * The light: what the back said during a session and on the mornings after, as a change against the person's
 * usual. The table is in docs/form.md 7.4; it was made for tendons and never validated for backs, so it only ever
 * holds a step or takes one back. Spread down the leg is red whatever its number.
 */
import { daysBetween, type Day } from '../days'
import type { AfterEntry, CheckInEntry, MorningEntry, Profile } from '../log/log'
import { limit } from '../limits'
import { because, type Reason } from '../day/reasons'
import { reaches, type Light, type Reach } from '../terms'

export interface Judged {
  readonly light: Light
  readonly why: readonly Reason[]
}

const rank: Readonly<Record<Light, number>> = { green: 0, unknown: 1, amber: 2, red: 3 }

/** The worse of two lights; a known amber or red outweighs unknown, unknown outweighs green. */
export function worse(a: Light, b: Light): Light {
  return rank[a] >= rank[b] ? a : b
}

function spread(reach: Reach, usual: Reach): Judged | null {
  if (reaches.indexOf(reach) <= reaches.indexOf(usual)) return null
  if (reach === 'above-knee' || reach === 'below-knee') {
    return { light: 'red', why: [because('light-spread', { reach })] }
  }
  return reach === 'buttock' ? { light: 'amber', why: [because('light-buttock', {})] } : null
}

function worst(...judged: readonly (Judged | null)[]): Judged {
  let result: Judged = { light: 'green', why: [] }
  for (const next of judged) {
    if (!next) continue
    if (rank[next.light] > rank[result.light]) result = next
    else if (next.light === result.light && next.light !== 'green')
      result = { ...result, why: [...result.why, ...next.why] }
  }
  return result
}

/** Light during a session: green to 2 or to the usual, amber to 5, red above, when sharp, or with spread. */
export function duringLight(after: AfterEntry, profile: Profile): Judged {
  const { pain } = after
  const usual = profile.usualPain
  const number: Judged = {
    light:
      pain > limit('pain.during.most')
        ? 'red'
        : pain > Math.max(limit('pain.during.green'), usual)
          ? 'amber'
          : 'green',
    why: [because('light-during', { pain, usual })],
  }
  const sharp: Judged | null = after.sharp ? { light: 'red', why: [because('light-sharp', {})] } : null
  return worst(number, sharp, spread(after.reach, profile.usualReach))
}

function riseLight(rise: number): Judged {
  const light =
    rise <= limit('pain.morning.green') ? 'green' : rise <= limit('pain.morning.amber') ? 'amber' : 'red'
  return { light, why: [because('light-morning', { rise })] }
}

/** Raised mornings in a row so far, and the last of them. */
export interface MorningRun {
  readonly raised: number
  readonly last: Day | null
}

export const noRun: MorningRun = { raised: 0, last: null }

/** The run with this morning in it. A morning without an answer neither adds to a run nor ends it. */
export function extendRun(run: MorningRun, morning: MorningEntry, profile: Profile): MorningRun {
  if (morning.pain - profile.usualPain < limit('pain.morning.amber')) return noRun
  const joined = run.last !== null && daysBetween(run.last, morning.day) <= limit('red.rest-days')
  return { raised: joined ? run.raised + 1 : 1, last: morning.day }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Whether a morning's stiffness is long, and long for this person; `before` are the minutes of earlier mornings. */
function isStiff(minutes: number, before: readonly number[]): boolean {
  if (minutes < limit('stiffness.long') || before.length < limit('stiffness.answers')) return false
  return minutes >= limit('stiffness.ratio') * median(before.slice(-limit('volume.lookback')))
}

/** Light of a morning; `run` holds it already, `stiffness` the minutes of the mornings before it. */
export function morningLight(
  morning: MorningEntry,
  profile: Profile,
  run: MorningRun,
  stiffness: readonly number[],
): Judged {
  const minutes = morning.stiffnessMinutes
  const lasting: Judged | null =
    run.raised >= limit('morning.raised-run')
      ? { light: 'red', why: [because('light-run', { mornings: run.raised })] }
      : null
  const stiff: Judged | null = isStiff(minutes, stiffness)
    ? { light: 'amber', why: [because('light-stiff', { minutes })] }
    : null
  return worst(
    riseLight(morning.pain - profile.usualPain),
    lasting,
    stiff,
    spread(morning.reach, profile.usualReach),
  )
}

/** Light of a check-in before a session: the morning's table, and red above the stop limit. */
export function checkInLight(entry: CheckInEntry, profile: Profile): Judged {
  const high: Judged | null =
    entry.pain > limit('pain.during.most')
      ? { light: 'red', why: [because('light-during', { pain: entry.pain, usual: profile.usualPain })] }
      : null
  return worst(riseLight(entry.pain - profile.usualPain), high, spread(entry.reach, profile.usualReach))
}
