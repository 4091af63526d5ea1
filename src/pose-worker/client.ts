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

export interface PoseClientOptions {
  readonly spawn?: () => WorkerLike
  /** Milliseconds for wasm and model to load; on a slow machine that is many megabytes to compile. */
  readonly startTimeout?: number
  /** Milliseconds for one frame; the first ones compile shaders, and a software GPU takes a second each. */
  readonly frameTimeout?: number
}

/** Good frames after which an earlier failure is forgiven: half a minute at camera speed. */
const FORGIVEN_AFTER = 600

const spawnWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pose' })

interface Waiting {
  readonly accept: (message: FromWorker) => void
  readonly fail: (fault: CaptureFault) => void
}

/**
 * Runs the pose model in a worker of its own, one frame at a time. A worker that fails or hangs is replaced
 * once and its frame dropped; a second failure soon after is a CaptureFault, and the client is done.
 */
export class PoseClient implements PoseEstimator {
  readonly #spawn: () => WorkerLike
  readonly #startTimeout: number
  readonly #frameTimeout: number
  #worker: WorkerLike | null = null
  #setup: { model: ModelName; delegate: Delegate } | null = null
  #waiting: Waiting | null = null
  #nextId = 1
  #goodSinceRestart = FORGIVEN_AFTER

  constructor({ spawn = spawnWorker, startTimeout = 90_000, frameTimeout = 30_000 }: PoseClientOptions = {}) {
    this.#spawn = spawn
    this.#startTimeout = startTimeout
    this.#frameTimeout = frameTimeout
  }

  /** Loads the model; throws a CaptureFault (`model-missing`, `model-corrupt`, `pose-failed`). */
  async start(model: ModelName = 'full', delegate: Delegate = 'CPU'): Promise<void> {
    this.close()
    this.#setup = { model, delegate }
    this.#goodSinceRestart = FORGIVEN_AFTER
    await this.#open()
  }

  /** True between `start` and `close`. */
  get started(): boolean {
    return this.#setup !== null
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
      const message = await this.#ask({ kind: 'frame', id, time, image }, [image], this.#frameTimeout)
      if (message.kind !== 'pose' || message.id !== id)
        throw new CaptureFault('pose-failed', 'an answer out of turn')
      this.#goodSinceRestart++
      return message.frame
    } catch (error) {
      if (!(error instanceof CaptureFault) || this.#setup === null) throw error
      await this.#restart(error)
      return null
    }
  }

  /** Ends the worker; a frame under way rejects with `pose-failed`. */
  close(): void {
    this.#setup = null
    this.#discard()
    this.#waiting?.fail(new CaptureFault('pose-failed', 'closed'))
  }

  async #restart(cause: CaptureFault): Promise<void> {
    this.#discard()
    if (this.#goodSinceRestart < FORGIVEN_AFTER) {
      this.close()
      throw cause
    }
    this.#goodSinceRestart = 0
    await this.#open()
  }

  async #open(): Promise<void> {
    if (!this.#setup) throw new CaptureFault('pose-failed', 'closed')
    const worker = this.#spawn()
    this.#worker = worker
    worker.onmessage = (event) => {
      const message = parseFromWorker(event.data)
      if (message === null) this.#waiting?.fail(new CaptureFault('pose-failed', 'an unknown answer'))
      else if (message.kind === 'fault') this.#waiting?.fail(new CaptureFault(message.code, message.detail))
      else this.#waiting?.accept(message)
    }
    worker.onerror = (event) => {
      this.#waiting?.fail(new CaptureFault('pose-failed', event.message || 'the worker did not load'))
    }
    try {
      await this.#ask({ kind: 'start', ...this.#setup }, [], this.#startTimeout)
    } catch (error) {
      this.close()
      throw error
    }
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
