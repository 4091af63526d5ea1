/** Creates live sets and film analyses. The first screen does not load this, nor the judging code behind it. */
import { createAnalyser } from '../core/analysis/create-analyser'
import type { ExerciseId } from '../core/analysis/model'
import type { KeptBaseline } from '../core/analysis/model'
import { dayOf } from '../core/programme/days'
import { PlacementCoach } from '../core/pose/placement'
import { exercises } from '../exercises'
import type { FilmAnalysis } from './camera/film-analysis.svelte'
import type { Keel } from './keel'
import { keepSetWithTrace } from './set/recording/keep-set'
import { Graphics } from './camera/graphics'
import { LiveSession } from './camera/live-session.svelte'
import { LiveSet } from './set/live-set.svelte'
import { FrameBudget } from './camera/frame-budget'
import { adviceText, facingOf, placementWish } from '../sentences/set/placement-words'
import { now, zoneHere } from './now'
import { headFor, type RecordHead } from './set/recording/set-recorder'
import type { SetPlan } from '../exercises/set-plan'
import { secondViewOf } from '../sentences/set/second-view'
import { SetFilm } from './set/recording/set-film'

/** A film to analyse, and what the user says about it. */
export interface FilmChoice {
  readonly exercise: ExerciseId
  readonly raised: boolean | null
  readonly film: () => Promise<Blob>
}

/** The session in front of the camera, created if there is none. Opens no camera yet. */
export function openLive(keel: Keel): LiveSession {
  keel.frameBudget ??= new FrameBudget()
  keel.live ??= new LiveSession(
    keel.pose,
    keel.frameBudget,
    new SetFilm({
      media: keel.store.media,
      now: () => new Date(),
    }),
    graphicsOf(keel),
    () => keel.settings.current.camera,
  )
  return keel.live
}

/** What is known of this device's graphics chip, created if nothing has asked yet. */
export function graphicsOf(keel: Keel): Graphics {
  keel.graphics ??= new Graphics({
    read: async () => (await keel.store.graphics.read()) ?? null,
    keep: (record) => keel.store.graphics.keep(record),
  })
  return keel.graphics
}

/** Assesses the place of laptop and person for a set. */
export const placementFor = (plan: SetPlan): PlacementCoach =>
  new PlacementCoach(placementWish(plan, facingOf(plan)))

/**
 * A new set, which waits for its frames.
 * @param holds separate holds that make it
 */
export function createSet(keel: Keel, plan: SetPlan, holds = 1): LiveSet {
  const exercise = exercises[plan.exercise]
  const { variation, side, target, raised } = plan
  const second = secondViewOf(plan)
  const facing = facingOf(plan)
  const { onBreakdown, praise } = keel.settings.current
  const placement = placementFor(plan)
  let usual: readonly KeptBaseline[] = []
  // It is there long before somebody has taken the start position; without it nothing is compared.
  keel.store.usual.read(exercise.id, variation, dayOf(now().getTime(), zoneHere())).then(
    (read) => (usual = read),
    () => undefined,
  )
  return new LiveSet({
    head: headNow({
      exercise: exercise.id,
      variation,
      side,
      target,
      source: 'camera',
      ...(second === null ? {} : { secondView: true }),
    }),
    holds,
    onBreakdown,
    praise,
    createAnalyser: () => createAnalyser({ exercise, variation, side, raised, usual }),
    assess: (frame) => placement.assess(frame),
    placementText: (advice) => adviceText(advice, plan, facing),
    coach: keel.coach,
    keepDraft: (record) => keel.store.keepDraft(record),
    keepSet: (record, trace) => keepSetWithTrace(keel.store, record, trace),
  })
}

/** Analyses a film as a set of that exercise. Variation and side are found from the movement. */
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
  return headFor(what, crypto.randomUUID(), now(), zoneHere())
}
