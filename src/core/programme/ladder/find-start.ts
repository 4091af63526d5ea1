/**
 * The start: three sessions with one set of each exercise until form gives, or to a cap that is safe for a
 * beginner. A level that is too easy gives way to the next one; the dose begins at a share of what held.
 */
import { because, type Reason } from '../day/reasons'
import { limit } from '../limits'
import type { Decision, Setting } from './decision'
import { doseWithin, reentryDose, topSeconds, work } from './dose'
import type { Ladder } from './ladder'
import { levelAt, type Rung } from './ladder-position'

/** One look makes a noisier start than several: it begins at the band's lower end. */
const startShare = (looks: number): number => (looks > 1 ? limit('dose.start') : limit('dose.low'))

/** What keeps the start waiting; null when nothing does. */
function waits(rung: Rung, setting: Setting): Reason | null {
  if (setting.light === 'amber' || setting.light === 'red' || rung.amber)
    return because('hold-light', { light: setting.light === 'red' ? 'red' : 'amber' })
  return setting.mayStep ? null : because(setting.deload ? 'hold-deload' : 'hold-day', {})
}

/** The next session of the assessment, or the dose that it found. */
export function findStart(ladder: Ladder, rung: Rung, setting: Setting): Decision {
  const here = levelAt(ladder, rung.level)
  const stay = { level: rung.level, dose: rung.dose, step: null }
  const waiting = waits(rung, setting)
  if (waiting) return { ...stay, why: rung.last === null ? because('start-unknown', {}) : waiting }
  const known = setting.limitOn(here)
  const next = ladder.levels[rung.level + 1]
  const assess = rung.assessed < limit('assess.sessions') ? { assess: true as const } : {}
  if (known === null)
    return { ...stay, ...assess, why: because(assess.assess ? 'assess-first' : 'start-unknown', {}) }
  const seconds = Math.round(known.seconds)
  // An amber during the last look is no ground to build on, even when the morning was green.
  const shaky = rung.lastLight === 'amber'
  if (shaky && !assess.assess)
    return { ...stay, why: because('hold-mixed', { because: { code: 'light', light: 'amber' } }) }
  const easy = !shaky && known.latest >= limit('level.capacity') * topSeconds(here)
  if (easy && next && setting.light === 'green') {
    return {
      ...assess,
      level: rung.level + 1,
      dose: reentryDose(next, next.start, Math.max(work(here, rung.dose), work(here, here.start))),
      step: null,
      why: because('assess-up', { exercise: ladder.exercise, seconds, level: next.id }),
    }
  }
  if (assess.assess) return { ...stay, ...assess, why: because('assess-again', { seconds }) }
  const share = startShare(known.looks)
  return {
    ...stay,
    dose: doseWithin(here, share * known.seconds),
    why: because('start-found', { seconds, percent: Math.round(share * 100) }),
  }
}
