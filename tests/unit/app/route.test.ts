import { describe, expect, it } from 'vitest'
import { href, parseRoute, type Route } from '../../../src/app/route'

const known: Exclude<Route, { page: 'unknown' }>[] = [
  { page: 'today' },
  { page: 'choose' },
  { page: 'first' },
  { page: 'film', sample: false },
  { page: 'film', sample: true },
  { page: 'done', id: 'a b/c' },
  { page: 'set', id: 'x' },
  { page: 'history' },
  { page: 'settings' },
  { page: 'trend', exercise: 'side-plank', variation: 'feet', side: 'right' },
  { page: 'trend', exercise: 'bridge', variation: 'march', side: null },
  {
    page: 'live',
    plan: { exercise: 'bridge', variation: 'single-leg', side: 'right', target: 8, raised: null },
  },
  {
    page: 'live',
    plan: { exercise: 'side-plank', variation: 'knees', side: 'left', target: null, raised: true },
  },
  {
    page: 'live',
    plan: {
      exercise: 'bridge',
      variation: 'double-leg',
      side: null,
      target: 5,
      raised: null,
      secondView: true,
    },
  },
]

describe('addresses', () => {
  it.each(known)('lead back to $page', (route) => {
    expect(parseRoute(href(route))).toEqual(route)
  })

  it.each(['#/nowhere', '#/live/squat/deep', '#/live/bridge/upside-down', '#/set', '#/history/bridge/none'])(
    '%s is not found',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ page: 'unknown' })
    },
  )

  it('takes what nobody can have encoded as it stands', () => {
    expect(parseRoute('#/set/%')).toEqual({ page: 'set', id: '%' })
    expect(parseRoute('#/%E0%A4%A/%')).toEqual({ page: 'unknown' })
  })

  it('knows a second camera place only where it can judge', () => {
    expect(parseRoute('#/live/bridge/double-leg?view=knees')).toMatchObject({
      plan: { target: 5, secondView: true },
    })
    for (const hash of ['#/live/bridge/single-leg?view=knees', '#/live/bridge/double-leg?view=moon'])
      expect(parseRoute(hash)).not.toHaveProperty('plan.secondView')
  })

  it('fills in a side where one is needed, and drops one where none is', () => {
    expect(parseRoute('#/live/side-plank/feet')).toMatchObject({ plan: { side: 'left' } })
    expect(parseRoute('#/live/bridge/double-leg/right')).toMatchObject({ plan: { side: null } })
  })

  it.each(['-3', '0', '1e9', 'ten'])('ignores a target of %s', (target) => {
    expect(parseRoute(`#/live/bridge/march?target=${target}`)).toMatchObject({ plan: { target: null } })
  })
})
