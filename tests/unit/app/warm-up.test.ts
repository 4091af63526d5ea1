import { describe, expect, it } from 'vitest'
import { shouldSave, warmUpAhead } from '../../../src/app/warm-up'

/** A page whose idle moments come at once. */
function page(hash: string, connection?: object) {
  const heard: (() => void)[] = []
  const location = { hash }
  const host = {
    location,
    navigator: { connection },
    addEventListener: (_: string, listener: () => void) => heard.push(listener),
    requestIdleCallback: (load: () => void) => {
      load()
    },
  } as unknown as Window
  const asked: string[] = []
  const pose = {
    started: false,
    ready: (model = 'full') => {
      asked.push(model)
      pose.started = true
      return Promise.reject(new Error('no network'))
    },
  }
  const go = (to: string): void => {
    location.hash = to
    heard.forEach((listener) => {
      listener()
    })
  }
  warmUpAhead(host, pose)
  return { asked, go }
}

describe('loading ahead', () => {
  it('begins on the way to a set, once, and not before', () => {
    const { asked, go } = page('#/')
    go('#/history')
    expect(asked).toEqual([])
    go('#/choose')
    go('#/live/bridge/double-leg')
    expect(asked).toEqual(['full'])
  })

  it.each([{ saveData: true }, { type: 'cellular' }, { effectiveType: '3g' }])(
    'is left out with %o',
    (connection) => {
      expect(shouldSave(connection)).toBe(true)
      const { asked, go } = page('#/choose', connection)
      go('#/session')
      expect(asked).toEqual([])
    },
  )

  it('is not left out where the browser says nothing, or good things', () => {
    expect(shouldSave(undefined)).toBe(false)
    expect(shouldSave({ saveData: false, type: 'wifi', effectiveType: '4g' })).toBe(false)
  })
})
