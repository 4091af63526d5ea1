/** The standings of exercises in words, with their rules, which quote the programme's own limits. */
import { limit, type PortfolioEntry, type QuietComparison, type Standing } from '../../core/programme'
import { m } from '../../words/compiled/messages'
import { number } from '../language'
import { kindOf, nameOf } from '../set/set-words'
import { sayLimit } from './trend-words'

export const standingNames: Readonly<Record<Standing, string>> = {
  'still-learning': m.portfolio_learning(),
  tolerated: m.portfolio_tolerated(),
}

const percent = (share: number): string => m.common_percent({ value: Math.round(share * 100) })

/** The rule of each standing, in the order in which an exercise can reach them. */
export const standingRules: readonly { readonly standing: Standing; readonly rule: string }[] = [
  {
    standing: 'still-learning',
    rule: m.portfolio_rule_learning({ answered: limit('portfolio.answered') }),
  },
  {
    standing: 'tolerated',
    rule: m.portfolio_rule_tolerated({
      share: percent(limit('portfolio.tolerated')),
      window: limit('portfolio.window'),
    }),
  },
]

const quietNames: Readonly<Record<QuietComparison['worse'][number], string>> = {
  sway: m.portfolio_sway(),
  shrug: m.portfolio_shoulders(),
  'steady-limit': m.portfolio_limit(),
}

/** How sets with less effort compare with usual ones, in one sentence. */
export function quietText({ verdict, worse, shrug }: QuietComparison): string {
  switch (verdict) {
    case 'too-early':
      return m.portfolio_quiet_early()
    case 'no-worse':
      return shrug === null ? m.portfolio_quiet_same() : m.portfolio_quiet_same_all()
    case 'worse': {
      const what = worse
        .map((each) => quietNames[each])
        .reduce((first, second) => m.portfolio_and({ first, second }))
      return m.portfolio_quiet_worse({ what })
    }
  }
}

/** An entry as a row of a table: its name, standing, sessions, steady limit, green mornings and pain. */
export function portfolioRow(entry: PortfolioEntry): {
  readonly head: string
  readonly cells: readonly string[]
} {
  const { exercise, standing, sessions, steadyLimit, greenShare, painDuring } = entry
  return {
    head: nameOf({ ...entry, side: null }),
    cells: [
      standingNames[standing],
      String(sessions),
      steadyLimit === null ? m.portfolio_none_yet() : sayLimit(steadyLimit, kindOf(exercise)),
      greenShare === null ? m.portfolio_not_answered() : percent(greenShare),
      painDuring === null ? m.portfolio_not_answered() : m.portfolio_of_ten({ value: number(painDuring) }),
    ],
  }
}
