/**
 * Every number that judges in all exercises, by its id, each with its unit, its reason and its source.
 * What only one exercise is judged by stands in its own folder, what the programme decides by in `programme/limits.ts`,
 * in the same form. No other number decides what is good, short, late or too far.
 */
import { fatigue } from './thresholds/fatigue'
import { grades } from './thresholds/grades'
import { outline } from './thresholds/outline'
import { phases } from './thresholds/phases'
import { posture } from './thresholds/posture'
import { seeing } from './thresholds/seeing'
import { defineThresholds } from './thresholds/threshold'
import { windows } from './thresholds/windows'

export { defineThresholds, NEVER, type Grades, type Guard, type Threshold } from './thresholds/threshold'

/** The thresholds that all exercises share. */
export const shared = defineThresholds(
  { ...seeing, ...posture, ...phases, ...windows, ...grades, ...fatigue },
  outline,
)

export const { limit, threshold } = shared

/** The markers of tiring. */
export type FatigueId = {
  [Id in keyof typeof fatigue]: (typeof fatigue)[Id]['value'] extends number ? never : Id
}[keyof typeof fatigue]

/** How far a fatigue marker has gone. */
export function fatigueLevel(id: FatigueId, change: number): 'steady' | 'early' | 'strong' {
  const { early, strong } = fatigue[id].value
  return change >= strong ? 'strong' : change >= early ? 'early' : 'steady'
}
