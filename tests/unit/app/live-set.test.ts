import { describe, expect, it } from 'vitest'
import { LiveSet, type LiveSetOptions } from '../../../src/app/live-set.svelte'
import type { CoachLine, SetCoach, ToneName } from '../../../src/app/set-coach'
import type { Analyser } from '../../../src/core/analysis/analyser'
import type { AnalysisEvent, LiveReading, Phase, SetAnalysis } from '../../../src/core/analysis/model'
import type { PoseFrame } from '../../../src/core/pose/frame'
import type { Placement } from '../../../src/core/pose/placement'
import type { SetRecord } from '../../../src/storage/schema'
import { aRep } from '../storage/records'

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
      holds: [],
      breakdown: null,
      stop: null,
      steadyLimit: this.#reps.length,
      series: { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] },
      fatigue: [],
    }
  }
}

/** A set with everything around it under the test's hand. */
function rehearse(
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

describe('the way into a set', () => {
  it('waits for the place, then for stillness, then counts down, then works', () => {
    const { set, analyser, world, run } = rehearse()
    world.placed = false
    run(3)
    expect([set.stage, set.sentence]).toEqual(['placing', 'Come into the picture'])
    world.placed = true
    run(1.5)
    expect(set.stage).toBe('settling')
    analyser.phase = 'ready'
    run(1)
    expect([set.stage, set.count]).toEqual(['countdown', 3])
    run(1.2)
    expect(set.count).toBe(2)
    run(2.5)
    expect([set.stage, set.count]).toEqual(['working', 0])
  })

  it('says what to put right while there is time, and goes on all the same', () => {
    const { set, analyser, world, run, said } = rehearse({}, null, 'side-plank')
    analyser.phase = 'ready'
    run(1.5)
    analyser.due.push({ kind: 'cue', time: world.time, check: 'elbow-off', grade: 1 })
    run(0.1)
    expect(set.sentence).toBe('Elbow under shoulder')
    expect(said().slice(-2)).toEqual(['(cue)', 'cue Elbow under shoulder'])
    run(5)
    expect(set.stage).toBe('working')
  })

  it('takes back the countdown when the position is lost', () => {
    const { set, analyser, run } = rehearse()
    analyser.phase = 'ready'
    run(3)
    expect(set.stage).toBe('countdown')
    analyser.phase = 'waiting'
    run(0.2)
    expect(set.stage).toBe('settling')
  })

  it('does not make someone who has begun wait for the countdown', () => {
    const { set, analyser, run } = rehearse()
    analyser.phase = 'ready'
    run(2.5)
    analyser.phase = 'up'
    run(0.2)
    expect(set.stage).toBe('working')
  })

  it('starts afresh when the body leaves the picture before the set', () => {
    const { set, world, run, analysers } = rehearse()
    run(1.5)
    world.placed = false
    run(2.5)
    expect(set.stage).toBe('placing')
    world.placed = true
    run(1.5)
    expect(analysers()).toBe(2)
  })

  it('can be begun from a place that is not the best', () => {
    const { set, world, run, start } = rehearse()
    world.placed = false
    run(1)
    set.startAnyway()
    start()
    expect(set.stage).toBe('working')
  })
})

describe('the end of a set', () => {
  const stop: AnalysisEvent = { kind: 'stop', time: 0, reason: 'form' }

  it('comes with form, and is kept with its reason', () => {
    const { set, analyser, kept, start, doRep, run } = rehearse()
    start()
    doRep(1)
    analyser.due.push(stop)
    run(0.1)
    expect(set.stage).toBe('ended')
    expect(kept.map((record) => [record.stopReason, record.analysis.reps.length])).toEqual([['form', 1]])
  })

  it('only tells when the user asked to be told', () => {
    const { set, analyser, kept, start, doRep, run } = rehearse({ onBreakdown: 'tell' })
    start()
    doRep(1)
    analyser.due.push(stop)
    run(0.1)
    expect([set.stage, set.cue?.text]).toEqual(['working', 'Form has given. A good place to stop'])
    expect(kept).toEqual([])
  })

  it('comes by hand', () => {
    const { set, kept, start, doRep } = rehearse()
    start()
    doRep(1)
    set.endSet()
    expect(kept[0]?.stopReason).toBe('user')
  })

  it('comes three seconds after leaving the picture, with fair warning', () => {
    const { set, kept, start, doRep, run } = rehearse()
    start()
    doRep(1)
    run(1.5, false)
    expect([set.stage, set.leaving]).toEqual(['working', 2])
    run(2, false)
    expect(kept[0]?.stopReason).toBe('left-frame')
  })

  it('does not come when someone is back in time', () => {
    const { set, start, doRep, run } = rehearse()
    start()
    doRep(1)
    run(2, false)
    run(5)
    expect([set.stage, set.leaving]).toEqual(['working', null])
  })

  it('does not come from lost tracking', () => {
    const { set, analyser, start, doRep, run } = rehearse()
    start()
    doRep(1)
    analyser.tracking = 'lost'
    analyser.phase = 'waiting'
    run(40)
    expect([set.stage, set.lost, set.paused]).toEqual(['working', true, null])
  })

  it('comes when the target is met', () => {
    const { kept, start, doRep } = rehearse({}, 2)
    start()
    doRep(1)
    expect(kept).toEqual([])
    doRep(2)
    expect(kept[0]?.stopReason).toBe('plan-complete')
  })

  it('comes when nothing is done for a minute and a half, which is said before', () => {
    const { kept, start, doRep, run, said } = rehearse()
    start()
    doRep(1)
    run(62)
    expect([kept.length, said().at(-1)]).toEqual([0, 'idle'])
    run(30)
    expect(kept[0]?.stopReason).toBe('user')
  })

  it('keeps what was done when the camera is lost', () => {
    const { set, kept, start, doRep } = rehearse()
    start()
    doRep(1)
    set.loseSource()
    expect(kept[0]?.stopReason).toBe('tracking')
  })

  it('keeps nothing when nothing was done', () => {
    const { set, kept, start } = rehearse()
    start()
    set.endSet()
    expect([set.stage, set.record, kept.length]).toEqual(['ended', null, 0])
  })

  it('happens once', () => {
    const { set, kept, start, doRep } = rehearse()
    start()
    doRep(1)
    set.endSet()
    set.endSet()
    set.loseSource()
    expect(kept).toHaveLength(1)
  })
})

describe('a pause', () => {
  const sitUp = () => {
    const rehearsed = rehearse({}, 5)
    const { start, doRep, run, world, analyser } = rehearsed
    start()
    doRep(1)
    world.upright = true
    analyser.phase = 'waiting'
    run(2)
    return rehearsed
  }

  it('comes by sitting up, with a tone and words, and counts nothing', () => {
    const { set, said, doRep } = sitUp()
    expect([set.stage, set.paused]).toEqual(['working', 'up'])
    expect(said().slice(-2)).toEqual(['(pause)', 'paused'])
    doRep(2)
    expect(set.count).toBe(1)
  })

  it('comes by lying elsewhere for a while', () => {
    const { set, start, doRep, run, analyser } = rehearse()
    start()
    doRep(1)
    analyser.phase = 'waiting'
    run(5)
    expect(set.paused).toBeNull()
    run(2)
    expect(set.paused).toBe('away')
  })

  it('does not come from one frame that stands up', () => {
    const { set, start, doRep, run, world } = rehearse()
    start()
    doRep(1)
    for (let n = 0; n < 20; n += 1) {
      world.upright = n % 4 === 0
      run(0.3)
    }
    expect(set.paused).toBeNull()
  })

  it('ends by taking the start position again, and the count goes on', () => {
    const { set, said, doRep, run, world, analyser } = sitUp()
    run(10)
    world.upright = false
    analyser.phase = 'ready'
    run(0.5)
    expect(set.paused).toBe('up')
    run(0.6)
    expect(set.paused).toBeNull()
    expect(said().slice(-2)).toEqual(['(resume)', 'resumed'])
    doRep(2)
    expect(set.count).toBe(2)
  })

  it('is given up after the time that was said, and keeps what was done', () => {
    const { set, kept, run } = sitUp()
    run(27)
    expect([set.stage, set.pauseLeft]).toEqual(['working', 3])
    run(4)
    expect([set.stage, kept[0]?.stopReason, kept[0]?.analysis.reps.length]).toEqual(['ended', 'user', 1])
  })

  it('does not end the set because the picture is empty', () => {
    const { set, run } = sitUp()
    run(10, false)
    expect([set.stage, set.paused, set.leaving]).toEqual(['working', 'up', null])
  })

  it('comes from outside, and a gap without frames is not waited for', () => {
    const { set, start, doRep, run, world, analyser } = rehearse()
    start()
    doRep(1)
    set.pause('hidden')
    expect(set.paused).toBe('hidden')
    world.time += 300
    analyser.phase = 'waiting'
    run(1)
    expect(set.stage).toBe('working')
    set.resume()
    expect(set.paused).toBeNull()
  })

  it('does nothing before the work and after the end', () => {
    const { set, start, doRep } = rehearse()
    set.pause('camera')
    expect(set.paused).toBeNull()
    start()
    doRep(1)
    set.endSet()
    set.pause('camera')
    expect([set.stage, set.paused]).toEqual(['ended', null])
  })
})

describe('saving', () => {
  it('writes a draft after every rep and every five seconds', () => {
    const { drafts, start, doRep, run } = rehearse()
    start()
    expect(drafts).toHaveLength(0)
    doRep(1)
    expect(drafts).toHaveLength(1)
    run(5.2)
    expect(drafts).toHaveLength(2)
    doRep(2)
    expect(drafts.at(-1)?.analysis.reps.map((rep) => rep.index)).toEqual([1, 2])
  })

  it('offers to try again when the device refuses', async () => {
    let full = true
    const { set, start, doRep } = rehearse({
      keepSet: () => (full ? Promise.reject(new Error('full')) : Promise.resolve()),
    })
    start()
    doRep(1)
    set.endSet()
    await Promise.resolve()
    await Promise.resolve()
    expect([set.saving, set.record?.analysis.reps.length]).toEqual(['failed', 1])
    full = false
    await set.save()
    expect(set.saving).toBe('saved')
  })
})

describe('cues', () => {
  it('come one at a time, and a graver one goes first', () => {
    const { set, analyser, start, run, world } = rehearse()
    start()
    const cue = (check: 'hip-sag' | 'feet-far' | 'lumbar-extension', grade: 1 | 2): void => {
      analyser.due.push({ kind: 'cue', time: world.time, check, grade })
      run(0.1)
    }
    cue('feet-far', 1)
    expect(set.cue?.check).toBe('feet-far')
    cue('hip-sag', 1)
    expect(set.cue?.check).toBe('feet-far')
    cue('lumbar-extension', 2)
    expect(set.cue?.check).toBe('lumbar-extension')
    run(5)
    expect(set.cue).toBeNull()
  })

  it('say that the laptop moved, which the record keeps', () => {
    const { set, analyser, kept, start, doRep, run, world } = rehearse()
    start()
    doRep(1)
    analyser.due.push({ kind: 'moved', time: world.time })
    run(0.1)
    expect([set.cue?.text, set.cue?.grade]).toEqual([
      'The laptop moved: your next good reps are the new baseline',
      null,
    ])
    analyser.due.push({ kind: 'cue', time: world.time, check: 'hip-sag', grade: 1 })
    run(0.1)
    expect(set.cue?.check).toBe('hip-sag')
    set.endSet()
    expect(kept[0]?.cues).toMatchObject([{ moved: true }, { check: 'hip-sag' }])
  })
})

describe('a set of several holds', () => {
  it('counts the holds that were kept, and ends with the last of them', () => {
    const { set, analyser, run, start } = rehearse({ holds: 2 }, 5, 'side-plank')
    start()
    const hold = (seconds: number): void => {
      analyser.phase = 'hold'
      for (analyser.holdSeconds = 0; analyser.holdSeconds < seconds; analyser.holdSeconds += 1) run(1)
      run(0.1)
    }
    const rest = (): void => {
      analyser.phase = 'ready'
      analyser.holdSeconds = 0
      run(2)
    }
    hold(3)
    rest()
    expect([set.stage, set.holdsKept]).toEqual(['working', 0])
    hold(5)
    expect([set.stage, set.holdsKept]).toEqual(['working', 1])
    rest()
    hold(5)
    expect([set.stage, set.holdsKept]).toEqual(['ended', 2])
  })
})
