import { describe, expect, it, vi } from 'vitest'
import { CaptureFault } from '../../src/capture/fault'
import { PoseClient, type WorkerLike } from '../../src/pose-worker/client'
import { parseFromWorker, parseToWorker, type ToWorker } from '../../src/pose-worker/protocol'

/** What a stand-in worker does with the n-th frame it gets. */
type Behaviour = 'answer' | 'fault' | 'hang' | 'nonsense'

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  terminated = false
  setup: ToWorker | null = null
  readonly #frames: Behaviour[]

  constructor(frames: Behaviour[]) {
    this.#frames = frames
  }

  postMessage(message: ToWorker): void {
    queueMicrotask(() => {
      if (message.kind === 'start') {
        this.setup = message
        this.#say({ kind: 'ready' })
      } else this.#answer(message.id, message.time)
    })
  }

  terminate(): void {
    this.terminated = true
  }

  /** Fails although nobody asked, as when the graphics context is taken away. */
  complain(): void {
    this.#say({ kind: 'fault', code: 'pose-failed', detail: 'the graphics context was lost' })
  }

  #answer(id: number, time: number): void {
    const frame = { time, width: 640, height: 480, brightness: null, body: null }
    switch (this.#frames.shift() ?? 'answer') {
      case 'answer':
        this.#say({ kind: 'pose', id, frame })
        break
      case 'fault':
        this.#say({ kind: 'fault', code: 'pose-failed', detail: 'aborted' })
        break
      case 'nonsense':
        this.#say({ kind: 'pose', id, frame: { time } })
        break
      case 'hang':
    }
  }

  #say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent<unknown>)
  }
}

const QUICK = { frameTimeout: 20, stallTimeout: 20, backOff: [0, 0] } as const

function workersOf(...lives: Behaviour[][]): { workers: FakeWorker[]; spawn: () => WorkerLike } {
  const workers: FakeWorker[] = []
  const spawn = (): WorkerLike => {
    const worker = new FakeWorker(lives[workers.length] ?? [])
    workers.push(worker)
    return worker
  }
  return { workers, spawn }
}

function clientOf(...lives: Behaviour[][]): { client: PoseClient; workers: FakeWorker[] } {
  const { workers, spawn } = workersOf(...lives)
  return { client: new PoseClient({ ...QUICK, spawn }), workers }
}

const picture = (close: () => void = () => undefined): ImageBitmap => ({ width: 640, height: 480, close })

describe('PoseClient', () => {
  it('gives the pose with the time it was asked for', async () => {
    const { client } = clientOf()
    await client.start()
    expect(await client.estimate(picture(), 1.5)).toMatchObject({ time: 1.5 })
  })

  it.each(['fault', 'hang', 'nonsense'] as const)(
    'drops the frame and replaces a worker on: %s',
    async (trouble) => {
      const { client, workers } = clientOf(['answer', trouble])
      await client.start()
      await client.estimate(picture(), 0)
      expect(await client.estimate(picture(), 1)).toBeNull()
      expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
      expect(await client.estimate(picture(), 2)).toMatchObject({ time: 2 })
    },
  )

  it('tries its like on the CPU, then the lighter model, and then gives up', async () => {
    const { client, workers } = clientOf(['fault'], ['answer', 'fault'], ['answer', 'fault'])
    await client.start('full', 'GPU')
    expect(await client.estimate(picture(), 0)).toBeNull()
    expect(client.lighter).toBe(false)
    await client.estimate(picture(), 1)
    expect(await client.estimate(picture(), 2)).toBeNull()
    expect([client.setup?.model, client.lighter]).toEqual(['lite', true])
    expect(await client.estimate(picture(), 3)).toMatchObject({ time: 3 })
    await expect(client.estimate(picture(), 4)).rejects.toMatchObject({ code: 'pose-failed' })
    expect(workers.map(({ setup }) => setup)).toEqual([
      { kind: 'start', model: 'full', delegate: 'GPU' },
      { kind: 'start', model: 'full', delegate: 'CPU' },
      { kind: 'start', model: 'lite', delegate: 'CPU' },
    ])
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
    expect(client.started).toBe(false)
  })

  it('takes no lighter model where the one that was asked for is the point', async () => {
    const { workers, spawn } = workersOf(['fault'], ['fault'])
    const client = new PoseClient({ ...QUICK, spawn, lastResort: null })
    await client.start('heavy')
    expect(await client.estimate(picture(), 0)).toBeNull()
    await expect(client.estimate(picture(), 1)).rejects.toMatchObject({ code: 'pose-failed' })
    expect(workers).toHaveLength(2)
  })

  it('waits before it starts another, and says so meanwhile', async () => {
    vi.useFakeTimers()
    try {
      const { workers, spawn } = workersOf(['fault'])
      const client = new PoseClient({ spawn })
      await client.start()
      const lost = client.estimate(picture(), 0)
      await vi.advanceTimersByTimeAsync(200)
      expect([workers.length, client.restarting]).toEqual([1, true])
      await vi.advanceTimersByTimeAsync(100)
      expect(await lost).toBeNull()
      expect([workers.length, client.restarting]).toEqual([2, false])
    } finally {
      vi.useRealTimers()
    }
  })

  it('replaces a worker that broke while nobody asked it, and closes the picture', async () => {
    const { client, workers } = clientOf(['answer'])
    await client.start()
    await client.estimate(picture(), 0)
    workers[0]?.complain()
    const closed = vi.fn()
    expect(await client.estimate(picture(closed), 1)).toBeNull()
    expect([workers.length, closed.mock.calls.length]).toEqual([2, 1])
  })

  it('forgives a failure after half a minute of good frames', async () => {
    const { client, workers } = clientOf(['fault'], [...Array<Behaviour>(600).fill('answer'), 'fault'])
    await client.start()
    await client.estimate(picture(), 0)
    for (let i = 1; i <= 600; i++) await client.estimate(picture(), i)
    expect(await client.estimate(picture(), 601)).toBeNull()
    expect(workers).toHaveLength(3)
  })

  it('refuses a second frame while one is in flight, and closes it', async () => {
    const { client } = clientOf()
    await client.start()
    const first = client.estimate(picture(), 0)
    const closed = vi.fn()
    const second = picture(closed)
    await expect(client.estimate(second, 1)).rejects.toThrow('in flight')
    expect(closed).toHaveBeenCalledOnce()
    await expect(first).resolves.toMatchObject({ time: 0 })
  })

  it('lets go of the frame under way when it is closed', async () => {
    const { client, workers } = clientOf(['hang'])
    await client.start()
    const asked = client.estimate(picture(), 0)
    client.close()
    await expect(asked).rejects.toBeInstanceOf(CaptureFault)
    expect(workers).toHaveLength(1)
  })

  it('says why the model did not load', async () => {
    const worker = new FakeWorker([])
    worker.postMessage = () => {
      worker.onmessage?.({
        data: { kind: 'fault', code: 'model-missing', detail: 'HTTP 404' },
      } as MessageEvent<unknown>)
    }
    const client = new PoseClient({ ...QUICK, spawn: () => worker })
    await expect(client.start('heavy')).rejects.toMatchObject({ code: 'model-missing', detail: 'HTTP 404' })
    expect(worker.terminated).toBe(true)
  })
})

describe('the protocol', () => {
  it('takes nothing that it does not know', () => {
    for (const data of [
      null,
      7,
      'start',
      {},
      { kind: 'stop' },
      { kind: 'start', model: 'huge', delegate: 'CPU' },
    ])
      expect(parseToWorker(data)).toBeNull()
    for (const data of [
      undefined,
      {},
      { kind: 'pose', id: 1, frame: {} },
      { kind: 'fault', code: 'other', detail: '' },
    ])
      expect(parseFromWorker(data)).toBeNull()
  })

  it('takes a start and a fault', () => {
    const start = { kind: 'start', model: 'lite', delegate: 'GPU' }
    const fault = { kind: 'fault', code: 'model-corrupt', detail: 'sum' }
    expect(parseToWorker(start)).toEqual(start)
    expect(parseFromWorker(fault)).toEqual(fault)
  })
})
