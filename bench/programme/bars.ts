/** The bars of the programme: what it must reach, by scenario, and whether the tests hold it there already. */
import type { Figures } from './figures'

export interface Bar {
  readonly scenario: string
  readonly says: string
  readonly value: (figures: Figures) => number
  readonly least: number
  readonly most: number
  /** Whether the tests assert it. To be switched on here, one by one, as the rules reach it. */
  readonly asserted: boolean
}

const bar = (
  scenario: string,
  says: string,
  value: Bar['value'],
  [least, most]: readonly [number, number],
  asserted = false,
): Bar => ({ scenario, says, value, least, most, asserted })

const ratioBars = (scenario: string, least: number, most: number): Bar[] => [
  bar(scenario, 'least ratio from week 12 on', ({ ratioFrom12 }) => ratioFrom12[0], [least, Infinity]),
  bar(scenario, 'most ratio from week 12 on', ({ ratioFrom12 }) => ratioFrom12[1], [0, most], true),
]

const ownBars: readonly Bar[] = [
  bar('steady', 'ratio in week 4', ({ ratio4 }) => ratio4, [0.5, 1]),
  ...ratioBars('steady', 0.6, 0.85),
  bar('steady', 'lag in week 12, weeks', ({ lag12 }) => lag12, [0, 3]),
  bar('steady', 'lag in week 26, weeks', ({ lag26 }) => lag26, [0, 3]),
  ...ratioBars('fast', 0.55, 0.9),
  ...ratioBars('slow', 0.55, 0.9),
  ...ratioBars('plateau', 0.55, 0.9),
  bar('average-back', 'ratio in week 12', ({ ratio12 }) => ratio12, [0.5, 1]),
  bar('average-back', 'wrong step-backs a life', (each) => each.wrongStepBacksALife, [0, 2]),
  bar('usual-4', 'ratio in week 12', ({ ratio12 }) => ratio12, [0.5, 1]),
  bar('twice-a-week', 'ratio in week 12', ({ ratio12 }) => ratio12, [0.5, 1]),
  bar('real-change', 'lives told by week 12', (each) => each.announcedTrueBy12, [0.8, 1]),
  bar('none', 'lives told of a change that is none', (each) => each.announcedFalse, [0, 0.03]),
  bar('near-limit', 'lives told of a change that is none', (each) => each.announcedFalse, [0, 0.03]),
]

/** Bars of every scenario. */
const everywhere = (scenario: string): Bar[] => [
  bar(
    scenario,
    'sessions with a dose over .95 of the true limit',
    (each) => each.overLimit,
    [0, 0.01],
    scenario !== 'near-limit' && scenario !== 'no-noise',
  ),
  bar(scenario, 'steps on amber or red', (each) => each.stepsOnLight, [0, 0], true),
]

export const barsOf = (scenario: string): Bar[] => [
  ...ownBars.filter((each) => each.scenario === scenario),
  ...everywhere(scenario),
]

export const holds = ({ value, least, most }: Bar, figures: Figures): boolean => {
  const reached = value(figures)
  return reached >= least && reached <= most
}
