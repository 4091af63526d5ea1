/**
 * Every number that judges, by its id: nothing else in Keel decides what is good, short, late or too far.
 * The numbers stand in `thresholds/`, each with its unit, its reason and its source.
 */
import type { FatigueLimits, GradeLimits, Guard, Limit } from './thresholds/basis'
import { fatigue } from './thresholds/fatigue'
import { grades } from './thresholds/grades'
import { guards } from './thresholds/guards'
import { phases } from './thresholds/phases'
import { posture } from './thresholds/posture'
import { seeing } from './thresholds/seeing'

export type { GradeLimits } from './thresholds/basis'

const limits = { ...seeing, ...posture, ...phases }

export type LimitId = keyof typeof limits

/** The value of a plain limit. */
export const limit = (id: LimitId): number => limits[id].value

export type GradeId = keyof typeof grades

/** The grade limits of a check's sign. */
export const gradeLimits = (id: GradeId): GradeLimits => grades[id]

export type GuardId = keyof typeof guards

/** The absolute limits of a sign. */
export const guardLimits = (id: GuardId): Guard => guards[id]

export type FatigueId = keyof typeof fatigue

/** How far a fatigue marker has gone. */
export function fatigueLevel(id: FatigueId, change: number): 'steady' | 'early' | 'strong' {
  const { early, strong } = fatigue[id]
  return change >= strong ? 'strong' : change >= early ? 'early' : 'steady'
}

/** Every threshold, for the registry test and the pages that explain them. */
export const allThresholds: Readonly<Record<string, Limit | GradeLimits | Guard | FatigueLimits>> = {
  ...limits,
  ...grades,
  ...Object.fromEntries(Object.entries(guards).map(([id, guard]) => [`${id} (guard)`, guard])),
  ...fatigue,
}
