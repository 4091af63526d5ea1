/** The page's side of the pose worker. */
import { CaptureFault } from '../capture/fault'
import type { PoseEstimator } from '../capture/source'
import type { PoseFrame } from '../core/pose/frame'
import { parseFromWorker, type Delegate, type FromWorker, type ModelName, type ToWorker } from './protocol'

/** What of a Worker the client uses, so that a test can stand in for it. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** What the worker runs: which model, and on what. */
export interface PoseSetup {
  readonly model: ModelName
  readonly delegate: Delegate
}

export interface PoseClientOptions {
  readonly spawn?: () => WorkerLike
  /** Milliseconds for wasm and model to load; on a slow machine that is many megabytes to compile. */
  readonly startTimeout?: number
  /** Milliseconds for one of the first frames: they compile shaders, and a software GPU takes a second each. */
  readonly frameTimeout?: number
  /** Milliseconds for a frame once a few were good: a worker that was ended from outside says nothing. */
  readonly stallTimeout?: number
  /** Milliseconds to wait before the first new worker, and before the second. */
  readonly backOff?: readonly [number, number]
  /** The lighter model that is tried at last; null where the model that was asked for is the point. */
  readonly lastResort?: ModelName | null
}

/** Good frames after which earlier failures are forgiven: half a minute at camera speed. */
const FORGIVEN_AFTER = 600
/** Good frames after which a worker has shown what it can do. */
const WARM_AFTER = 5

const spawnWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pose' })

interface Waiting {
  readonly accept: (message: FromWorker) => void
  readonly fail: (fault: CaptureFault) => void
}

/**
 * Runs the pose model in a worker of its own, one frame at a time. A worker that fails or hangs is replaced
 * after a moment and its frame dropped: first by its like on the CPU, then by the lighter model; a third
 * failure soon after is a CaptureFault, and the client is done.
 */
export class PoseClient implements PoseEstimator {
  readonly #spawn: () => WorkerLike
  readonly #options: Required<Omit<PoseClientOptions, 'spawn'>>
  #worker: WorkerLike | null = null
  #setup: PoseSetup | null = null
  #asked: PoseSetup | null = null
  #starting: Promise<void> = Promise.resolve()
  #waiting: Waiting | null = null
  /** What the worker said of itself while nobody waited for it. */
  #broken: CaptureFault | null = null
  #nextId = 1
  #failures = 0
  #good = 0
  #restarting = false

  constructor({ spawn = spawnWorker, ...options }: PoseClientOptions = {}) {
    this.#spawn = spawn
    this.#options = {
      startTimeout: 90_000,
      frameTimeout: 30_000,
      stallTimeout: 8_000,
      backOff: [250, 1_000],
      lastResort: 'lite',
      ...options,
    }
  }

  /** Loads the model; throws a CaptureFault (`model-missing`, `model-corrupt`, `graphics-missing`, `pose-failed`). */
  start(model: ModelName = 'full', delegate: Delegate = 'CPU'): Promise<void> {
    this.#starting = this.#start(model, delegate)
    return this.#starting
  }

  /** Loads the model where it is not loaded or on its way, and resolves when it can look. Throws as `start` does. */
  ready(model: ModelName = 'full', delegate: Delegate = 'CPU'): Promise<void> {
    const { asked } = this
    return asked?.model === model && asked.delegate === delegate
      ? this.#starting
      : this.start(model, delegate)
  }

  async #start(model: ModelName, delegate: Delegate): Promise<void> {
    this.close()
    const asked = { model, delegate }
    this.#setup = this.#asked = asked
    this.#failures = 0
    try {
      await this.#open()
    } catch (error) {
      if (!(error instanceof CaptureFault) || this.#asked !== asked) throw error
      await this.#replace(error)
    }
  }

  /** True between `start` and `close`. */
  get started(): boolean {
    return this.#setup !== null
  }

  /** What runs at present; null when nothing does. */
  get setup(): PoseSetup | null {
    return this.#setup
  }

  /** What `start` was asked for; null when nothing runs. */
  get asked(): PoseSetup | null {
    return this.#asked
  }

  /** Whether a lighter model sees than the one that was asked for: the user is told. */
  get lighter(): boolean {
    return this.#setup !== null && this.#setup.model !== this.#asked?.model
  }

  /** True while a failed worker is being replaced: nothing is seen meanwhile. */
  get restarting(): boolean {
    return this.#restarting
  }

  /**
   * The pose in a picture, which is taken over and closed. Only one call may be under way.
   * Null when the worker failed and was replaced: the frame is lost, the next may come.
   * @param time seconds since the source began
   */
  async estimate(image: VideoFrame | ImageBitmap, time: number): Promise<PoseFrame | null> {
    if (!this.#worker || this.#waiting) {
      image.close()
      throw new Error(this.#worker ? 'a frame is already in flight' : 'the pose client is not started')
    }
    const id = this.#nextId++
    try {
      if (this.#broken) {
        image.close()
        throw this.#broken
      }
      const message = await this.#ask({ kind: 'frame', id, time, image }, [image], this.#patience())
      if (message.kind !== 'pose' || message.id !== id)
        throw new CaptureFault('pose-failed', 'an answer out of turn')
      this.#good++
      if (this.#good >= FORGIVEN_AFTER) this.#failures = 0
      return message.frame
    } catch (error) {
      if (!(error instanceof CaptureFault) || this.#setup === null) throw error
      await this.#replace(error)
      return null
    }
  }

  /** Ends the worker; a frame under way rejects with `pose-failed`. */
  close(): void {
    this.#setup = null
    this.#asked = null
    this.#discard()
    this.#waiting?.fail(new CaptureFault('pose-failed', 'closed'))
  }

  #patience(): number {
    const { frameTimeout, stallTimeout } = this.#options
    return this.#good < WARM_AFTER ? frameTimeout : stallTimeout
  }

  /** Down the ladder until a worker runs; throws the last failure when there is no rung left. */
  async #replace(cause: CaptureFault): Promise<void> {
    const asked = this.#asked
    this.#restarting = true
    try {
      let failure = cause
      for (;;) {
        this.#discard()
        const next = this.#nextRung()
        if (next === null) {
          this.close()
          throw failure
        }
        await new Promise((resolve) => setTimeout(resolve, this.#options.backOff[this.#failures - 1] ?? 0))
        // Closed or started anew while this waited: somebody else's worker now.
        if (this.#asked !== asked) throw new CaptureFault('pose-failed', 'closed')
        this.#setup = next
        try {
          await this.#open()
          return
        } catch (error) {
          if (!(error instanceof CaptureFault) || this.#asked !== asked) throw error
          failure = error
        }
      }
    } finally {
      this.#restarting = false
    }
  }

  #nextRung(): PoseSetup | null {
    const { lastResort } = this.#options
    const { model } = this.#setup ?? {}
    this.#failures++
    if (model === undefined) return null
    if (this.#failures === 1) return { model, delegate: 'CPU' }
    if (this.#failures === 2 && lastResort !== null && model !== lastResort)
      return { model: lastResort, delegate: 'CPU' }
    return null
  }

  async #open(): Promise<void> {
    if (!this.#setup) throw new CaptureFault('pose-failed', 'closed')
    const worker = this.#spawn()
    this.#worker = worker
    this.#broken = null
    this.#good = 0
    const fail = (fault: CaptureFault): void => {
      if (this.#waiting) this.#waiting.fail(fault)
      else this.#broken = fault
    }
    worker.onmessage = (event) => {
      const message = parseFromWorker(event.data)
      if (message === null) fail(new CaptureFault('pose-failed', 'an unknown answer'))
      else if (message.kind === 'fault') fail(new CaptureFault(message.code, message.detail))
      else this.#waiting?.accept(message)
    }
    worker.onerror = (event) => {
      fail(new CaptureFault('pose-failed', event.message || 'the worker did not load'))
    }
    await this.#ask({ kind: 'start', ...this.#setup }, [], this.#options.startTimeout)
  }

  #discard(): void {
    if (!this.#worker) return
    this.#worker.onmessage = null
    this.#worker.onerror = null
    this.#worker.terminate()
    this.#worker = null
  }

  #ask(message: ToWorker, transfer: Transferable[], timeout: number): Promise<FromWorker> {
    return new Promise<FromWorker>((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer)
        this.#waiting = null
      }
      const timer = setTimeout(() => {
        this.#waiting?.fail(new CaptureFault('pose-failed', `no answer in ${String(timeout / 1000)} s`))
      }, timeout)
      this.#waiting = {
        accept: (answer) => {
          settle()
          resolve(answer)
        },
        fail: (fault) => {
          settle()
          reject(fault)
        },
      }
      this.#worker?.postMessage(message, transfer)
    })
  }
}
