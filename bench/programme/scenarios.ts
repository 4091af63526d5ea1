/** What sort of person lives through the weeks: growth, pain, answers and habits. Nothing here knows a rule. */
import type { Weekday } from '../../src/core/programme'

export interface Growth {
  /** Share of the first capacity that is gained, such as 0.8. */
  readonly gain: number
  /** Weeks in which it is gained, evenly. */
  readonly weeks: number
  /** Share of that pace that goes on afterwards. */
  readonly after: number
}

export interface Scenario {
  readonly name: string
  readonly says: string
  readonly growth: Growth
  /** Multiplies the first capacity: below 1 is someone who can do little. */
  readonly strength: number
  /** SD of the true capacity from day to day, as a share. */
  readonly dayNoise: number
  readonly usualPain: number
  /** SD of pain within the person, points of 0-10. */
  readonly painSd: number
  /** How much higher pain is by day, at the check-in and in the session, than in the mornings, in points. */
  readonly dayAbove: number
  /** Share of the stronger side's capacity that the weaker one has; null draws it: most people 0.9 to 1. */
  readonly weakerShare: number | null
  readonly trainingDays: readonly Weekday[]
  /** Share of planned sessions that are done. */
  readonly adherence: number
  /** Share of mornings and of check-ins that are answered. */
  readonly mornings: number
  readonly checkIns: number
  /** Whether the app is opened on training days only. */
  readonly opensOnTrainingDays: boolean
  /** Share of sets in which the camera sees no form. */
  readonly cameraFaults: number
  /** First week away and number of weeks; null for nobody away. */
  readonly away: readonly [number, number] | null
}

const steady: Scenario = {
  name: 'steady',
  says: '+80% in 10 weeks',
  growth: { gain: 0.8, weeks: 10, after: 0.2 },
  strength: 1,
  dayNoise: 0.08,
  usualPain: 1,
  painSd: 0.7,
  dayAbove: 0,
  weakerShare: null,
  trainingDays: [1, 3, 5],
  adherence: 0.93,
  mornings: 1,
  checkIns: 1,
  opensOnTrainingDays: false,
  cameraFaults: 0.01,
  away: null,
}

const like = (name: string, says: string, changes: Partial<Scenario>): Scenario => ({
  ...steady,
  ...changes,
  name,
  says,
})

const none = { gain: 0, weeks: 10, after: 0 }

export const scenarios: readonly Scenario[] = [
  like('no-noise', 'as steady, without any noise', {
    dayNoise: 0,
    painSd: 0,
    adherence: 1,
    cameraFaults: 0,
    weakerShare: 1,
  }),
  steady,
  like('fast', '+150% in 10 weeks', { growth: { gain: 1.5, weeks: 10, after: 0.2 } }),
  like('slow', '+35% in 10 weeks', { growth: { gain: 0.35, weeks: 10, after: 0.2 } }),
  like('plateau', '+40% in 6 weeks, then nothing', { growth: { gain: 0.4, weeks: 6, after: 0 } }),
  like('none', 'nothing grows', { growth: none }),
  like('real-change', '+50% in 8 weeks, then nothing', { growth: { gain: 0.5, weeks: 8, after: 0 } }),
  like('average-back', 'pain within the person SD 1.2', { painSd: 1.2 }),
  like('usual-2', 'usual pain 2', { usualPain: 2 }),
  like('usual-4', 'usual pain 4', { usualPain: 4 }),
  like('usual-5', 'usual pain 5', { usualPain: 5 }),
  like('check-ins-30', 'check-in given 30% of the time', { checkIns: 0.3 }),
  like('mornings-half', 'half of the mornings answered', { mornings: 0.5 }),
  like('twice-a-week', 'Monday and Thursday, the app opened on those days only', {
    trainingDays: [1, 4],
    opensOnTrainingDays: true,
  }),
  like('weaker-side', 'one side has 70% of the other', { weakerShare: 0.7 }),
  like('near-limit', 'can do about what the programme begins with, and hardly grows', {
    strength: 0.32,
    growth: { gain: 0.1, weeks: 10, after: 0 },
  }),
  like('break', 'three weeks away from week 10 on', { away: [10, 3] }),
  like('no-effect', 'nothing grows, by day a point above mornings', { growth: none, dayAbove: 1 }),
]
