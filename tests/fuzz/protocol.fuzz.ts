/** What the page and the pose worker say to each other: nothing untyped passes, and the client outlives a worker that talks nonsense. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { CaptureFault } from '../../src/capture/fault'
import { LANDMARK_COUNT } from '../../src/core/pose/frame'
import { PoseClient, type WorkerLike } from '../../src/pose-worker/client'
import { parseFromWorker, parseToWorker, type ToWorker } from '../../src/pose-worker/protocol'
import { fuzz } from './fuzz'

const goodPose = {
  kind: 'pose',
  id: 1,
  frame: {
    ...{ time: 0, width: 640, height: 480, brightness: 0.5, unchanged: 0 },
    body: {
      landmarks: new Float32Array(LANDMARK_COUNT * 4),
      world: new Float32Array(LANDMARK_COUNT * 3),
      contour: null,
      silhouette: null,
    },
  },
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
})

/** A message that is nearly right: a good one with one place of it replaced. */
const nearly = fc
  .record({
    base: fc.constantFrom<object>(
      goodPose,
      { kind: 'ready' },
      { kind: 'fault', code: 'model-corrupt', detail: 'x' },
      { kind: 'start', model: 'full', delegate: 'CPU' },
      { kind: 'frame', id: 1, time: 0 },
    ),
    path: fc.constantFrom(
      ...[['kind'], ['id'], ['code'], ['detail'], ['model'], ['delegate'], ['image'], ['frame']],
      ...[
        ['frame', 'time'],
        ['frame', 'brightness'],
        ['frame', 'body'],
        ['frame', 'body', 'landmarks'],
      ],
      ...[
        ['frame', 'body', 'contour'],
        ['frame', 'body', 'silhouette'],
        ['frame', 'width'],
      ],
    ),
    value: anything,
  })
  .map(({ base, path, value }) => replaced(base, path, value))

function replaced(target: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const inner = (target as Record<string, unknown>)[key]
  if (rest.length > 0 && (typeof inner !== 'object' || inner === null)) return target
  return { ...target, [key]: rest.length === 0 ? value : replaced(inner as object, rest, value) }
}

/** Node has neither of the picture types that the parser asks for. */
Object.assign(globalThis, { VideoFrame: Map, ImageBitmap: Map })

fuzz(
  'the worker protocol takes a message for what it is or for none',
  fc.oneof(anything, nearly),
  (data) => {
    const to = parseToWorker(data)
    if (to?.kind === 'start')
      expect([to.model, to.delegate].every((text) => typeof text === 'string')).toBe(true)
    if (to?.kind === 'frame') expect(to.image).toBeInstanceOf(ImageBitmap)
    const from = parseFromWorker(data)
    if (from?.kind === 'fault') expect(typeof from.detail).toBe('string')
    if (from?.kind === 'pose') {
      expect(typeof from.id).toBe('number')
      expect(from.frame.body?.landmarks.length ?? 132).toBe(132)
    }
  },
  2,
)

/** What a worker may do with a message: answer well, answer anything, fail, or fall silent. */
const deed = fc.oneof(
  fc.constant('answer' as const),
  fc.constant('silence' as const),
  fc.constant('error' as const),
  fc.oneof(anything, nearly).map((said) => ({ said })),
)

class MadWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  readonly #deeds: unknown[]

  constructor(deeds: unknown[]) {
    this.#deeds = deeds
  }

  postMessage(message: ToWorker): void {
    const deed = this.#deeds.shift() ?? 'answer'
    queueMicrotask(() => {
      if (deed === 'silence') return
      if (deed === 'error') this.onerror?.({ message: '' } as ErrorEvent)
      else if (deed === 'answer')
        this.#say(message.kind === 'start' ? { kind: 'ready' } : goodAnswer(message))
      else this.#say((deed as { said: unknown }).said)
    })
  }

  terminate(): void {
    this.#deeds.length = 0
  }

  #say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent<unknown>)
  }
}

const goodAnswer = ({ id, time }: Extract<ToWorker, { kind: 'frame' }>): object => ({
  ...goodPose,
  id,
  frame: { ...goodPose.frame, time },
})

fuzz(
  'the pose client gives a pose, a dropped frame or a named fault, whatever the worker does',
  fc.array(deed, { maxLength: 12 }),
  async (deeds) => {
    const left = [...deeds]
    const client = new PoseClient({
      spawn: () => new MadWorker(left.splice(0, 4)),
      ...{ startTimeout: 2, frameTimeout: 2, stallTimeout: 2, backOff: [0, 0] },
    })
    try {
      await client.start()
      for (let time = 0; time < 6; time++) {
        const frame = await client.estimate({ width: 640, height: 480, close: () => undefined }, time)
        if (frame !== null) expect(frame.body?.landmarks.length ?? 132).toBe(132)
      }
    } catch (error) {
      expect(error).toBeInstanceOf(CaptureFault)
      expect(client.started).toBe(false)
    } finally {
      client.close()
    }
  },
  0.2,
)
