/** The measured limits of a summary in words. */
import type { ExerciseId } from '../../core/analysis/model'
import type { MeasuredLimit } from '../../core/programme/insight/summary'
import { levelOf } from '../../app/programme/programme-words'
import { number } from '../../sentences/language'
import { m } from '../../words/compiled/messages'

const sided = { left: m.summary_side_left, right: m.summary_side_right }

/** "Bridge on both feet: 46 s ± 9 s, 3 looks". */
export const limits = (exercise: ExerciseId, measured: readonly MeasuredLimit[]): string[] =>
  measured.map(({ level: id, side, seconds, noise, looks, atLeast }) => {
    const { name } = levelOf({ exercise, level: id })
    const level = side === null ? name : sided[side]({ level: name })
    const facts = { level, seconds: number(Math.round(seconds)), count: looks }
    return atLeast
      ? m.summary_limit_more(facts)
      : m.summary_limit({ ...facts, noise: number(Math.round(noise)) })
  })
