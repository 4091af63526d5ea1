import { expect, it } from 'vitest'
import { render } from 'svelte/server'
import { trend } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { ladders } from '../../../src/exercises/ladders'
import TrendChart from '../../../src/ui/history/TrendChart.svelte'
import { aYear } from '../../support/year'
import { monday } from './diary'

const end = addDays(monday, 400)
const log = aYear('improver', end, 2)

it.each([
  { exercise: 'bridge', variation: 'single-leg', side: 'left' },
  { exercise: 'bird-dog', variation: 'opposite-pair', side: null },
] as const)(
  'a year of $exercise has a dot for each measured limit only, and its story at both ends',
  (key) => {
    const { exercise } = key
    const year = trend(log, key, end, ladders)
    const drawing =
      render(TrendChart, { props: { trend: year, ladder: ladders[exercise] } }).body.split('<ul')[0] ?? ''
    const limits = year.points.filter(({ atLeast }) => !atLeast)
    expect(limits.length).toBeGreaterThan(5)
    expect(year.points.length).toBeGreaterThan(limits.length)
    expect(drawing.match(/<circle[^>]*class="known/g)).toHaveLength(limits.length)
    expect(drawing.match(/<path[^>]*class="more/g)).toHaveLength(1)
    const values = [...drawing.matchAll(/class="value[^>]*>(\d+)/g)].map(([, value]) => Number(value))
    expect(values).toEqual(
      [year.progress?.from.value, year.progress?.to.value].map((value) => Math.floor(value ?? 0)),
    )
    expect(drawing).not.toContain('NaN')
  },
)
