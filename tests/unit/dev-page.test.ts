/** dev.html: its list holds together, its addresses lead somewhere, and none of it reaches the app that people get. */
import path from 'node:path'
import { resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { frameOf, hashOf, parseShown } from '../../dev/address'
import { states } from '../../dev/states'
import { goldenOf, planOf, traceNames } from '../../dev/traces'
import { parseRoute } from '../../src/app/route'

const root = path.resolve(import.meta.dirname, '../..')

describe('the states', () => {
  it('are many, each under a name of its own, of a group and a name', () => {
    const ids = states.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(150)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z]+\/[a-z0-9_-]+$/.test(id))).toEqual([])
  })

  it('lead to screens that there are', () => {
    const lost = states.filter(
      ({ id, route }) =>
        id !== 'missing/address' && route !== undefined && parseRoute(route).page === 'unknown',
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  it('play traces that there are', () => {
    const named = states.flatMap(({ trace }) => (trace === undefined ? [] : [trace]))
    expect(named.filter((trace) => !traceNames.includes(trace))).toEqual([])
  })
})

it('knows from its golden lines which set each trace is of', () => {
  expect(traceNames.filter((trace) => goldenOf(trace) === '')).toEqual([])
  expect(planOf('sideplank_clean_up', 20)).toEqual({
    ...{ exercise: 'side-plank', variation: 'feet', side: 'right', target: 20, raised: null },
  })
})

it('writes an address and reads it again', () => {
  const hash = '#live/working?trace=bridge_clean_side&at=12.5&theme=dark&lang=de'
  const shown = parseShown(hash, 'before/ask')
  expect(hashOf(shown)).toBe(hash)
  expect(frameOf(shown)).toBe('?show=live%2Fworking&trace=bridge_clean_side&at=12.5&theme=dark&lang=de')
  expect(parseShown('', 'before/ask').id).toBe('before/ask')
})

it('is no part of the build', async () => {
  const config = await resolveConfig({ root, configFile: path.join(root, 'vite.config.ts') }, 'build')
  expect(config.build.rolldownOptions.input).toEqual([path.join(root, 'index.html')])
})
