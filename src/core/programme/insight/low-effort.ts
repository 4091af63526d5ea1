/** The quiet set: the same with less effort, beside the usual set of the same session. */
import type { ExerciseId } from '../../analysis/model'
import type { History } from '../history/history'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'
import { mean } from '../history/noise'

export interface QuietComparison {
  /** Sessions that hold both a quiet set and a usual one of the same side. */
  readonly pairs: number
  readonly verdict: 'too-early' | 'no-worse' | 'worse'
  /** What got worse; empty otherwise. */
  readonly worse: readonly ('sway' | 'shrug' | 'steady-limit')[]
  /** Mean change, quiet against usual: sway and shrug in %, the steady limit as a share; null when not measured. */
  readonly sway: number | null
  readonly shrug: number | null
  readonly steadyLimit: number | null
}

type Pair = readonly [usual: DoneSet, quiet: DoneSet]

function pairsOf(history: History, exercise: ExerciseId, variation: string): Pair[] {
  return history.sessions.flatMap(({ entry }) => {
    const sets = entry.sets.filter(
      (set) => set.exercise === exercise && set.variation === variation && !set.capacity,
    )
    return sets
      .filter((set) => set.quiet)
      .flatMap((quiet): Pair[] => {
        const usual = sets.findLast((set) => !set.quiet && set.side === quiet.side)
        return usual ? [[usual, quiet]] : []
      })
  })
}

function meanOf(
  pairs: readonly Pair[],
  change: (usual: DoneSet, quiet: DoneSet) => number | null,
): number | null {
  const values = pairs.flatMap(([usual, quiet]) => change(usual, quiet) ?? [])
  return values.length >= limit('quiet.pairs') ? mean(values) : null
}

const difference = (usual: number | null, quiet: number | null): number | null =>
  usual === null || quiet === null ? null : quiet - usual

const shareOf = (usual: number | null, quiet: number | null): number | null =>
  usual === null || quiet === null || usual <= 0 ? null : (quiet - usual) / usual

/** What a set reached of its own plan: sets of a session differ in size, so their raw limits don't compare. */
const reached = (set: DoneSet): number | null => {
  const target = set.planned && (set.holds.length > 0 ? set.planned.hold : set.planned.reps)
  return target ? Math.min(1, set.steadyLimit / target) : null
}

/** Compares quiet sets with usual ones by sway, shrug and steady limit. */
export function compareQuiet(history: History, exercise: ExerciseId, variation: string): QuietComparison {
  const pairs = pairsOf(history, exercise, variation)
  const sway = meanOf(pairs, (usual, quiet) => difference(usual.sway, quiet.sway))
  const shrug = meanOf(pairs, (usual, quiet) => difference(usual.shrug, quiet.shrug))
  const steadyLimit = meanOf(pairs, (usual, quiet) => shareOf(reached(usual), reached(quiet)))
  const measured = { pairs: pairs.length, sway, shrug, steadyLimit }
  if (pairs.length < limit('quiet.pairs') || steadyLimit === null || sway === null) {
    return { ...measured, verdict: 'too-early', worse: [] }
  }
  const worse = [
    ...(sway > limit('quiet.sway') ? (['sway'] as const) : []),
    ...(shrug !== null && shrug > limit('quiet.shrug') ? (['shrug'] as const) : []),
    ...(steadyLimit < -limit('quiet.limit') ? (['steady-limit'] as const) : []),
  ]
  return { ...measured, verdict: worse.length > 0 ? 'worse' : 'no-worse', worse }
}
