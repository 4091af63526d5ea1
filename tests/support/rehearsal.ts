/** A live set with a scripted analyser in place of the camera and the judge. */
import { LiveSet, type LiveSetOptions } from '../../src/app/set/live-set.svelte'
import type { CoachLine, SetCoach, ToneName } from '../../src/app/coach/set-coach'
import type { Analyser } from '../../src/core/analysis/analyser'
import type { AnalysisEvent, LiveReading, Phase, SetAnalysis } from '../../src/core/analysis/model'
import type { PoseFrame } from '../../src/core/pose/frame'
import type { Placement } from '../../src/core/pose/placement'
import type { SetRecord } from '../../src/storage/records/schema'
import { aRep } from '../unit/storage/records'

/** Frames a second. */
const RATE = 10

/** Someone in the picture, as far as the set asks. */
const body = {
  landmarks: new Float32Array(132),
  world: new Float32Array(99),
  contour: null,
  silhouette: null,
}
/** The same with the shoulders half a metre above the hips. */
const sitting = { ...body, world: body.world.map((_, i) => (i === 34 || i === 37 ? -0.5 : 0)) }
const frameAt = (time: number, seen: boolean, upright: boolean): PoseFrame => ({
  time,
  width: 640,
  height: 480,
  brightness: 0.5,
  body: seen ? (upright ? sitting : body) : null,
})

/** An analyser that says at each second what a test has written down for it. */
class ScriptedAnalyser implements Analyser {
  phase: Phase = 'waiting'
  holdSeconds = 0
  tracking: LiveReading['tracking'] = 'found'
  interruptions = 0
  readonly due: AnalysisEvent[] = []
  readonly #reps: SetAnalysis['reps'][number][] = []
  readonly holds: SetAnalysis['holds'][number][] = []

  step(): readonly AnalysisEvent[] {
    const events = this.due.splice(0)
    for (const event of events) if (event.kind === 'rep') this.#reps.push(event.rep)
    return events
  }
  reading(): LiveReading {
    return {
      phase: this.phase,
      view: { name: 'side', azimuth: 0, raised: null, near: 'left' },
      reps: this.#reps.length,
      holdSeconds: this.holdSeconds,
      tracking: this.tracking,
      unseen: ['knee-valgus'],
    }
  }
  interrupt(): void {
    this.interruptions += 1
  }
  finish(): SetAnalysis {
    return {
      exercise: 'bridge',
      variation: 'double-leg',
      view: this.reading().view,
      coverage: 1,
      frames: 1,
      reps: this.#reps,
      holds: this.holds,
      breakdown: null,
      stop: null,
      steadyLimit: this.#reps.length,
      series: { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] },
      fatigue: [],
      baselines: [],
      lowerThanUsual: [],
    }
  }
}

/** A set with everything around it under the test's hand. */
export function rehearse(
  changes: Partial<LiveSetOptions> = {},
  target: number | null = null,
  exercise: SetRecord['exercise'] = 'bridge',
) {
  const analyser = new ScriptedAnalyser()
  const kept: SetRecord[] = []
  const drafts: SetRecord[] = []
  let analysers = 0
  const world = { placed: true, time: 0, upright: false }
  const heard: (ToneName | CoachLine)[] = []
  const coach: SetCoach = { tone: (name) => heard.push(name), say: (line) => heard.push(line) }
  const placement = (): Placement => ({
    marks: [{ id: 'whole-body', met: world.placed }],
    ready: world.placed,
    advice: world.placed ? null : 'come-in',
  })
  const set = new LiveSet({
    head: {
      id: 'a',
      startedAt: '2026-11-20T07:30:00.000Z',
      zone: 'Europe/Berlin',
      day: '2026-11-20',
      source: 'camera',
      exercise,
      variation: 'double-leg',
      side: null,
      target,
    },
    onBreakdown: 'stop',
    createAnalyser: () => {
      analysers += 1
      return analyser
    },
    assess: placement,
    placementText: () => 'Come into the picture',
    coach,
    keepDraft: (record) => {
      drafts.push(record)
      return Promise.resolve()
    },
    keepSet: (record) => {
      kept.push(record)
      return Promise.resolve()
    },
    ...changes,
  })
  const run = (seconds: number, seen = true): void => {
    for (let n = 0; n < Math.round(seconds * RATE); n += 1) {
      world.time += 1 / RATE
      set.take(frameAt(world.time, seen, world.upright))
    }
  }
  const doRep = (index: number): void => {
    analyser.due.push({ kind: 'rep', time: world.time, rep: aRep(index) })
    run(1)
  }
  /** Through placement, stillness and the countdown to the first second of work. */
  const start = (): void => {
    analyser.phase = 'ready'
    run(7)
  }
  /** Keys of what was said, and tones, in order. */
  const said = (): string[] => heard.map((one) => (typeof one === 'string' ? `(${one})` : one.key))
  return { set, analyser, kept, drafts, world, run, doRep, start, heard, said, analysers: () => analysers }
}
