/**
 * Every number that the programme judges by: id, value, unit, basis and source.
 * Bracketed sources are the numbered ones of docs/sources.md.
 */

import { defineThresholds } from '../thresholds/threshold'

/** A number with its unit, why it stands here and, where there are any, its numbered sources. */
const row =
  (kind: 'published' | 'practice' | 'reasoned') =>
  <const Unit extends string>(value: number, unit: Unit, basis: string, cited = '') => ({
    value,
    unit,
    basis,
    source: cited === '' ? kind : `${kind} ${cited}`,
  })
/** Measured by others. */
const published = row('published')
/** A rule in common use. */
const practice = row('practice')
/** Chosen here, as no source was found. */
const reasoned = row('reasoned')

export const { limit, own: limits } = defineThresholds({
  // Light: pain 0-10, judged as change against the person's usual.
  'pain.during.green': practice(
    2,
    '0-10',
    'pain during, green up to here for everyone',
    'Thomeé 1997 [47M], Silbernagel 2007 [48]',
  ),
  'pain.during.rise': reasoned(
    1,
    'points above usual',
    'green up to here as well: a point is within the noise of an ordinary day [66M]',
  ),
  'pain.during.ceiling': reasoned(4, '0-10', 'the most that is green, whatever is usual'),
  'pain.during.most': practice(5, '0-10', 'a usual pain above this suits no session', '[47M, 48]'),
  'pain.high.rise': published(
    3,
    'points above usual',
    'above the important change of 2; red on two days',
    '[50]',
  ),
  'pain.high.most': reasoned(6, '0-10', 'above is high, whatever is usual; red on two days'),
  'pain.high.days': reasoned(
    3,
    'days',
    'two high answers on different days this close together are one flare: red',
  ),
  'pain.morning.green': published(
    1,
    'points above usual',
    'below the important change of 2 on a 0-10 scale',
    '[50]',
  ),
  'pain.morning.amber': published(2, 'points above usual', 'the important change on a 0-10 scale', '[50]'),
  'pain.usual.most': reasoned(5, '0-10', 'a usual pain above the stop limit leaves no room to train by it'),
  'morning.stands-in': reasoned(
    4,
    'days',
    'a check-in this soon after a session answers for a morning that was not asked',
  ),
  'stiffness.long': reasoned(30, 'min', "held back only when it is also twice the person's own median"),
  'stiffness.ratio': reasoned(2, '× own median', 'see stiffness.long'),
  'stiffness.answers': reasoned(3, 'mornings', 'fewer give no median worth comparing with'),
  'red.rest-days': practice(2, 'whole days', '48 h of walking only after red'),
  'red.seek-count': practice(2, 'reds', 'two within the window: seek advice'),
  'red.seek-window': practice(14, 'days', 'two within the window: seek advice'),
  'red.apart': reasoned(3, 'days', 'red days closer together are one flare'),

  // Gate, steps and levels.
  'gate.reserve': practice(2, 'reps', 'reps in reserve at the end of a set'),
  'gate.off-form': practice(1, 'reps a set', 'at most one off-form rep'),
  'gate.coverage': reasoned(
    0.8,
    'share',
    'what the camera did not see is not good form; the same share as a finding needs',
  ),
  'gate.hold-slack': reasoned(1, 's', 'a hold that ends within a second of its target is done'),
  'step.passes': practice(2, 'sessions', '2-for-2 rule', 'NSCA and ACSM [46M]'),
  'level.passes': reasoned(3, 'sessions', 'passes at the top micro-step before the next level'),
  'regress.form-stops': reasoned(2, 'sessions', 'ended early by form, in a row: one micro-step back'),
  'regress.collapse': reasoned(0.5, 'share of the planned work', 'form gave before this: one level back'),
  'volume.growth': practice(0.1, 'share a week', 'at most +10% a week, 2-10% rule', '[46M]'),
  'volume.lookback': reasoned(28, 'days', 'the best week of the last four is the one to compare with'),
  'lighter.share': practice(0.8, 'share of the work', 'after amber, 20-30% less'),

  // The steady limit on a level, and the dose that it sets.
  'dose.start': published(
    0.7,
    'share of the steady limit',
    'where the dose starts: graded activity begins at 70% of the mean of three baseline sessions, less here for a noisier one',
    '[65M]',
  ),
  'dose.low': practice(0.6, 'share of the steady limit', 'below, the limit pulls the dose after it'),
  'dose.aim': practice(0.72, 'share of the steady limit', 'from here no more work is added'),
  'dose.reach': reasoned(
    0.78,
    'share of the steady limit',
    'no step adds work beyond it, so that the noise of a look takes no step back',
  ),
  'dose.high': practice(0.8, 'share of the steady limit', 'above, the dose is let down'),
  'level.capacity': reasoned(
    1.5,
    "× the level's largest set",
    'a limit from here leaves the level no room: its top is two thirds of it',
  ),
  'level.capacity-passes': reasoned(2, 'sessions', 'passed in a row on the level, with such a limit'),
  'level.carry': reasoned(
    0.4,
    'share of the limit on the level below',
    'the most that a new level begins with',
  ),
  'assess.sessions': published(3, 'sessions', 'the baseline that the dose is set from', '[65M]'),
  'assess.cap': reasoned(
    1.5,
    "× the level's largest set",
    'enough to know that the level is too easy, and no further',
  ),
  'look.cap': reasoned(2, "× the level's largest set", 'a look ends here when form has not given'),
  'look.noise': published(0.121, 'share', 'lower typical error of trunk endurance tests, 12.1-24.1%', '[38]'),
  'look.every': reasoned(
    4,
    'days',
    'about twice in three sessions, so that the dose follows the limit within two weeks',
  ),
  'look.a-session': reasoned(2, 'exercises', 'so that a session stays a session'),
  'look.window': reasoned(3, 'looks', 'the latest on the level; their mean is the limit that counts'),
  'look.valid': reasoned(42, 'days', 'an older look says little of today'),

  // Gaps, deload, capacity check.
  'gap.repeat': reasoned(8, 'days', 'the last dose once more, passes count anew'),
  'gap.less': reasoned(14, 'days', 'a quarter less, every set kept'),
  'gap.level': reasoned(28, 'days', 'one level back, at a quarter less than what held there'),
  'gap.levels': reasoned(56, 'days', 'two levels back, and the first page is read again'),
  'deload.weeks': practice(
    5,
    'weeks',
    'every 4-6 weeks, where little is left in reserve',
    'coach consensus [53]',
  ),
  'deload.low-reserve': reasoned(
    2.5,
    'reps in reserve',
    'a mean up to here over the last sessions is little',
  ),
  'deload.reserve-window': reasoned(6, 'sessions', 'the last ones with an answer to reserve'),
  'deload.most-weeks': reasoned(10, 'weeks', 'and after so many in any case'),
  'deload.days': practice(7, 'days', 'one week', '[53]'),
  'deload.ambers': reasoned(2, 'amber sessions', 'within a week'),
  'deload.amber-days': reasoned(7, 'days', 'see deload.ambers'),
  'deload.form-stops': reasoned(3, 'sessions ended early', 'of the last five'),
  'deload.form-window': reasoned(5, 'sessions', 'see deload.form-stops'),

  // Readiness.
  'sleep.short': reasoned(6, 'h', 'below: a lighter day is offered'),
  'sleep.poor': reasoned(3, '0-10', 'at or below: a lighter day is offered'),
  'stress.high': reasoned(7, '0-10', 'at or above: a lighter day is offered'),

  // Noise.
  'noise.seconds': published(10.95, 's', 'typical error of side-bridge time, n=24', '[4]'),
  'noise.share': published(
    0.241,
    'share',
    'upper typical error of trunk endurance tests, 12.1-24.1%; none found for reps',
    '[38]',
  ),
  'noise.own-sessions': practice(5, 'sessions', "at a level, before the person's own error is used"),
  'noise.window': practice(3, 'sessions', 'means of three are compared'),
  'noise.factor': practice(2.77, '× typical error', '1.96 × √2, for one test against one'),
  'noise.mean-factor': practice(1.96, '× typical error', 'the 95% interval of a mean'),
  'noise.least-seconds': reasoned(1, 's', "an own error below the clock's grain is luck"),
  'noise.least-reps': reasoned(0.5, 'reps', 'half a rep is the grain of a count'),
  'side.share': practice(0.2, 'share', 'a side difference is shown from here, and beyond noise'),
  'side.seconds': practice(18, 's', 'and from here, on means of three, until the own error is known'),

  // Portfolio, tension.
  'portfolio.answered': reasoned(4, 'answered sessions', 'fewer: still learning'),
  'portfolio.window': reasoned(6, 'answered sessions', 'the latest ones decide the standing'),
  'portfolio.tolerated': reasoned(0.75, 'share of green sessions', 'from here: tolerated'),
  'brace.every': reasoned(4, 'sessions', 'the brace dial is asked when the last answer is this old'),
  'brace.quiet': practice(4, '0-10', 'quiet effort is 2-4; above, a quiet set is on offer'),
  'quiet.pairs': reasoned(3, 'pairs of sets', 'fewer: too early to tell'),
  'quiet.sway': reasoned(
    0.5,
    '% of trunk length',
    'more sway than this over the usual set counts as worse: a third of the mild limit',
  ),
  'quiet.shrug': reasoned(
    5,
    '%',
    'more sinking or shrugging than this counts as worse: half of the mild limit',
  ),
  'quiet.limit': reasoned(0.1, 'share', 'a steady limit lower by more than this counts as worse'),

  // The length of a session.
  'plan.settling': reasoned(60, 's', 'to lie down, be seen and start, for each exercise'),

  // Recovery.
  'walk.start': practice(8, 'min', 'start at 5-10 min', 'WalkBack [51]'),
  'walk.most': practice(30, 'min', 'build to 30 min', 'WalkBack [51]'),
  'walk.step': reasoned(2, 'min', 'after every three walks done'),
  'walk.per-step': reasoned(3, 'walks', 'see walk.step'),
  'walk.per-week': practice(5, 'days', 'five times a week', 'WalkBack [51]'),
  'walk.after-red': practice(10, 'min', 'easy walks only while red'),
  'rest.breathing': practice(6, 'min', '90-90 lying 5-10 min; comfort-based, low certainty'),
  'rest.breathe-in': practice(4, 's', 'comfort-based'),
  'rest.breathe-out': practice(6, 's', 'comfort-based, 6-8 s'),
  'rest.mobility': reasoned(4, 'min', 'easy movement, nothing loaded'),
})
