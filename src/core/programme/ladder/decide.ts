/**
 * The next dose of one exercise. In this order: red, a long gap, the start (find-start.ts), form that gave before
 * half, form that ended two sessions early, a dose above what the measured limit bears, anything that holds a step,
 * and only then one more micro-step, or the next level (forward.ts).
 */
import { daysBetween, type Day } from '../days'
import { floorDose, reentryDose, sameDose, setbackDose, work } from './dose'
import type { Dose, Level, Ladder } from './ladder'
import { easedAxis, type Decision, type Setting } from './decision'
import { limit } from '../limits'
import { because, type Reason } from '../day/reasons'
import { levelAt, type Rung } from './ladder-position'
import { microStepBack } from './steps'
import { longestSet } from './steady-limit'
import { findStart } from './find-start'
import { forward } from './forward'

/** Where a lower level is taken up: a quarter less than what held there, never more work than now; else its start. */
export function lowerDose(ladder: Ladder, rung: Rung, index: number): Dose {
  const level = levelAt(ladder, index)
  const held = rung.proven[index]
  return reentryDose(
    level,
    held ? setbackDose(level, held) : level.start,
    work(levelAt(ladder, rung.level), rung.dose),
  )
}

/** The level below, or where there is none a quarter less, down to half of what the ladder starts with. */
function levelBack(ladder: Ladder, rung: Rung, why: (level: Level) => Reason): Decision {
  const here = levelAt(ladder, rung.level)
  if (rung.level > 0) {
    const level = rung.level - 1
    return { level, dose: lowerDose(ladder, rung, level), step: null, why: why(levelAt(ladder, level)) }
  }
  const less = setbackDose(here, rung.dose)
  const floor = floorDose(here)
  const least = work(here, floor) < work(here, rung.dose) ? floor : rung.dose
  return { level: 0, dose: work(here, less) < work(here, least) ? least : less, step: null, why: why(here) }
}

const lowers = (ladder: Ladder, rung: Rung, to: Decision): boolean => {
  const here = levelAt(ladder, rung.level)
  return to.level < rung.level || work(here, to.dose) < work(here, rung.dose)
}

function afterRed(ladder: Ladder, rung: Rung): Decision | null {
  if (!rung.red) return null
  const back = levelBack(ladder, rung, (level) =>
    rung.level === 0
      ? because('less-red', {})
      : because('level-back-red', { exercise: ladder.exercise, level: level.id }),
  )
  return lowers(ladder, rung, back) ? back : { ...back, why: because('floor-red', {}) }
}

/** After weeks away: a quarter less, or a level or two below. Never more than was done before. */
function afterGap(ladder: Ladder, rung: Rung, day: Day): Decision | null {
  const days = rung.lastDay === null ? 0 : daysBetween(rung.lastDay, day)
  if (days < limit('gap.less')) return null
  const down = days >= limit('gap.levels') ? 2 : days >= limit('gap.level') ? 1 : 0
  const less = because('gap-less', { days })
  if (rung.level === 0) return levelBack(ladder, rung, () => less)
  if (down === 0) {
    return {
      level: rung.level,
      dose: setbackDose(levelAt(ladder, rung.level), rung.dose),
      step: null,
      why: less,
    }
  }
  const index = Math.max(0, rung.level - down)
  const why = because('gap-level', { exercise: ladder.exercise, days, level: levelAt(ladder, index).id })
  return { level: index, dose: lowerDose(ladder, rung, index), step: null, why }
}

function afterForm(ladder: Ladder, rung: Rung, unit: 'kg' | 'lb'): Decision | null {
  const { exercise } = ladder
  const { check, done } = rung
  if (rung.collapsed) {
    return levelBack(ladder, rung, (level) =>
      because('level-back-collapse', { exercise, done, check, level: level.id }),
    )
  }
  if (rung.early < limit('regress.form-stops')) return null
  const level = levelAt(ladder, rung.level)
  const back = microStepBack(level, rung.dose, easedAxis(ladder, rung))
  if (back) {
    const why = because('step-back', { exercise, sessions: rung.early, check, step: back.step, unit })
    return { level: rung.level, ...back, why }
  }
  if (rung.level === 0)
    return { level: 0, dose: rung.dose, step: null, why: because('floor-form', { exercise, check }) }
  return levelBack(ladder, rung, (below) =>
    because('level-back-collapse', { exercise, done, check, level: below.id }),
  )
}

/** A dose above what the measured limit bears is let down by a micro-step, where none is left by a level. */
function afterLimit(ladder: Ladder, rung: Rung, setting: Setting): Decision | null {
  const level = levelAt(ladder, rung.level)
  const known = setting.limitOn(level)
  if (known === null) return null
  // Both the mean and the latest look have to say so, beyond the mean's own noise: one poor look takes nothing back.
  const noise = limit('look.noise') / Math.sqrt(known.looks)
  const bears = Math.max(known.seconds * (1 + noise), known.latest)
  if (longestSet(level, rung.dose) <= limit('dose.high') * bears) return null
  const { exercise } = ladder
  const seconds = Math.round(known.seconds)
  const back = microStepBack(level, rung.dose, null)
  if (back && longestSet(level, back.dose) <= longestSet(level, rung.dose)) {
    const why = because('less-limit', {
      exercise,
      sessions: known.looks,
      step: back.step,
      unit: setting.weightUnit,
      limit: seconds,
      percent: Math.round(limit('dose.high') * 100),
    })
    return { level: rung.level, ...back, why }
  }
  const lower = levelBack(ladder, rung, (below) =>
    because('level-back-limit', { exercise, level: below.id, limit: seconds }),
  )
  return lowers(ladder, rung, lower) && rung.level > 0
    ? lower
    : { level: rung.level, dose: rung.dose, step: null, why: because('floor-limit', { limit: seconds }) }
}

/** What keeps the dose as it is; null when a step is open. */
function held(rung: Rung, setting: Setting): Reason | null {
  const gap = rung.lastDay === null ? 0 : daysBetween(rung.lastDay, setting.day)
  if (gap >= limit('gap.repeat')) return because('gap-repeat', { days: gap })
  if (setting.light === 'amber' || setting.light === 'red' || rung.amber) {
    return because('hold-light', { light: setting.light === 'red' ? 'red' : 'amber' })
  }
  if (setting.deload) return because('hold-deload', {})
  if (!setting.mayStep) return because('hold-day', {})
  if (rung.last === 'unknown') return because('hold-unknown', {})
  if (rung.last !== 'pass') return because('hold-mixed', { because: rung.because ?? { code: 'unfinished' } })
  return setting.light === 'unknown' ? because('hold-light', { light: 'unknown' }) : null
}

/** Decides the dose that the ladder stands at today. */
export function decide(ladder: Ladder, rung: Rung, setting: Setting): Decision {
  const red = rung.last === null ? null : afterRed(ladder, rung)
  const gap =
    rung.last === null
      ? null
      : afterGap(ladder, red ? { ...rung, level: red.level, dose: red.dose } : rung, setting.day)
  const back = gap && (!red || !sameDose(gap.dose, red.dose)) ? gap : (red ?? gap)
  if (back) return back
  if (!rung.running) return findStart(ladder, rung, setting)
  const form = afterForm(ladder, rung, setting.weightUnit)
  if (form) return form
  const limited = afterLimit(ladder, rung, setting)
  if (limited) return limited
  const why = held(rung, setting)
  if (why) return { level: rung.level, dose: rung.dose, step: null, why }
  return forward(ladder, rung, setting)
}
