/**
 * The next dose of one exercise. In this order: red, a long gap, form that gave before half, form that ended two
 * sessions early, anything that holds a step, and only then one more micro-step, or the next level.
 */
import { daysBetween, type Day } from '../days'
import { floorDose, reentryDose, sameDose, setbackDose, work } from './dose'
import type { Axis, Dose, Level, Ladder } from './ladder'
import { limit } from '../limits'
import { because, type Reason } from '../day/reasons'
import { levelAt, type Rung } from './ladder-position'
import { microStepBack, microSteps, type Step } from './steps'
import { mayGrow, type Week } from '../day/volume'
import type { Light } from '../terms'

export interface Setting {
  readonly day: Day
  readonly light: Light
  /** False on lighter days and in a deload: the ladder stands still. */
  readonly mayStep: boolean
  readonly week: Week
  readonly sessionsAWeek: number
  readonly weightUnit: 'kg' | 'lb'
}

export interface Decision {
  readonly level: number
  readonly dose: Dose
  readonly step: Step | null
  readonly why: Reason
}

const percent = (): number => Math.round(limit('volume.growth') * 100)

/** Where a lower level is taken up: a quarter less than what held there, never more work than now; else its start. */
function lowerDose(ladder: Ladder, rung: Rung, index: number): Dose {
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

function afterRed(ladder: Ladder, rung: Rung): Decision | null {
  if (!rung.red) return null
  return levelBack(ladder, rung, (level) =>
    rung.level === 0
      ? because('less-red', {})
      : because('level-back-red', { exercise: ladder.exercise, level: level.id }),
  )
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

function easedAxis(ladder: Ladder, rung: Rung): Axis | null {
  return rung.check === null ? null : (ladder.eases[rung.check] ?? null)
}

/** What keeps the dose as it is; null when a step is open. */
function held(rung: Rung, setting: Setting): Reason | null {
  const gap = rung.lastDay === null ? 0 : daysBetween(rung.lastDay, setting.day)
  if (gap >= limit('gap.repeat')) return because('gap-repeat', { days: gap })
  if (setting.light === 'amber' || setting.light === 'red' || rung.amber) {
    return because('hold-light', { light: setting.light === 'red' ? 'red' : 'amber' })
  }
  if (!setting.mayStep) return because('hold-day', {})
  if (rung.last === 'unknown') return because('hold-unknown', {})
  if (rung.last === 'lighter') return because('hold-after-lighter', {})
  if (rung.last !== 'pass') return because('hold-mixed', { because: rung.because ?? { code: 'unfinished' } })
  if (setting.light === 'unknown') return because('hold-light', { light: 'unknown' })
  const need = limit('step.passes')
  return rung.passes < need ? because('hold-one-pass', { have: rung.passes, need }) : null
}

function forward(ladder: Ladder, rung: Rung, setting: Setting): Decision {
  const stay = (why: Reason): Decision => ({ level: rung.level, dose: rung.dose, step: null, why })
  const level = levelAt(ladder, rung.level)
  const steps = microSteps(level, rung.dose, easedAxis(ladder, rung))
  if (steps.length > 0) {
    const fitting = steps.find(({ dose }) => mayGrow(setting.week, level, dose, setting.sessionsAWeek))
    if (!fitting) return stay(because('hold-week', { percent: percent() }))
    return {
      level: rung.level,
      ...fitting,
      why: because('step-more', {
        exercise: ladder.exercise,
        done: rung.done,
        sessions: limit('step.passes'),
        step: fitting.step,
        unit: setting.weightUnit,
      }),
    }
  }
  const need = limit('level.passes')
  const next = ladder.levels[rung.level + 1]
  if (!next) return stay(because('hold-top', {}))
  if (rung.passes < need) return stay(because('hold-top-passes', { have: rung.passes, need }))
  // Work that a person chose for themselves may be less than the next level's start: then the level starts with that.
  const dose = reentryDose(next, next.start, work(level, rung.dose))
  if (!mayGrow(setting.week, next, dose, setting.sessionsAWeek))
    return stay(because('hold-week', { percent: percent() }))
  return {
    level: rung.level + 1,
    dose,
    step: null,
    why: because('level-up', { exercise: ladder.exercise, passes: rung.passes, level: next.id }),
  }
}

/** Decides the dose that the ladder stands at today. */
export function decide(ladder: Ladder, rung: Rung, setting: Setting): Decision {
  if (rung.last === null) return { level: 0, dose: rung.dose, step: null, why: because('first-time', {}) }
  const red = afterRed(ladder, rung)
  const gap = afterGap(ladder, red ? { ...rung, level: red.level, dose: red.dose } : rung, setting.day)
  const back = gap && (!red || !sameDose(gap.dose, red.dose)) ? gap : (red ?? gap)
  if (back) return back
  const form = afterForm(ladder, rung, setting.weightUnit)
  if (form) return form
  const why = held(rung, setting)
  if (why) return { level: rung.level, dose: rung.dose, step: null, why }
  return forward(ladder, rung, setting)
}
