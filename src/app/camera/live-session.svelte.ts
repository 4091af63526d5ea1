/** The camera and the pose model, open from the first set to the end of the session; sets come and go in front of them. */
import { openCamera, type Camera } from '../../capture/camera'
import { CaptureFault } from '../../capture/fault'
import type { Blindness } from '../../capture/camera-watchdog'
import type { PoseEstimator } from '../../capture/source'
import { createStamper } from '../../capture/stamp'
import type { PoseFrame } from '../../core/pose/frame'
import type { PoseClient } from '../../pose-worker/client'
import type { FrameBudget, Pace } from './frame-budget'
import type { Graphics } from './graphics'
import type { LiveSet } from '../set/live-set.svelte'
import { ThrottledEstimator } from './throttled-estimator'
import type { SetFilm } from '../set/recording/set-film'
import { StayAwake } from './stay-awake'

export type SessionState = 'asking' | 'opening' | 'loading' | 'running' | 'fault' | 'closed'

/** Draws a frame; called for each, outside the reactive graph. */
export type Painter = (frame: PoseFrame) => void

/** Takes the frames while nobody does a set. */
export type Watcher = (frame: PoseFrame) => void

export class LiveSession {
  readonly #pose: PoseClient
  readonly #budget: FrameBudget
  readonly #film: SetFilm | null
  readonly #graphics: Graphics | null
  readonly #eyes: ThrottledEstimator
  readonly #awake = new StayAwake()
  readonly #over = new AbortController()
  /** One clock for every camera of the session. */
  readonly #stamp = createStamper()
  #camera: Camera | null = null
  #painter: Painter | null = null
  #watcher: Watcher | null = null

  #state = $state.raw<SessionState>('asking')
  #stream = $state.raw<MediaStream | null>(null)
  #set = $state.raw<LiveSet | null>(null)
  #fault = $state.raw<CaptureFault | null>(null)
  #pace: Pace
  #blind = $state.raw<Blindness | null>(null)
  #lighter = $state.raw(false)
  #filmWanted = $state.raw(false)
  #toldSlow = false

  /**
   * @param budget knows from earlier sessions what this machine can do
   * @param film keeps the picture of a set where the user asked for it before
   * @param graphics knows whether the graphics chip may see; null: the processor does
   */
  constructor(
    pose: PoseClient,
    budget: FrameBudget,
    film: SetFilm | null = null,
    graphics: Graphics | null = null,
  ) {
    this.#pose = pose
    this.#budget = budget
    this.#film = film
    this.#graphics = graphics
    this.#pace = $state.raw(budget.pace)
    this.#eyes = new ThrottledEstimator({
      pose,
      budget,
      inSet: () => this.#set?.current.state === 'working',
      onPace: (pace) => {
        this.#pace = pace
        this.#set?.countOnly(pace.slow)
      },
      now: () => performance.now(),
    })
  }

  get state(): SessionState {
    return this.#state
  }
  get stream(): MediaStream | null {
    return this.#stream
  }
  /** The set that takes the frames; null between sets. */
  get set(): LiveSet | null {
    return this.#set
  }
  get fault(): CaptureFault | null {
    return this.#fault
  }

  /** Which way the pictures take to the model, and whether there are enough of them to judge by. */
  get pace(): Pace {
    return this.#pace
  }
  /** Why nothing can be judged although the camera is there; null while it can. */
  get blind(): Blindness | null {
    return this.#blind
  }
  /** Whether the lighter model sees, because the usual one failed. */
  get lighter(): boolean {
    return this.#lighter
  }

  /** Whether the video of the next set is going to be kept. */
  get filmWanted(): boolean {
    return this.#filmWanted
  }

  /** Asks for the video of the next set, or takes it back. It is for that set alone: none is kept by habit. */
  wantFilm(wanted: boolean): void {
    this.#filmWanted = wanted
  }

  /** Whether to say aloud that too few pictures come: true at the first asking of a session. */
  tellsSlow(): boolean {
    const first = !this.#toldSlow
    this.#toldSlow = true
    return first
  }

  paintWith(painter: Painter | null): void {
    this.#painter = painter
  }

  /** Gives the frames to somebody else between two sets; null: nobody looks, and the model rests. */
  watchWith(watcher: Watcher | null): void {
    this.#watcher = watcher
  }

  /** Gives the frames to a set from now on. */
  beginSet(set: LiveSet): void {
    if (this.#budget.rest()) this.#pace = this.#budget.pace
    this.#graphics?.stop()
    this.#seeBy()
    this.#set = set
    set.countOnly(this.#pace.slow)
  }

  /** Ends what runs of the set, which keeps what was done; the camera stays open. No effect once another set has begun. */
  leaveSet(set: LiveSet | null): void {
    set?.endSet()
    void this.#film?.end()
    this.#filmWanted = false
    if (this.#set === set) this.#set = null
    void this.#compareGraphics()
  }

  /** In a rest, and after the last set: whether the graphics chip sees as well, and sooner. */
  async #compareGraphics(): Promise<void> {
    const better = await this.#graphics?.compare()
    if (better !== true || this.#state !== 'running' || this.#set !== null) return
    this.#seeBy()
    // It compiles while the user rests; what fails is met again by the first picture.
    await this.#eyes.start().catch(() => undefined)
  }

  /** Never within a set: other eyes, however like, are not put in the middle of one. */
  #seeBy(): void {
    this.#eyes.runOn(this.#graphics?.delegate ?? 'CPU')
  }

  /**
   * Opens the camera and runs until the session is closed. Call from a tap: the browser asks for permission.
   * After a fault it goes on with the set that waits.
   */
  async begin(): Promise<void> {
    this.#fault = null
    this.#state = 'opening'
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
    this.leaveSet(this.#set)
    this.#release()
    this.#state = 'closed'
  }

  async #run(): Promise<void> {
    const camera = await openCamera()
    if (this.#left()) {
      camera.close()
      return
    }
    this.#camera = camera
    this.#stream = camera.stream
    this.#state = 'loading'
    void this.#awake.begin()
    await this.#graphics?.load()
    this.#seeBy()
    await this.#eyes.start()
    // Loading takes seconds, and the user may have left.
    if (this.#left()) return
    this.#state = 'running'
    // It may stand elsewhere than the one that was lost.
    this.#set?.reframe()
    await camera.poses(this.#onlyWhenWatched(), (frame) => this.#take(frame), this.#over.signal, {
      stamp: this.#stamp,
      onSight: (blind) => this.#tellSight(blind),
      onReshaped: () => this.#set?.reframe(),
    })
  }

  #tellSight(blind: Blindness | null): void {
    this.#blind = blind
    if (blind !== null) this.#set?.loseSight(blind === 'hidden' ? 'hidden' : 'camera')
  }

  #take(frame: PoseFrame): void {
    if (this.#pose.lighter !== this.#lighter) this.#lighter = this.#pose.lighter
    if (this.#pose.asked?.delegate === 'GPU' && this.#pose.setup?.delegate === 'CPU')
      void this.#graphics?.fail()
    this.#painter?.(frame)
    if (this.#set === null) {
      this.#watcher?.(frame)
      return
    }
    this.#set.take(frame)
    if (this.#camera !== null)
      this.#film?.follow(this.#set, this.#camera.stream, frame.time, this.#filmWanted)
  }

  /** In a rest nobody needs the pose: the model rests too. */
  #onlyWhenWatched(): PoseEstimator {
    const eyes = this.#eyes
    return {
      get restarting() {
        return eyes.restarting
      },
      estimate: async (image, time) => {
        if (this.#set?.current.state === 'countdown') await this.#graphics?.see(image, time)
        if (this.#set !== null || this.#watcher !== null) return eyes.estimate(image, time)
        image.close()
        return null
      },
    }
  }

  #left(): boolean {
    return this.#over.signal.aborted
  }

  /** The set waits with what was done, to go on or to be finished. */
  #fail(fault: CaptureFault): void {
    this.#set?.loseSight('camera')
    this.#blind = null
    this.#release()
    this.#fault = fault
    this.#state = 'fault'
    if (fault.code === 'camera-lost' || fault.code === 'camera-missing') this.#awaitCamera()
  }

  /** Whoever lies on the mat has no hand for a button: a camera that is plugged in again is opened by itself. */
  #awaitCamera(): void {
    const again = (): void => {
      if (this.#state === 'fault') void this.begin()
    }
    navigator.mediaDevices.addEventListener('devicechange', again, { once: true, signal: this.#over.signal })
  }

  #release(): void {
    void this.#awake.end()
    this.#camera?.close()
    this.#camera = null
    this.#stream = null
  }
}
