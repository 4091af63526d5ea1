/**
 * The light: what the back said during a session and on the mornings after, as a change against the person's
 * usual. The table is in docs/form.md 7.4; it was made for tendons and never validated for backs, so it only ever
 * holds a step or takes one back. Spread down the leg is red whatever its number; a number is red only when it is
 * high on two days.
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

/** The most pain during a session that is green: a point above usual, from 2 to 4. */
function greenDuring({ usualPain: usual, prescription }: Profile): number {
  // A physiotherapist's own limit takes the place of all that.
  if (typeof prescription?.painLimit === 'number') return prescription.painLimit
  const relative = Math.min(usual + limit('pain.during.rise'), limit('pain.during.ceiling'))
  return Math.max(limit('pain.during.green'), relative)
}

/** Whether an answer is high: three points above usual, or above 6. */
export function isHigh(pain: number, usual: number): boolean {
  return pain >= usual + limit('pain.high.rise') || pain > limit('pain.high.most')
}

/** Days of the high answers so far. */
export type HighDays = readonly Day[]

/** Red when another answer was high on another day shortly before. */
function repeated(pain: number, usual: number, day: Day, before: HighDays): Judged | null {
  if (!isHigh(pain, usual)) return null
  const near = before.some((other) => other < day && daysBetween(other, day) <= limit('pain.high.days'))
  return near ? { light: 'red', why: [because('light-high', { pain, usual })] } : null
}

/** Light during a session: green to a point above usual, amber above; red when sharp, with spread, or high again. */
export function duringLight(after: AfterEntry, profile: Profile, high: HighDays): Judged {
  const { pain } = after
  const usual = profile.usualPain
  const number: Judged = {
    light: pain > greenDuring(profile) ? 'amber' : 'green',
    why: [because('light-during', { pain, usual })],
  }
  const sharp: Judged | null = after.sharp ? { light: 'red', why: [because('light-sharp', {})] } : null
  return worst(number, sharp, repeated(pain, usual, after.day, high), spread(after.reach, profile.usualReach))
}

function riseLight(rise: number): Judged {
  const light = rise <= limit('pain.morning.green') ? 'green' : 'amber'
  return { light, why: [because('light-morning', { rise })] }
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

/** Light of a morning; `stiffness` holds the minutes of the mornings before it. */
export function morningLight(
  morning: MorningEntry,
  profile: Profile,
  high: HighDays,
  stiffness: readonly number[],
): Judged {
  const { pain, day, stiffnessMinutes: minutes } = morning
  const stiff: Judged | null = isStiff(minutes, stiffness)
    ? { light: 'amber', why: [because('light-stiff', { minutes })] }
    : null
  return worst(
    riseLight(pain - profile.usualPain),
    stiff,
    repeated(pain, profile.usualPain, day, high),
    spread(morning.reach, profile.usualReach),
  )
}

/** Light of a check-in before a session: the morning's table. */
export function checkInLight(entry: CheckInEntry, profile: Profile, high: HighDays): Judged {
  const { pain, day } = entry
  return worst(
    riseLight(pain - profile.usualPain),
    repeated(pain, profile.usualPain, day, high),
    spread(entry.reach, profile.usualReach),
  )
}
