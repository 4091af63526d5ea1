/** Figures of the programme's simulation as text. */
import { barsOf, holds } from './bars'
import type { Figures } from './figures'
import type { Scenario } from './scenarios'

const two = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2))
const one = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(1))
const percent = (value: number): string => `${(100 * value).toFixed(value > 0 && value < 0.1 ? 1 : 0)}%`
const shares = (counts: Readonly<Record<string, number>>, most = 12): string =>
  Object.entries(counts)
    .slice(0, most)
    .map(([key, value]) => `${key} ${percent(value)}`)
    .join(', ') || 'none'

function barLines(figures: Figures): string[] {
  return barsOf(figures.scenario).map((bar) => {
    const bounds = bar.most === Infinity ? `at least ${bar.least}` : `${bar.least} to ${bar.most}`
    const mark = holds(bar, figures) ? 'pass' : 'FAIL'
    return `  ${mark}  ${bar.says}: ${two(bar.value(figures))} (${bounds})${bar.asserted ? ', held by the tests' : ''}`
  })
}

/** All that is known of a scenario's lives. */
export function report(scenario: Scenario, figures: Figures): string {
  const levels = Object.entries(figures.levelAtEnd).map(([id, level]) => `${id} ${one(level)}`)
  return [
    `${scenario.name}: ${scenario.says} (${figures.lives} lives, ${one(figures.sessionsALife)} sessions each)`,
    `  ratio week 4 / 12 / 26    ${two(figures.ratio4)} / ${two(figures.ratio12)} / ${two(figures.ratio26)}`,
    `  lag week 12 / 26          ${one(figures.lag12)} / ${one(figures.lag26)} weeks`,
    `  level at the end          ${levels.join(', ')}; still on the first ${percent(figures.onFirstLevel)}`,
    `  steps a life              ${one(figures.stepsALife)} (${shares(figures.stepsByAxis)}), levels up ${one(figures.levelsUpALife)}`,
    `  days                      ${shares(figures.modes)}`,
    `  reasons                   ${shares(figures.reasons)}`,
    `  wrong step-backs a life   ${one(figures.wrongStepBacksALife)}, of these by pain ${one(figures.wrongByPainALife)}`,
    `  true gains announced      ${percent(figures.announcedTrue)} (median week ${one(figures.announcedTrueWeek)}), by week 12 ${percent(figures.announcedTrueBy12)}`,
    `  false gains announced     ${percent(figures.announcedFalse)} (median week ${one(figures.announcedFalseWeek)})`,
    `  dose over .95 of limit    ${percent(figures.overLimit)} of sessions`,
    `  steps on amber or red     ${figures.stepsOnLight}`,
    ...barLines(figures),
  ].join('\n')
}

/** One line a scenario, in Markdown; those that miss most bars first. */
export function table(all: readonly Figures[]): string {
  const missed = (figures: Figures): number =>
    barsOf(figures.scenario).filter((bar) => !holds(bar, figures)).length
  const rows = all
    .toSorted((a, b) => missed(b) - missed(a))
    .map((figures) =>
      [
        figures.scenario,
        `${missed(figures)} of ${barsOf(figures.scenario).length}`,
        `${two(figures.ratio4)} / ${two(figures.ratio12)} / ${two(figures.ratio26)}`,
        `${one(figures.lag12)} / ${one(figures.lag26)}`,
        percent(figures.onFirstLevel),
        one(figures.stepsALife),
        one(figures.wrongStepBacksALife),
        `${percent(figures.announcedTrueBy12)} / ${percent(figures.announcedTrue)}`,
        percent(figures.announcedFalse),
        percent(figures.overLimit),
        shares(figures.modes, 3),
      ].join(' | '),
    )
  const heads = [
    'scenario',
    'bars missed',
    'ratio week 4 / 12 / 26',
    'lag week 12 / 26',
    'on level 1 at the end',
    'steps a life',
    'wrong step-backs a life',
    'true gains told by week 12 / 26',
    'false gains told',
    'sessions over .95',
    'days',
  ]
  return [heads.join(' | '), heads.map(() => '---').join(' | '), ...rows]
    .map((row) => `| ${row} |\n`)
    .join('')
}
