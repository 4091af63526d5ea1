import { describe, expect, it } from 'vitest'
import { shouldSave, warmUpAhead } from '../../../src/app/camera/warm-up'

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
    ready: (model = 'full', delegate = 'CPU') => {
      asked.push(`${model} ${delegate}`)
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
  warmUpAhead(host, pose, () => Promise.resolve('GPU'))
  return { asked, go }
}

describe('loading ahead', () => {
  it('begins on the way to a set, once, and not before', async () => {
    const { asked, go } = page('#/')
    go('#/history')
    expect(asked).toEqual([])
    go('#/choose')
    go('#/live/bridge/double-leg')
    await Promise.resolve()
    expect(asked).toEqual(['full GPU'])
  })

  it('loads for a film what films are read with: the processor', async () => {
    const { asked } = page('#/film')
    await Promise.resolve()
    expect(asked).toEqual(['full CPU'])
  })

  it.each([{ saveData: true }, { type: 'cellular' }, { effectiveType: '3g' }])(
    'is left out with %o',
    async (connection) => {
      expect(shouldSave(connection)).toBe(true)
      const { asked, go } = page('#/choose', connection)
      go('#/session')
      await Promise.resolve()
      expect(asked).toEqual([])
    },
  )

  it('is not left out where the browser says nothing, or good things', () => {
    expect(shouldSave(undefined)).toBe(false)
    expect(shouldSave({ saveData: false, type: 'wifi', effectiveType: '4g' })).toBe(false)
  })
})
