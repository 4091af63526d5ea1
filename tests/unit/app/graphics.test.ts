import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Graphics } from '../../../src/app/camera/graphics'
import type { PoseFrame } from '../../../src/core/pose/frame'
import type { PoseClient } from '../../../src/pose-worker/client'
import type { Delegate } from '../../../src/pose-worker/protocol'
import type { GraphicsRecord } from '../../../src/storage/records/schema'
import { framesOf } from '../../support/replay'

/** What both see; at half the size joints and outline lie a little elsewhere. */
function seen(width: number): PoseFrame {
  const frame = framesOf('bridge_clean_side').find(({ body }) => body?.contour)
  if (!frame?.body?.contour) throw new Error('no outline')
  if (width === 640) return frame
  const { body } = frame
  const landmarks = body.landmarks.map((value, i) => (i % 8 === 0 ? value + 0.002 : value))
  const clockwise = frame.body.contour.clockwise.map((value, i) => (i % 2 ? value + 0.01 : value))
  return { ...frame, body: { ...body, landmarks, contour: { ...frame.body.contour, clockwise } } }
}

let open = 0
const picture = (): ImageBitmap => {
  open++
  return {
    width: 640,
    height: 480,
    close: () => {
      open--
    },
  }
}

/** A device whose chip takes so long a picture; `fails` makes the client help itself by the processor. */
interface Made {
  readonly milliseconds?: number
  readonly fails?: boolean
  readonly chip?: string | null
}
function device({ milliseconds = 10, fails = false, chip = 'A chip' }: Made = {}) {
  let kept: GraphicsRecord | null = null
  let clock = 0
  const asked: Delegate[] = []
  let hold: Promise<void> = Promise.resolve()
  const client = (): PoseClient => {
    let setup: { delegate: Delegate } | null = null
    return {
      start: async (_model: string, delegate: Delegate) => {
        asked.push(delegate)
        setup = { delegate: fails ? 'CPU' : delegate }
        await hold
      },
      estimate: (image: ImageBitmap): Promise<PoseFrame | null> => {
        image.close()
        if (setup === null) return Promise.reject(new Error('closed'))
        clock += setup.delegate === 'GPU' ? milliseconds : 45
        return Promise.resolve(seen(image.width))
      },
      close: () => {
        setup = null
      },
      get setup() {
        return setup
      },
    } as unknown as PoseClient
  }
  const visit = (browser = 'A browser'): Graphics =>
    new Graphics({
      read: () => Promise.resolve(kept),
      keep: (record) => {
        kept = record
        return Promise.resolve()
      },
      chip: () => chip,
      browser,
      client,
      now: () => clock,
    })
  return {
    asked,
    visit,
    get kept() {
      return kept
    },
    holdUp: (until: Promise<void>) => {
      hold = until
    },
  }
}

async function showThree(graphics: Graphics): Promise<void> {
  await graphics.load()
  const image = picture()
  for (let i = 0; i < 6; i++) await graphics.see(image, i / 10)
  image.close()
}

beforeEach(() => {
  open = 0
  vi.stubGlobal(
    'createImageBitmap',
    (from: ImageBitmap, size?: { resizeWidth: number; resizeHeight: number }) =>
      Promise.resolve(
        Object.assign(picture(), {
          width: size?.resizeWidth ?? from.width,
          height: size?.resizeHeight ?? from.height,
        }),
      ),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the graphics chip', () => {
  it('is used once three pictures showed it quicker and alike, and remembered for this browser alone', async () => {
    const here = device()
    const graphics = here.visit()
    await showThree(graphics)
    expect(graphics.delegate).toBe('CPU')
    expect(await graphics.compare()).toBe(true)
    expect(graphics.delegate).toBe('GPU')
    expect(here.asked).toEqual(['CPU', 'CPU', 'GPU'])
    expect(open).toBe(0)

    const again = here.visit()
    await showThree(again)
    expect(again.delegate).toBe('GPU')
    expect(await again.compare()).toBe(false)
    const elsewhere = here.visit('Another browser')
    await elsewhere.load()
    expect([elsewhere.delegate, elsewhere.verdict]).toEqual(['CPU', null])
  })

  it('is left alone for good when it is slower, fails, or failed in use', async () => {
    for (const [here, verdict] of [
      [device({ milliseconds: 1000 }), 'slower'],
      [device({ fails: true }), 'failed'],
    ] as const) {
      const graphics = here.visit()
      await showThree(graphics)
      expect(await graphics.compare()).toBe(false)
      expect([here.kept?.verdict, graphics.verdict, graphics.delegate, open]).toEqual([
        verdict,
        verdict,
        'CPU',
        0,
      ])
    }
    const here = device()
    const graphics = here.visit()
    await showThree(graphics)
    await graphics.compare()
    await graphics.fail()
    expect([graphics.delegate, here.kept?.verdict]).toEqual(['CPU', 'failed'])
  })

  it('is never tried where graphics are software, nor without three pictures', async () => {
    const software = device({ chip: null })
    const none = software.visit()
    await showThree(none)
    expect(await none.compare()).toBe(false)
    const few = device().visit()
    await few.load()
    await few.see(picture(), 0)
    expect(await few.compare()).toBe(false)
    expect([software.asked, software.kept]).toEqual([[], null])
  })

  it('gives way to a set, and is tried again after it', async () => {
    const here = device()
    const graphics = here.visit()
    await showThree(graphics)
    let go: () => void = () => undefined
    here.holdUp(
      new Promise((resolve) => {
        go = resolve
      }),
    )
    const under = graphics.compare()
    graphics.stop()
    // The set shows its own before the workers have ended.
    await showThree(graphics)
    go()
    expect(await under).toBe(false)
    expect([here.kept, open]).toEqual([null, 3])
    expect(await graphics.compare()).toBe(true)
    expect(open).toBe(0)
  })
})
