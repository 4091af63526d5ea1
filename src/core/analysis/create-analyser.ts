/** Makes the analyser that an exercise's kind asks for. */
import type { Analyser, AnalyserOptions } from './analyser'
import { HoldSet } from './holds/hold-set'
import { RepSet } from './reps/rep-set'

/** Starts the analysis of one set. */
export function createAnalyser(options: AnalyserOptions): Analyser {
  const { rules } = options.exercise
  return rules.kind === 'reps' ? new RepSet(options, rules) : new HoldSet(options, rules)
}
