/** Standings in words, with the rule that each follows, told with the programme's own numbers. */
import { limit, type Standing } from '../core/programme'

export const standingNames: Readonly<Record<Standing, string>> = {
  'still-learning': 'Still learning',
  tolerated: 'Tolerated',
  helps: 'Helps',
  'not-for-now': 'Not for now',
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** The rule of each standing, in the order in which a new exercise may pass through them. */
export const standingRules: readonly { readonly standing: Standing; readonly rule: string }[] = [
  {
    standing: 'still-learning',
    rule: `Fewer than ${limit('portfolio.answered')} sessions with an answered morning, or answers too mixed to say.`,
  },
  {
    standing: 'tolerated',
    rule: `At least ${percent(limit('portfolio.tolerated'))} of the mornings green, and no red, over the latest ${limit('portfolio.window')} answered sessions.`,
  },
  {
    standing: 'helps',
    rule: `Tolerated, at least ${limit('portfolio.helps-answered')} answered, and mornings after it ${Math.abs(limit('portfolio.helps-change'))} point or more lower than the check-in before.`,
  },
  {
    standing: 'not-for-now',
    rule: `${limit('red.seek-count')} reds within the latest ${limit('portfolio.window')}, or fewer than ${percent(limit('portfolio.not-now'))} of the mornings green. Left out for ${limit('pause.days')} days, then tried again at its smallest.`,
  },
]

/** "1.4 points lower", "0.3 points higher", "the same": the mornings after against the check-ins before. */
export function changeWords(change: number): string {
  const size = Math.round(Math.abs(change) * 10) / 10
  if (size === 0) return 'the same'
  return `${size} ${size === 1 ? 'point' : 'points'} ${change < 0 ? 'lower' : 'higher'}`
}
