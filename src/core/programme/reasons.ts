/**
 * Why the plan is what it is: a code with its facts, and the English sentence made from them. The code and
 * the facts are what is decided and kept; another language needs only another table of sentences.
 */

type NoFacts = Readonly<Record<string, never>>

/** Facts of each reason. Names and step texts come in rendered, numbers in the unit of the sentence. */
export interface ReasonFacts {
  // the day
  setup: NoFacts
  'read-page': NoFacts
  'safety-advice': NoFacts
  'usual-high': { usual: number; most: number }
  'red-rest': { day: string; until: string }
  'no-training-day': NoFacts
  'moved-from': { day: string }
  'moved-to': { day: string; heavy: string }
  'heavy-today': { heavy: string }
  'heavy-near': { heavy: string }
  'lifting-today': NoFacts
  'heavy-said': NoFacts
  'sleep-poor': { hours: number }
  'stress-high': { stress: number }
  'amber-lighter': NoFacts
  'deload-weeks': { weeks: number }
  'deload-ambers': { count: number; days: number }
  'deload-form': { count: number; of: number }
  'deload-running': { until: string }
  'session-done': NoFacts
  'asked-for-session': NoFacts
  'asked-for-full': NoFacts
  'asked-for-lighter': NoFacts
  'all-left-out': NoFacts
  // notices
  'seek-advice': { count: number; days: number }
  'page-again': { days: number }
  'clock-back': NoFacts
  'override-unknown': { level: string }
  // one exercise
  'first-time': NoFacts
  'step-more': { done: string; sessions: number; step: string }
  'level-up': { passes: number; level: string }
  'hold-one-pass': { have: number; need: number }
  'hold-week': { percent: number }
  'hold-unknown': NoFacts
  'hold-mixed': { because: string }
  'hold-light': { light: string }
  'hold-day': NoFacts
  'hold-after-lighter': NoFacts
  'hold-top': NoFacts
  'hold-top-passes': { have: number; need: number }
  'step-back': { sessions: number; check: string; step: string }
  'floor-form': { check: string }
  'level-back-collapse': { done: string; check: string; level: string }
  'level-back-red': { level: string }
  'less-red': NoFacts
  'gap-repeat': { days: number }
  'gap-less': { days: number }
  'gap-level': { days: number; level: string }
  'mode-lighter': NoFacts
  'mode-deload': NoFacts
  'week-trimmed': { percent: number }
  'week-full': { percent: number }
  'position-avoided': { position: string }
  'not-for-now': { until: string }
  'trial-again': NoFacts
  'asked-skip': NoFacts
  'asked-dose': NoFacts
  'capacity-check': { days: number }
  'quiet-offer': { brace: number }
  'hardest-first': NoFacts
  'calms-last': NoFacts
  'weaker-first': { side: string }
  // lights
  'light-during': { pain: number; usual: number }
  'light-sharp': NoFacts
  'light-spread': { reach: string }
  'light-buttock': NoFacts
  'light-morning': { rise: number }
  'light-run': { mornings: number }
  'light-stiff': { minutes: number }
  'light-missing': NoFacts
  // recovery
  'recovery-daily': NoFacts
  'recovery-after-hard': NoFacts
  'recovery-sleep': NoFacts
  'recovery-red': NoFacts
}

export type ReasonCode = keyof ReasonFacts

export type ReasonOf<C extends ReasonCode> = C extends ReasonCode
  ? { readonly code: C; readonly facts: Readonly<ReasonFacts[C]> }
  : never
/** A reason as it is kept in the log. */
export type Reason = ReasonOf<ReasonCode>

/** Makes a reason. */
export function because<C extends ReasonCode>(code: C, facts: ReasonFacts[C]): ReasonOf<C> {
  return { code, facts } as unknown as ReasonOf<C>
}

type Sentences = { readonly [C in ReasonCode]: (facts: Readonly<ReasonFacts[C]>) => string }

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const sentences: Sentences = {
  setup: () => 'Tell Keel about your usual back first.',
  'read-page': () => 'Read the first page before a session.',
  'safety-advice': () =>
    'You answered yes to a safety question. No session until a check-in is clear; read the page on when to get help.',
  'usual-high': (f) =>
    `Your usual pain is ${f.usual} of 10. Keel stops sets above ${f.most}, so it suggests walking and advice from a clinician.`,
  'red-rest': (f) => `Red on ${f.day}: easy walking only until ${f.until}.`,
  'no-training-day': () => 'No session today. Recovery is today’s work.',
  'moved-from': (f) => `Moved here from ${f.day}.`,
  'moved-to': (f) => `Today holds ${f.heavy}, so the session moves to ${f.day}.`,
  'heavy-today': (f) => `Today holds ${f.heavy}: a lighter session.`,
  'heavy-near': (f) => `${f.heavy} within a day of today: a lighter session.`,
  'lifting-today': () => 'Lifting today is work enough for your back: no session.',
  'heavy-said': () => 'You said that today is heavy: a lighter session.',
  'sleep-poor': (f) => `${f.hours} h of sleep: a lighter session is on offer.`,
  'stress-high': (f) => `Stress at ${f.stress} of 10: a lighter session is on offer.`,
  'amber-lighter': () => 'Amber since the last session: a quarter less, and no step.',
  'deload-weeks': (f) => `${plural(f.weeks, 'week', 'weeks')} of work: a week with half the sets.`,
  'deload-ambers': (f) => `${f.count} ambers in ${f.days} days: a week with half the sets.`,
  'deload-form': (f) =>
    `Form ended ${f.count} of the last ${f.of} sessions early: a week with half the sets.`,
  'deload-running': (f) => `Half the sets until ${f.until}, then on from where you were.`,
  'session-done': () => 'Today’s session is done.',
  'asked-for-session': () => 'You asked for a session today.',
  'asked-for-full': () => 'You chose the full session.',
  'asked-for-lighter': () => 'You chose a lighter session.',
  'all-left-out': () => 'Nothing on the ladder suits today. Walking and rest are the work.',
  'seek-advice': (f) =>
    `${f.count} reds within ${f.days} days: have someone qualified look at your back before going on.`,
  'page-again': (f) => `${f.days} days since the last session: read the first page once more.`,
  'clock-back': () => 'Some entries carry a later date than today. They are kept and read as today’s.',
  'override-unknown': (f) =>
    `Your change names a level that is not on the ladder (${f.level}), so it was left aside.`,
  'first-time': () => 'The first step: small, so that the camera learns how you hold it.',
  'step-more': (f) =>
    `Your last ${f.sessions === 1 ? 'session' : `${f.sessions} sessions`} stayed steady to ${f.done} with green mornings: ${f.step}.`,
  'level-up': (f) =>
    `${plural(f.passes, 'session', 'sessions')} held at the top of this level: on to ${f.level}.`,
  'hold-one-pass': (f) => `${f.have} of ${f.need} steady sessions at this dose: the same once more.`,
  'hold-week': (f) => `One more would take the week above +${f.percent}%: the same today.`,
  'hold-unknown': () => 'The morning after the last session has no answer: the same again.',
  'hold-mixed': (f) => `The same again: ${f.because}.`,
  'hold-light': (f) =>
    `${f.light === 'unknown' ? 'No answer from your back yet' : `The light is ${f.light}`}: no step today.`,
  'hold-day': () => 'A lighter day: no step.',
  'hold-after-lighter': () => 'The last session was a lighter one: first the full dose again.',
  'hold-top': () => 'The top of the ladder: keep it.',
  'hold-top-passes': (f) =>
    `${f.have} of ${f.need} steady sessions at the top of this level: the same once more.`,
  'step-back': (f) =>
    `Form ended the last ${plural(f.sessions, 'session', 'sessions')} early, ${f.check} first: ${f.step}.`,
  'floor-form': (f) =>
    `Form ended the last sessions early, ${f.check} first; this is already the smallest dose, so it stays.`,
  'level-back-collapse': (f) => `Form gave at ${f.done}, ${f.check} first: back to ${f.level}.`,
  'level-back-red': (f) => `Red since the last session: back to ${f.level}.`,
  'less-red': () => 'Red since the last session: a quarter less.',
  'gap-repeat': (f) => `${f.days} days since the last time: the same dose once more.`,
  'gap-less': (f) => `${f.days} days since the last time: a quarter less to begin with.`,
  'gap-level': (f) => `${f.days} days since the last time: back in at ${f.level}.`,
  'mode-lighter': () => 'A quarter less today; nothing is lost on the ladder.',
  'mode-deload': () => 'Half the sets this week; nothing is lost on the ladder.',
  'week-trimmed': (f) => `This week is near +${f.percent}%: fewer today.`,
  'week-full': (f) => `This week already holds +${f.percent}%: left out today.`,
  'position-avoided': (f) => `Left out: it needs ${f.position}, which you avoid.`,
  'not-for-now': (f) =>
    `Not for now: your back did not like it. Tried again from ${f.until}, at its smallest.`,
  'trial-again': () => 'Tried again after a pause, at its smallest.',
  'asked-skip': () => 'You left it out today.',
  'asked-dose': () => 'You chose this dose.',
  'capacity-check': (f) =>
    `${plural(f.days, 'day', 'days')} since the last look: the last set is on to find your steady limit.`,
  'quiet-offer': (f) => `You braced at ${f.brace} of 10. Could you do the last set with 10% less?`,
  'hardest-first': () => 'First, while fresh: the hardest for you to keep steady.',
  'calms-last': () => 'Last: your mornings are easier after it.',
  'weaker-first': (f) => `The ${f.side} side first: it gave sooner. Both sides do the same.`,
  'light-during': (f) => `Pain ${f.pain} during, usually ${f.usual}.`,
  'light-sharp': () => 'Sharp pain during.',
  'light-spread': (f) => `Pain reached ${f.reach}, further than usual.`,
  'light-buttock': () => 'Pain reached the buttock, further than usual.',
  'light-morning': (f) =>
    f.rise > 0 ? `${plural(f.rise, 'point', 'points')} above your usual.` : 'At your usual or below.',
  'light-run': (f) => `Raised for ${f.mornings} mornings in a row.`,
  'light-stiff': (f) => `Stiff for ${f.minutes} min, far longer than your usual.`,
  'light-missing': () => 'The morning after has no answer yet.',
  'recovery-daily': () => 'Recovery counts like work.',
  'recovery-after-hard': () => 'Yesterday asked more of you: lighter movement today.',
  'recovery-sleep': () => 'A harder session today: give tonight’s sleep half an hour more.',
  'recovery-red': () => 'Easy walks only, as short as they need to be.',
}

/** The English sentence of a reason. */
export function say(reason: Reason): string {
  const sentence = sentences[reason.code] as (facts: Reason['facts']) => string
  return sentence(reason.facts)
}
