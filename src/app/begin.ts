/** What begins in front of the camera or with a film: the parts of Keel that judge, which the first screen does without. */
import { createAnalyser } from '../core/analysis/analyser'
import type { ExerciseId } from '../core/analysis/model'
import { PlacementCoach } from '../core/pose/placement'
import { exercises } from '../exercises'
import type { FilmAnalysis } from './film-analysis.svelte'
import type { Keel } from './keel'
import { LiveSession } from './live-session.svelte'
import { LiveSet } from './live-set.svelte'
import { headFor, type RecordHead } from './recorder'
import type { SetPlan } from './route'
import { secondViewOf } from './second-view'
import { silence, type Sound } from './sound'

/** A film to read, and what the user says of it. */
export interface FilmChoice {
  readonly exercise: ExerciseId
  readonly raised: boolean | null
  readonly film: () => Promise<Blob>
}

/**
 * A session in front of the camera; nothing opens before it begins.
 * @param holds separate holds that make the set
 */
export function createSession(keel: Keel, plan: SetPlan, sound: Sound, holds = 1): LiveSession {
  const exercise = exercises[plan.exercise]
  const { variation, side, target, raised } = plan
  const second = secondViewOf(plan)
  const facing = second?.facing ?? (exercise.view === 'front' ? 'front' : 'side')
  const settings = keel.settings.current
  const createSet = (): LiveSet => {
    const coach = new PlacementCoach(facing)
    return new LiveSet({
      head: headNow({
        ...{ exercise: exercise.id, variation, side, target, source: 'camera' },
        ...(second === null ? {} : { secondView: true }),
      }),
      holds,
      onBreakdown: settings.onBreakdown,
      createAnalyser: () => createAnalyser({ exercise, variation, side, raised }),
      assess: (frame) => coach.assess(frame),
      sound: settings.sound ? sound : silence,
      keepDraft: (record) => keel.store.keepDraft(record),
      keepSet: (record) => keel.store.keepSet(record),
    })
  }
  return new LiveSession({ pose: keel.pose, createSet })
}

/** Reads a film as a set of that exercise; variation and side are found from the movement. */
export async function analyseFilm(
  analysis: FilmAnalysis,
  { exercise, raised, film }: FilmChoice,
): Promise<void> {
  await analysis.analyse({
    film,
    head: headNow({ exercise, variation: null, side: null, target: null, source: 'film' }),
    analyser: createAnalyser({ exercise: exercises[exercise], variation: null, side: null, raised }),
  })
}

function headNow(what: Omit<RecordHead, 'id' | 'startedAt' | 'zone' | 'day'>): RecordHead {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return headFor(what, crypto.randomUUID(), new Date(), timeZone)
}
