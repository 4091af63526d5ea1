/**
 * The next step. Where the steady limit on the level is measured, it decides: below the aim every clean session
 * moves the dose; from the aim on two bring a step that adds no work. Without a look two passes move it.
 */
import { because, type Reason } from '../day/reasons'
import { mayGrow } from '../day/volume'
import { limit } from '../limits'
import { easedAxis, type Decision, type Setting } from './decision'
import { doseWithin, reentryDose, topSeconds, work } from './dose'
import type { Ladder, Level } from './ladder'
import { levelAt, type Rung } from './ladder-position'
import { longestSet, type SteadyLimit } from './steady-limit'
import { addsWork, microSteps, type Stepped } from './steps'

const percentOf = (share: number): number => Math.round(share * 100)

/** The next level, when the limit leaves this one no room; null when it does not. */
function nextByLimit(ladder: Ladder, rung: Rung, setting: Setting, known: SteadyLimit): Decision | null {
  const level = levelAt(ladder, rung.level)
  const next = ladder.levels[rung.level + 1]
  const top = topSeconds(level)
  const enough = rung.levelPasses >= limit('level.capacity-passes')
  if (!next || !enough || known.seconds < limit('level.capacity') * top) return null
  // Never from a dose below the level's start: whoever came down to it first comes back.
  if (work(level, rung.dose) < work(level, level.start)) return null
  // Two fifths of the limit here stay within the next level's own, even where that is half of it.
  const bears = doseWithin(next, limit('level.carry') * known.seconds)
  const now = work(level, rung.dose)
  const carried = reentryDose(next, bears, now)
  const plain = reentryDose(next, next.start, now)
  const carries = work(next, carried) <= now && work(next, carried) > work(next, plain)
  const dose = carries ? carried : plain
  if (!mayGrow(setting.week, next, dose, setting.sessionsAWeek, setting.limitOn(next)?.seconds ?? null))
    return null
  const facts = { exercise: ladder.exercise, level: next.id, limit: Math.round(known.seconds), top }
  return { level: rung.level + 1, dose, step: null, why: because('level-up-limit', facts) }
}

/** The next level where no look was ever taken: by passes at the top alone. */
function nextByPasses(ladder: Ladder, rung: Rung, setting: Setting): Decision | Reason {
  const level = levelAt(ladder, rung.level)
  const need = limit('level.passes')
  const next = ladder.levels[rung.level + 1]
  if (!next) return because('hold-top', {})
  if (rung.passes < need) return because('hold-top-passes', { have: rung.passes, need })
  // Work that a person chose for themselves may be less than the next level's start: then the level starts with that.
  const dose = reentryDose(next, next.start, work(level, rung.dose))
  const seconds = setting.limitOn(next)?.seconds ?? null
  if (!mayGrow(setting.week, next, dose, setting.sessionsAWeek, seconds))
    return because('hold-week', { percent: percentOf(limit('volume.growth')) })
  return {
    level: rung.level + 1,
    dose,
    step: null,
    why: because('level-up', { exercise: ladder.exercise, passes: rung.passes, level: next.id }),
  }
}

/** Steps that the measured limit leaves open, those that it pulls first. */
function stepsWithin(level: Level, steps: readonly Stepped[], share: number, known: SteadyLimit): Stepped[] {
  const most = limit('dose.reach') * known.seconds
  const open = steps.filter((each) => longestSet(level, each.dose) <= most)
  if (share >= limit('dose.aim')) return open.filter((each) => !addsWork(each))
  if (share >= limit('dose.low')) return open
  return [...open.filter(addsWork), ...open.filter((each) => !addsWork(each))]
}

/** One step forward, or the reason why there is none. */
export function forward(ladder: Ladder, rung: Rung, setting: Setting): Decision {
  const level = levelAt(ladder, rung.level)
  const known = setting.limitOn(level)
  const stay = (why: Reason): Decision => ({ level: rung.level, dose: rung.dose, step: null, why })
  const up = known && nextByLimit(ladder, rung, setting, known)
  if (up) return up
  const all = microSteps(level, rung.dose, easedAxis(ladder, rung))
  const share = known ? longestSet(level, rung.dose) / Math.max(known.seconds, 1e-9) : null
  const need = share !== null && share < limit('dose.aim') ? 1 : limit('step.passes')
  if (all.length === 0) {
    const top = topSeconds(level) * limit('level.capacity')
    if (known && ladder.levels[rung.level + 1] && known.seconds < top)
      return stay(because('hold-capacity', { limit: Math.round(known.seconds), need: Math.ceil(top) }))
    const next = nextByPasses(ladder, rung, setting)
    return 'code' in next ? stay(next) : next
  }
  const facts = known && {
    limit: Math.round(known.seconds),
    percent: percentOf(share ?? 0),
  }
  const steps = known && share !== null ? stepsWithin(level, all, share, known) : all
  if (steps.length === 0 && facts) return stay(because('hold-limit', facts))
  if (rung.passes < need) return stay(because('hold-one-pass', { have: rung.passes, need }))
  const fitting = steps.find(({ dose }) =>
    mayGrow(setting.week, level, dose, setting.sessionsAWeek, known?.seconds ?? null),
  )
  if (!fitting) return stay(because('hold-week', { percent: percentOf(limit('volume.growth')) }))
  const step = {
    exercise: ladder.exercise,
    sessions: need,
    step: fitting.step,
    unit: setting.weightUnit,
  }
  const why =
    facts && share !== null && share < limit('dose.aim')
      ? because('step-limit', { ...step, ...facts })
      : because('step-more', { ...step, done: rung.done })
  return { level: rung.level, ...fitting, why }
}
