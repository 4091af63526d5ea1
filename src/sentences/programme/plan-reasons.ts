/** The reasons for a plan in words. */
import type { CheckId, ExerciseId } from '../../core/analysis/model'
import type { HeavyKind, Mixed, Reached, Reason, ReasonCode, ReasonFacts } from '../../core/programme'
import { exercises } from '../../exercises'
import { ladders } from '../../exercises/ladders'
import { m } from '../../words/compiled/messages'
import { sayLongDay } from '../days'
import { sayStep } from './dose-words'
import { number, within } from '../language'
import { capital, checkText } from '../set/set-words'

type Sentences = { readonly [C in ReasonCode]: (facts: Readonly<ReasonFacts[C]>) => string }

const levelName = (exercise: ExerciseId, id: string): string =>
  ladders[exercise].levels.find((level) => level.id === id)?.name ?? id

const checkName = (exercise: ExerciseId, id: CheckId | null): string =>
  id === null ? m.programme_form() : within(checkText(exercise, id).name)

function reachedText(exercise: ExerciseId, reach: Reached | null): string {
  if (reach === null) return m.programme_reached_nothing()
  return exercises[exercise].kind === 'hold'
    ? m.programme_reached_hold(reach)
    : m.programme_reached_rep(reach)
}

const stepText = ({
  step,
  exercise,
  unit,
}: Pick<ReasonFacts['step-limit'], 'step' | 'exercise' | 'unit'>): string =>
  sayStep(step, exercises[exercise].kind, unit)

/** Something heavy inside a sentence: "long meetings", "a long drive". */
export const heavyInside: Readonly<Record<HeavyKind, string>> = {
  meetings: m.programme_a_meetings(),
  drive: m.programme_a_drive(),
  travel: m.programme_a_travel(),
  lifting: m.programme_a_lifting(),
}

function sayMixed(why: Mixed): string {
  switch (why.code) {
    case 'severe':
      return m.programme_mixed_severe()
    case 'unseen':
      return m.programme_mixed_unseen()
    case 'off-form':
      return m.programme_mixed_off_form()
    case 'recovery-used':
      return m.programme_mixed_recovery_used()
    case 'no-answers':
      return m.programme_mixed_no_answers()
    case 'no-reserve':
      return m.programme_mixed_no_reserve()
    case 'reserve':
      return m.programme_mixed_reserve({ reserve: why.reserve })
    case 'pain-rise':
      return m.programme_mixed_pain_rise({ pain: why.pain, usual: why.usual })
    case 'form':
      return m.programme_mixed_form()
    case 'unfinished':
      return m.programme_mixed_unfinished()
    case 'no-morning':
      return m.programme_mixed_no_morning()
    case 'light':
      return m.programme_mixed_light({ light: why.light })
  }
}

const sentences: Sentences = {
  setup: m.programme_setup,
  'read-page': m.programme_read_page,
  'safety-advice': m.programme_safety_advice,
  'usual-high': m.programme_usual_high,
  'red-rest': (f) => m.programme_red_rest({ day: sayLongDay(f.day), until: sayLongDay(f.until) }),
  'no-training-day': m.programme_no_training_day,
  'moved-from': (f) => m.programme_moved_from({ day: sayLongDay(f.day) }),
  'moved-to': (f) => {
    const moved = { heavy: heavyInside[f.heavy], day: sayLongDay(f.day) }
    return f.near ? m.programme_moved_to_near(moved) : m.programme_moved_to(moved)
  },
  'heavy-today': (f) => m.programme_heavy_today({ heavy: heavyInside[f.heavy] }),
  'heavy-near': (f) => capital(m.programme_heavy_near({ heavy: heavyInside[f.heavy] })),
  'lifting-today': m.programme_lifting_today,
  'heavy-said': m.programme_heavy_said,
  'sleep-poor': (f) => m.programme_sleep_poor({ hours: number(f.hours) }),
  'stress-high': m.programme_stress_high,
  'amber-lighter': m.programme_amber_lighter,
  'deload-weeks': (f) => m.programme_deload_weeks({ count: f.weeks }),
  'deload-ambers': m.programme_deload_ambers,
  'deload-form': m.programme_deload_form,
  'deload-running': (f) => m.programme_deload_running({ until: sayLongDay(f.until) }),
  'session-done': m.programme_session_done,
  'asked-for-session': m.programme_asked_for_session,
  'asked-for-full': m.programme_asked_for_full,
  'asked-for-lighter': m.programme_asked_for_lighter,
  'all-left-out': m.programme_all_left_out,
  'seek-advice': m.programme_seek_advice,
  'page-again': m.programme_page_again,
  'clock-back': m.programme_clock_back,
  'override-unknown': m.programme_override_unknown,
  'override-ceiling': (f) => m.sheet_why_override({ level: levelName(f.exercise, f.level) }),
  'assess-first': m.programme_assess_first,
  'assess-again': m.programme_assess_again,
  'assess-up': (f) => m.programme_assess_up({ seconds: f.seconds, level: levelName(f.exercise, f.level) }),
  'start-found': m.programme_start_found,
  'start-unknown': m.programme_start_unknown,
  'step-limit': (f) => m.programme_step_limit({ ...f, step: stepText(f) }),
  'hold-limit': m.programme_hold_limit,
  'less-limit': (f) => m.programme_less_limit({ ...f, step: stepText(f) }),
  'level-back-limit': (f) =>
    m.programme_level_back_limit({ limit: f.limit, level: levelName(f.exercise, f.level) }),
  'floor-limit': m.programme_floor_limit,
  'level-up-limit': (f) =>
    m.programme_level_up_limit({ limit: f.limit, top: f.top, level: levelName(f.exercise, f.level) }),
  'hold-capacity': m.programme_hold_capacity,
  'step-more': (f) =>
    m.programme_step_more({
      count: f.sessions,
      done: reachedText(f.exercise, f.done),
      step: sayStep(f.step, exercises[f.exercise].kind, f.unit),
    }),
  'level-up': (f) => m.programme_level_up({ count: f.passes, level: levelName(f.exercise, f.level) }),
  'hold-one-pass': m.programme_hold_one_pass,
  'hold-week': m.programme_hold_week,
  'hold-unknown': m.programme_hold_unknown,
  'hold-mixed': (f) => m.programme_hold_mixed({ because: sayMixed(f.because) }),
  'hold-light': m.programme_hold_light,
  'hold-day': m.programme_hold_day,
  'hold-deload': m.programme_hold_deload,
  'hold-top': m.programme_hold_top,
  'hold-top-passes': m.programme_hold_top_passes,
  'step-back': (f) =>
    m.programme_step_back({
      count: f.sessions,
      check: checkName(f.exercise, f.check),
      step: sayStep(f.step, exercises[f.exercise].kind, f.unit),
    }),
  'floor-form': (f) => m.programme_floor_form({ check: checkName(f.exercise, f.check) }),
  'level-back-collapse': (f) =>
    m.programme_level_back_collapse({
      done: reachedText(f.exercise, f.done),
      check: checkName(f.exercise, f.check),
      level: levelName(f.exercise, f.level),
    }),
  'level-back-red': (f) => m.programme_level_back_red({ level: levelName(f.exercise, f.level) }),
  'less-red': m.programme_less_red,
  'floor-red': m.programme_floor_red,
  'gap-repeat': m.programme_gap_repeat,
  'gap-less': m.programme_gap_less,
  'gap-level': (f) => m.programme_gap_level({ days: f.days, level: levelName(f.exercise, f.level) }),
  'mode-lighter': m.programme_mode_lighter,
  'mode-deload': m.programme_mode_deload,
  'week-trimmed': m.programme_week_trimmed,
  'week-full': m.programme_week_full,
  'position-avoided': m.programme_position_avoided,
  'sheet-start': (f) => m.sheet_why_start({ level: levelName(f.exercise, f.level) }),
  'sheet-lowered': (f) => m.sheet_why_lowered({ level: levelName(f.exercise, f.level) }),
  'sheet-ceiling': (f) => m.sheet_why_ceiling({ level: levelName(f.exercise, f.level) }),
  'sheet-locked': m.sheet_why_locked,
  'sheet-position': m.sheet_why_position,
  'sheet-side': m.sheet_why_side,
  'sheet-side-all': m.sheet_why_side_all,
  'sheet-minutes': m.sheet_why_minutes,
  'asked-skip': m.programme_asked_skip,
  'asked-dose': m.programme_asked_dose,
  'look-limit': m.programme_look_limit,
  'quiet-offer': m.programme_quiet_offer,
  'hardest-first': m.programme_hardest_first,
  'weaker-first': m.programme_weaker_first,
  'light-during': m.programme_light_during,
  'light-sharp': m.programme_light_sharp,
  'light-spread': m.programme_light_spread,
  'light-buttock': m.programme_light_buttock,
  'light-morning': (f) =>
    f.rise > 0 ? m.programme_light_above({ count: f.rise }) : m.programme_light_usual(),
  'light-high': m.programme_light_high,
  'light-stiff': m.programme_light_stiff,
  'light-missing': m.programme_light_missing,
  'recovery-daily': m.programme_recovery_daily,
  'recovery-after-hard': m.programme_recovery_after_hard,
  'recovery-sleep': m.programme_recovery_sleep,
  'recovery-red': m.programme_recovery_red,
}

/** The sentence of a reason. */
export function sayReason(reason: Reason): string {
  // A plan in an older log may hold a reason that is given no more.
  const sentence = sentences[reason.code] as ((facts: Reason['facts']) => string) | undefined
  return sentence?.(reason.facts) ?? ''
}
