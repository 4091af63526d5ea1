/** The page's side of the pose worker. */
import { CaptureFault } from '../capture/fault'
import type { PoseEstimator } from '../capture/source'
import type { PoseFrame } from '../core/pose/frame'
import { parseFromWorker, type Delegate, type FromWorker, type ModelName, type ToWorker } from './protocol'

/** The part of a Worker that the client uses, so that a test can replace it. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Which model the worker runs, and on which processor. */
export interface PoseSetup {
  readonly model: ModelName
  readonly delegate: Delegate
}

export interface PoseClientOptions {
  readonly spawn?: () => WorkerLike
  /** Milliseconds in which the wasm and the model must load: many megabytes are compiled, which is slow on a slow machine. */
  readonly startTimeout?: number
  /** Milliseconds for each of the first frames: they compile shaders, and software graphics take a second each. */
  readonly frameTimeout?: number
  /** Milliseconds for a frame once a few have succeeded: a worker that the system killed does not answer. */
  readonly stallTimeout?: number
  /** Milliseconds to wait before the first new worker, and before the second. */
  readonly backOff?: readonly [number, number]
  /** The lighter model that is tried last; null to use no other model than the one asked for. */
  readonly lastResort?: ModelName | null
}

/** Earlier failures no longer count after this many frames without one: half a minute at 20 a second. */
const FORGIVEN_AFTER_FRAMES = 600
/** The shorter `stallTimeout` holds from this many frames on. */
const WARM_AFTER_FRAMES = 5

const spawnWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pose' })

interface Waiting {
  readonly accept: (message: FromWorker) => void
  readonly fail: (fault: CaptureFault) => void
}

/**
 * Runs the pose model in a worker, one frame at a time. A worker that fails or hangs is replaced after a short wait,
 * and its frame is dropped: first by the same model on the CPU, then by the lighter model. A third failure soon
 * after is thrown as a CaptureFault, and the client is closed.
 */
export class PoseClient implements PoseEstimator {
  readonly #spawn: () => WorkerLike
  readonly #options: Required<Omit<PoseClientOptions, 'spawn'>>
  #worker: WorkerLike | null = null
  #setup: PoseSetup | null = null
  #asked: PoseSetup | null = null
  #starting: Promise<void> = Promise.resolve()
  #waiting: Waiting | null = null
  /** A fault that the worker reported while no frame was in flight. */
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

  /**
   * Loads the model.
   * @throws CaptureFault `model-missing`, `model-corrupt`, `graphics-missing` or `pose-failed`
   */
  start(model: ModelName = 'full', delegate: Delegate = 'CPU'): Promise<void> {
    this.#starting = this.#start(model, delegate)
    return this.#starting
  }

  /** Loads the model unless it is loaded or loading. Resolves when it can estimate. @throws as `start` */
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

  /** What runs now; null when nothing does. */
  get setup(): PoseSetup | null {
    return this.#setup
  }

  /** What `start` was asked for; null when nothing runs. */
  get asked(): PoseSetup | null {
    return this.#asked
  }

  /** Whether a lighter model runs than the one asked for. The user is told. */
  get lighter(): boolean {
    return this.#setup !== null && this.#setup.model !== this.#asked?.model
  }

  /** True while a failed worker is being replaced. No frame is estimated meanwhile. */
  get restarting(): boolean {
    return this.#restarting
  }

  /**
   * Finds the pose in a picture, and closes the picture. Only one call may be in flight.
   * @param time seconds since the source began
   * @returns null when the worker failed and was replaced: this frame is lost, the next one can be asked for
   * @throws CaptureFault when the worker failed and could not be replaced
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
      const message = await this.#ask({ kind: 'frame', id, time, image }, [image], this.#frameTimeout())
      if (message.kind !== 'pose' || message.id !== id)
        throw new CaptureFault('pose-failed', 'an answer to another frame')
      this.#good++
      if (this.#good >= FORGIVEN_AFTER_FRAMES) this.#failures = 0
      return message.frame
    } catch (error) {
      if (!(error instanceof CaptureFault) || this.#setup === null) throw error
      await this.#replace(error)
      return null
    }
  }

  /** Ends the worker. A frame in flight rejects with `pose-failed`. */
  close(): void {
    this.#setup = null
    this.#asked = null
    this.#discard()
    this.#waiting?.fail(new CaptureFault('pose-failed', 'closed'))
  }

  #frameTimeout(): number {
    const { frameTimeout, stallTimeout } = this.#options
    return this.#good < WARM_AFTER_FRAMES ? frameTimeout : stallTimeout
  }

  /** Tries one setup after another until a worker runs. @throws the last failure when none is left */
  async #replace(cause: CaptureFault): Promise<void> {
    const asked = this.#asked
    this.#restarting = true
    try {
      let failure = cause
      for (;;) {
        this.#discard()
        const next = this.#nextSetup()
        if (next === null) {
          this.close()
          throw failure
        }
        await new Promise((resolve) => setTimeout(resolve, this.#options.backOff[this.#failures - 1] ?? 0))
        // The client was closed or started again during the wait: this worker is no longer wanted.
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

  #nextSetup(): PoseSetup | null {
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
