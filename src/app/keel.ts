/** The app: what it keeps, what it sees with, and where the user is. Made once, in `main.ts`. */
import { createAnalyser } from '../core/analysis/analyser'
import type { ExerciseId } from '../core/analysis/model'
import { PlacementCoach } from '../core/pose/placement'
import { exercises } from '../exercises'
import { PoseClient } from '../pose-worker/client'
import { openIndexedDb } from '../storage/keyvalue'
import { Store } from '../storage/store'
import { exportEverything } from '../storage/transfer'
import { FilmAnalysis } from './film-analysis.svelte'
import { HistoryState } from './history.svelte'
import { LiveSession } from './live-session.svelte'
import { LiveSet } from './live-set.svelte'
import { Programme } from './programme.svelte'
import { headFor, type RecordHead } from './recorder'
import type { SetPlan } from './route'
import { Router } from './router.svelte'
import { secondViewOf } from './second-view'
import { SettingsState } from './settings.svelte'
import { silence, type Sound } from './sound'

/** A film to read, and what the user says of it. */
export interface FilmChoice {
  readonly exercise: ExerciseId
  readonly raised: boolean | null
  readonly film: () => Promise<Blob>
}

export class Keel {
  readonly store: Store
  readonly router: Router
  readonly settings: SettingsState
  readonly history: HistoryState
  readonly programme: Programme
  readonly pose = new PoseClient()

  constructor(host: Window) {
    this.store = new Store(openIndexedDb())
    this.history = new HistoryState(this.store)
    this.programme = new Programme(this.store)
    this.programme.followClock(host)
    this.router = new Router(host)
    this.settings = new SettingsState(this.store, host.document.documentElement)
  }

  /**
   * A session in front of the camera; nothing opens before it begins.
   * @param holds separate holds that make the set
   */
  createSession(plan: SetPlan, sound: Sound, holds = 1): LiveSession {
    const exercise = exercises[plan.exercise]
    const { variation, side, target, raised } = plan
    const second = secondViewOf(plan)
    const facing = second?.facing ?? (exercise.view === 'front' ? 'front' : 'side')
    const { onBreakdown } = this.settings.current
    const createSet = (): LiveSet => {
      const coach = new PlacementCoach(facing)
      return new LiveSet({
        head: this.#head({
          ...{ exercise: exercise.id, variation, side, target, source: 'camera' },
          ...(second === null ? {} : { secondView: true }),
        }),
        holds,
        onBreakdown,
        createAnalyser: () => createAnalyser({ exercise, variation, side, raised }),
        assess: (frame) => coach.assess(frame),
        sound: this.settings.current.sound ? sound : silence,
        keepDraft: (record) => this.store.keepDraft(record),
        keepSet: (record) => this.store.keepSet(record),
      })
    }
    return new LiveSession({ pose: this.pose, createSet })
  }

  /** Deletes a set, and covers it in the log where it stands there: no decision is built on it any more. */
  async deleteSet(id: string): Promise<void> {
    await this.store.deleteSet(id)
    const logged = this.programme.log.some(
      (entry) => entry.kind === 'session' && entry.sets.some((set) => set.id === id),
    )
    if (logged) await this.programme.remove(id)
  }

  createFilmAnalysis(): FilmAnalysis {
    return new FilmAnalysis(this.pose)
  }

  /** Reads a film as a set of that exercise; variation and side are found from the movement. */
  async analyseFilm(analysis: FilmAnalysis, { exercise, raised, film }: FilmChoice): Promise<void> {
    await analysis.analyse({
      film,
      head: this.#head({ exercise, variation: null, side: null, target: null, source: 'film' }),
      analyser: createAnalyser({ exercise: exercises[exercise], variation: null, side: null, raised }),
    })
  }

  /** Everything that is kept, as a JSON file. */
  async exportFile(): Promise<File> {
    const now = new Date()
    const document = await exportEverything(this.store, now)
    return new File([JSON.stringify(document)], `keel-${now.toISOString().slice(0, 10)}.json`, {
      type: 'application/json',
    })
  }

  #head(what: Omit<RecordHead, 'id' | 'startedAt' | 'zone' | 'day'>): RecordHead {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return headFor(what, crypto.randomUUID(), new Date(), timeZone)
  }
}

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
  const link = document.createElement('a')
  const url = URL.createObjectURL(file)
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
