/** The camera, the pose model and one live set, joined for as long as the screen is open. */
import { openCamera, type Camera } from '../capture/camera'
import { CaptureFault } from '../capture/fault'
import type { PoseFrame } from '../core/pose/frame'
import type { PoseClient } from '../pose-worker/client'
import type { LiveSet } from './live-set.svelte'

export type SessionStage = 'asking' | 'opening' | 'loading' | 'running' | 'fault' | 'closed'

/** Draws a frame; called for each, outside the reactive graph. */
export type Painter = (frame: PoseFrame) => void

export interface LiveSessionOptions {
  readonly pose: PoseClient
  readonly createSet: () => LiveSet
}

export class LiveSession {
  readonly #options: LiveSessionOptions
  readonly #over = new AbortController()
  #camera: Camera | null = null
  #painter: Painter | null = null

  #stage = $state.raw<SessionStage>('asking')
  #stream = $state.raw<MediaStream | null>(null)
  #set = $state.raw<LiveSet | null>(null)
  #fault = $state.raw<CaptureFault | null>(null)

  constructor(options: LiveSessionOptions) {
    this.#options = options
  }

  get stage(): SessionStage {
    return this.#stage
  }
  get stream(): MediaStream | null {
    return this.#stream
  }
  get set(): LiveSet | null {
    return this.#set
  }
  get fault(): CaptureFault | null {
    return this.#fault
  }

  paintWith(painter: Painter | null): void {
    this.#painter = painter
  }

  /** Opens the camera and runs until the session is closed. Call from a tap: the browser asks for permission. */
  async begin(): Promise<void> {
    this.#fault = null
    this.#stage = 'opening'
    try {
      await this.#run()
    } catch (error) {
      if (this.#left()) return
      if (!(error instanceof CaptureFault)) throw error
      this.#fail(error)
    }
  }

  close(): void {
    this.#over.abort()
    this.#set?.endSet()
    this.#release()
    this.#stage = 'closed'
  }

  async #run(): Promise<void> {
    const { pose, createSet } = this.#options
    const camera = await openCamera()
    if (this.#left()) {
      camera.close()
      return
    }
    this.#camera = camera
    this.#stream = camera.stream
    this.#stage = 'loading'
    if (!pose.started) await pose.start()
    // Loading takes seconds, and the user may have left.
    if (this.#left()) return
    const set = createSet()
    this.#set = set
    this.#stage = 'running'
    const take = (frame: PoseFrame): void => {
      this.#painter?.(frame)
      set.take(frame)
    }
    await camera.poses(pose, take, this.#over.signal)
  }

  #left(): boolean {
    return this.#over.signal.aborted
  }

  /** What was recorded is kept first; then the fault is shown. */
  #fail(fault: CaptureFault): void {
    this.#set?.loseSource()
    this.#release()
    this.#fault = fault
    this.#stage = 'fault'
  }

  #release(): void {
    this.#camera?.close()
    this.#camera = null
    this.#stream = null
  }
}
