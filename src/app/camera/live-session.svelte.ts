/** The camera and the pose model, open from the first set to the end of the session; sets come and go in front of them. */
import { openChosenCamera, type Camera } from '../../capture/camera'
import { asCaptureFault, type CaptureFault } from '../../capture/fault'
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

/** Takes the frames between two sets. */
export type Watcher = (frame: PoseFrame) => void

export class LiveSession {
  readonly #pose: PoseClient
  readonly #budget: FrameBudget
  readonly #film: SetFilm | null
  readonly #graphics: Graphics | null
  readonly #chosenCamera: () => string | null
  readonly #estimator: ThrottledEstimator
  readonly #awake = new StayAwake()
  readonly #closed = new AbortController()
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
  #fellBack = $state.raw(false)
  #saidSlow = false

  /**
   * @param budget knows from earlier sets what this machine can do
   * @param film records the video of a set when the user asked for it
   * @param graphics knows whether the graphics chip may run the model; null: the processor does
   * @param chosenCamera the id of the camera to open; null for the browser's own choice
   */
  constructor(
    pose: PoseClient,
    budget: FrameBudget,
    film: SetFilm | null = null,
    graphics: Graphics | null = null,
    chosenCamera: () => string | null = () => null,
  ) {
    this.#pose = pose
    this.#budget = budget
    this.#film = film
    this.#graphics = graphics
    this.#chosenCamera = chosenCamera
    this.#pace = $state.raw(budget.pace)
    this.#estimator = new ThrottledEstimator({
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

  /** Which path the pictures take to the model, and whether enough of them come to judge form. */
  get pace(): Pace {
    return this.#pace
  }
  /** Why nothing can be judged although the camera is open; null while it can. */
  get blind(): Blindness | null {
    return this.#blind
  }
  /** The chosen camera is not there, and the browser's own is open instead. */
  get cameraFellBack(): boolean {
    return this.#fellBack
  }
  /** Whether the lighter model runs because the usual one failed. */
  get lighter(): boolean {
    return this.#lighter
  }

  /** Whether the video of the next set will be kept. */
  get filmWanted(): boolean {
    return this.#filmWanted
  }

  /** Asks for the video of the next set, or takes that back. It counts for one set only. */
  wantFilm(wanted: boolean): void {
    this.#filmWanted = wanted
  }

  /** Whether to say aloud that too few pictures come: true at the first call of a session. */
  tellsSlow(): boolean {
    const first = !this.#saidSlow
    this.#saidSlow = true
    return first
  }

  paintWith(painter: Painter | null): void {
    this.#painter = painter
  }

  /** Gives the frames between two sets to a watcher; null: the model does not run then. */
  watchWith(watcher: Watcher | null): void {
    this.#watcher = watcher
  }

  /** Starts a set, which takes the frames from now on. */
  beginSet(set: LiveSet): void {
    if (this.#budget.rest()) this.#pace = this.#budget.pace
    this.#graphics?.stop()
    this.#chooseDelegate()
    this.#set = set
    set.countOnly(this.#pace.slow)
  }

  /** Ends the set, which keeps what was done. The camera stays open, and a set that began since goes on. */
  leaveSet(set: LiveSet | null): void {
    set?.endSet()
    void this.#film?.end()
    this.#filmWanted = false
    if (this.#set === set) this.#set = null
    void this.#compareGraphics()
  }

  /** After a set: finds out whether the graphics chip may run the model, and switches to it. */
  async #compareGraphics(): Promise<void> {
    const better = await this.#graphics?.compare()
    if (better !== true || this.#state !== 'running' || this.#set !== null) return
    this.#chooseDelegate()
    // The model compiles while the user rests. A failure shows again at the first picture.
    await this.#estimator.start().catch(() => undefined)
  }

  /** Never call during a set: its frames are judged against a baseline of the same delegate. */
  #chooseDelegate(): void {
    this.#estimator.runOn(this.#graphics?.delegate ?? 'CPU')
  }

  /**
   * Opens the camera and runs until the session is closed. Call from a tap: the browser asks for permission.
   * After a fault it goes on with the paused set.
   */
  async begin(): Promise<void> {
    this.#fault = null
    this.#state = 'opening'
    try {
      await this.#run()
    } catch (error) {
      if (this.#isClosed()) return
      this.#fail(asCaptureFault(error))
    }
  }

  close(): void {
    this.#closed.abort()
    this.leaveSet(this.#set)
    this.#release()
    this.#state = 'closed'
  }

  async #run(): Promise<void> {
    const { camera, fellBack } = await openChosenCamera(this.#chosenCamera())
    if (this.#isClosed()) {
      camera.close()
      return
    }
    this.#camera = camera
    this.#fellBack = fellBack
    this.#stream = camera.stream
    this.#state = 'loading'
    void this.#awake.begin()
    await this.#graphics?.load()
    this.#chooseDelegate()
    await this.#estimator.start()
    // Loading takes seconds, and the user may have left.
    if (this.#isClosed()) return
    this.#state = 'running'
    // After a fault the camera may stand in another place.
    this.#set?.reframe()
    await camera.poses(this.#onlyWhenWatched(), (frame) => this.#take(frame), this.#closed.signal, {
      stamp: this.#stamp,
      onSight: (blind) => this.#noteBlindness(blind),
      onReshaped: () => this.#set?.reframe(),
    })
  }

  #noteBlindness(blind: Blindness | null): void {
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

  /** Skips the model while neither a set nor a watcher takes the frames. */
  #onlyWhenWatched(): PoseEstimator {
    const estimator = this.#estimator
    return {
      get restarting() {
        return estimator.restarting
      },
      estimate: async (image, time) => {
        if (this.#set?.current.state === 'countdown') await this.#graphics?.see(image, time)
        if (this.#set !== null || this.#watcher !== null) return estimator.estimate(image, time)
        image.close()
        return null
      },
    }
  }

  #isClosed(): boolean {
    return this.#closed.signal.aborted
  }

  /** Pauses the set, to go on or to be finished, and closes the camera. */
  #fail(fault: CaptureFault): void {
    this.#set?.loseSight('camera')
    this.#blind = null
    this.#release()
    this.#fault = fault
    this.#state = 'fault'
    if (fault.code === 'camera-lost' || fault.code === 'camera-missing') this.#awaitCamera()
  }

  /** Opens a camera that is plugged in again without a tap, as the person on the mat can't reach the keyboard. */
  #awaitCamera(): void {
    const reopen = (): void => {
      if (this.#state === 'fault') void this.begin()
    }
    navigator.mediaDevices.addEventListener('devicechange', reopen, {
      once: true,
      signal: this.#closed.signal,
    })
  }

  #release(): void {
    void this.#awake.end()
    this.#camera?.close()
    this.#camera = null
    this.#stream = null
  }
}
