/** Analyses a film with the same model and the same judge as a live set. */
import { asCaptureFault, CaptureFault } from '../../capture/fault'
import { requireFeatures } from '../../capture/features'
import type { Film, FilmGap } from '../../capture/film/film'
import type { Analyser } from '../../core/analysis/analyser'
import type { AnalysisEvent, ExerciseId } from '../../core/analysis/model'
import type { PoseFrame } from '../../core/pose/frame'
import type { PoseClient } from '../../pose-worker/client'
import type { SetRecord } from '../../storage/records/schema'
import { SetRecorder, type RecordHead } from '../set/recording/set-recorder'
import { secondViewFor } from '../../sentences/set/second-view'
import { checkText, kindOf } from '../../sentences/set/set-words'

export type FilmState = 'idle' | 'opening' | 'running' | 'done' | 'fault'

/** Frames a second that are analysed: the verdict is the same as with all of them, in less than half the time. */
const FRAMES_PER_SECOND = 12

export interface FilmRequest {
  readonly film: () => Promise<Blob>
  readonly head: RecordHead
  readonly analyser: Analyser
}

/** What is unusual about a film that was read all the same. */
export interface FilmRemarks {
  readonly gaps: readonly FilmGap[]
  /** The picture changed its shape, as when a phone is turned while it records. */
  readonly turned: boolean
  /** Its author slowed or sped up a part. */
  readonly retimed: boolean
}

const NO_REMARKS: FilmRemarks = { gaps: [], turned: false, retimed: false }

/** Draws pictures and poses while the film is read; called outside the reactive graph. */
export interface FilmPainter {
  picture(picture: VideoFrame | ImageBitmap, time: number): void
  pose(frame: PoseFrame): void
}

export class FilmAnalysis {
  readonly #pose: PoseClient
  #painter: FilmPainter | null = null
  #abort: AbortController | null = null

  #state = $state.raw<FilmState>('idle')
  #percent = $state.raw(0)
  #size = $state.raw<{ readonly width: number; readonly height: number } | null>(null)
  #record = $state.raw<SetRecord | null>(null)
  #trace = $state.raw<readonly PoseFrame[]>([])
  #fault = $state.raw<CaptureFault | null>(null)
  #remarks = $state.raw<FilmRemarks>(NO_REMARKS)
  #sawSomeone = $state.raw(false)
  #count = $state.raw(0)
  #flags = $state.raw<readonly string[]>([])

  constructor(pose: PoseClient) {
    this.#pose = pose
  }

  get state(): FilmState {
    return this.#state
  }
  /** Whole per cent of the film. */
  get percent(): number {
    return this.#percent
  }
  /** Size of the picture that the model gets. */
  get size(): { readonly width: number; readonly height: number } | null {
    return this.#size
  }
  get record(): SetRecord | null {
    return this.#record
  }
  /** The movement that the record was made from. */
  get trace(): readonly PoseFrame[] {
    return this.#trace
  }
  /** Why it failed. There may be a record too, when the film broke off. */
  get fault(): CaptureFault | null {
    return this.#fault
  }
  /** What the person should know of how the film was read. */
  get remarks(): FilmRemarks {
    return this.#remarks
  }
  /** False when no frame showed a person. */
  get sawSomeone(): boolean {
    return this.#sawSomeone
  }

  /** Reps so far, or whole seconds of the running hold. */
  get count(): number {
    return this.#count
  }
  /** Names of the checks that were flagged so far, in the order of the first flag. */
  get flags(): readonly string[] {
    return this.#flags
  }

  paintWith(painter: FilmPainter | null): void {
    this.#painter = painter
  }

  async analyse(request: FilmRequest): Promise<void> {
    this.cancel()
    const abort = new AbortController()
    this.#abort = abort
    this.#reset('opening')
    try {
      requireFeatures('film')
      // The library that reads films is large, and nothing else needs it.
      const { openFilm } = await import('../../capture/film/film').catch((error: unknown) => {
        throw new CaptureFault('part-missing', String(error))
      })
      const film = await openFilm(await request.film())
      try {
        await this.#run(film, request, abort.signal)
      } finally {
        film.close()
      }
    } catch (error) {
      if (abort.signal.aborted) return
      this.#fault = asCaptureFault(error)
      this.#state = 'fault'
    }
  }

  /** Stops the analysis and discards it. */
  cancel(): void {
    this.#abort?.abort()
    this.#abort = null
    this.#reset('idle')
  }

  async #run(film: Film, { head, analyser }: FilmRequest, signal: AbortSignal): Promise<void> {
    // A live set on a slow machine may have loaded the lighter model.
    await this.#pose.ready()
    signal.throwIfAborted()
    this.#size = film.fitted
    this.#state = 'running'
    const recorder = new SetRecorder(head, analyser)
    const take = (frame: PoseFrame): void => {
      if (frame.body !== null && !this.#sawSomeone) this.#sawSomeone = true
      this.#follow(recorder, recorder.step(frame), head.exercise)
      this.#painter?.pose(frame)
    }
    let fault: CaptureFault | null
    try {
      const run = await film.poses(this.#pose, take, {
        signal,
        everyFps: FRAMES_PER_SECOND,
        onProgress: (share) => (this.#percent = Math.floor(share * 100)),
        onPicture: (picture, time) => this.#painter?.picture(picture, time),
        onBreak: () => recorder.interrupt(),
      })
      fault = run.fault
      this.#remarks = { gaps: run.gaps, turned: run.turns > 0, retimed: film.retimed }
    } catch (error) {
      // What the model saw before it failed is still a record.
      if (signal.aborted || !(error instanceof CaptureFault) || !recorder.hasWork) throw error
      fault = error
    }
    const record = recorder.finish(null)
    this.#fault = fault
    this.#trace = recorder.trace
    this.#record = completed(record)
    this.#state = 'done'
  }

  #follow(recorder: SetRecorder, events: readonly AnalysisEvent[], exercise: ExerciseId): void {
    const { reps, holdSeconds } = recorder.reading()
    this.#count = kindOf(exercise) === 'hold' ? Math.floor(holdSeconds) : reps
    for (const event of events) {
      if (event.kind !== 'cue') continue
      const { name } = checkText(exercise, event.check)
      if (!this.#flags.includes(name)) this.#flags = [...this.#flags, name]
    }
  }

  #reset(state: FilmState): void {
    this.#state = state
    this.#percent = 0
    this.#size = null
    this.#record = null
    this.#trace = []
    this.#fault = null
    this.#remarks = NO_REMARKS
    this.#sawSomeone = false
    this.#count = 0
    this.#flags = []
  }
}

/** Completes a film's record: it ends where a live set would have, and the camera's place is the one that was seen. */
function completed(record: SetRecord): SetRecord {
  const second = secondViewFor(record.exercise, record.variation)
  return {
    ...record,
    stopReason: record.analysis.stop?.reason ?? null,
    ...(second?.facing === record.analysis.view.name ? { secondView: true } : {}),
  }
}
