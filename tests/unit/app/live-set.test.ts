import { describe, expect, it } from 'vitest'
import type { AnalysisEvent } from '../../../src/core/analysis/model'
import { rehearse } from '../../support/rehearsal'
import { aRep } from '../storage/records'

describe('the way into a set', () => {
  it('waits for the place, then for stillness, then counts down, then works', () => {
    const { set, analyser, world, run } = rehearse()
    world.placed = false
    run(3)
    expect(set.current).toMatchObject({ state: 'placing', sentence: 'Come into the picture' })
    world.placed = true
    run(1.5)
    expect(set.current.state).toBe('settling')
    analyser.phase = 'ready'
    run(1)
    expect(set.current).toMatchObject({ state: 'countdown', secondsLeft: 3 })
    run(1.2)
    expect(set.current).toMatchObject({ state: 'countdown', secondsLeft: 2 })
    run(2.5)
    expect(set.current).toMatchObject({ state: 'working', count: 0 })
  })

  it('says what to put right while there is time, and goes on all the same', () => {
    const { set, analyser, world, run, said } = rehearse({}, null, 'side-plank')
    analyser.phase = 'ready'
    run(1.5)
    analyser.due.push({ kind: 'cue', time: world.time, check: 'elbow-off', grade: 1 })
    run(0.1)
    expect(set.current).toMatchObject({ sentence: 'Elbow under shoulder' })
    expect(said().slice(-2)).toEqual(['(cue)', 'cue Elbow under shoulder'])
    run(5)
    expect(set.current.state).toBe('working')
  })

  it('takes back the countdown when the position is lost', () => {
    const { set, analyser, run } = rehearse()
    analyser.phase = 'ready'
    run(3)
    expect(set.current.state).toBe('countdown')
    analyser.phase = 'waiting'
    run(0.2)
    expect(set.current.state).toBe('settling')
  })

  it('does not make someone who has begun wait for the countdown', () => {
    const { set, analyser, run } = rehearse()
    analyser.phase = 'ready'
    run(2.5)
    analyser.phase = 'up'
    run(0.2)
    expect(set.current.state).toBe('working')
  })

  it('starts afresh when the body leaves the picture before the set', () => {
    const { set, world, run, analysers } = rehearse()
    run(1.5)
    world.placed = false
    run(2.5)
    expect(set.current.state).toBe('placing')
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
    expect(set.current.state).toBe('working')
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
    expect(set.current.state).toBe('ended')
    expect(kept.map((record) => [record.stopReason, record.analysis.reps.length])).toEqual([['form', 1]])
  })

  it('only tells when the user asked to be told', () => {
    const { set, analyser, kept, start, doRep, run } = rehearse({ onBreakdown: 'tell' })
    start()
    doRep(1)
    analyser.due.push(stop)
    run(0.1)
    expect(set.current).toMatchObject({
      state: 'working',
      cue: { text: 'Form has given. A good place to stop' },
    })
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
    expect(set.current).toMatchObject({ interruption: { kind: 'leaving', secondsLeft: 2 } })
    run(2, false)
    expect(kept[0]?.stopReason).toBe('left-frame')
  })

  it('does not come when someone is back in time', () => {
    const { set, start, doRep, run } = rehearse()
    start()
    doRep(1)
    run(2, false)
    run(5)
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
  })

  it('does not come from lost tracking', () => {
    const { set, analyser, start, doRep, run } = rehearse()
    start()
    doRep(1)
    analyser.tracking = 'lost'
    analyser.phase = 'waiting'
    run(40)
    expect(set.current).toMatchObject({ state: 'working', interruption: { kind: 'lost' } })
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
    expect(set.current).toEqual({ state: 'ended', record: null, reason: 'nothing-counted' })
    expect(kept).toHaveLength(0)
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
    expect(set.current).toMatchObject({
      saving: { state: 'failed', error: new Error('full') },
      record: { analysis: { reps: [{ index: 1 }] } },
    })
    full = false
    await set.save()
    expect(set.current).toMatchObject({ saving: { state: 'saved' } })
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
    expect(set.current).toMatchObject({ cue: { check: 'feet-far' } })
    cue('hip-sag', 1)
    expect(set.current).toMatchObject({ cue: { check: 'feet-far' } })
    cue('lumbar-extension', 2)
    expect(set.current).toMatchObject({ cue: { check: 'lumbar-extension' } })
    run(5)
    expect(set.current).toMatchObject({ cue: null })
  })

  it('say that the laptop moved, which the record keeps', () => {
    const { set, analyser, kept, start, doRep, run, world } = rehearse()
    start()
    doRep(1)
    analyser.due.push({ kind: 'moved', time: world.time })
    run(0.1)
    expect(set.current).toMatchObject({
      cue: { text: 'The laptop moved: your next good reps are the new baseline', grade: null },
    })
    analyser.due.push({ kind: 'cue', time: world.time, check: 'hip-sag', grade: 1 })
    run(0.1)
    expect(set.current).toMatchObject({ cue: { check: 'hip-sag' } })
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
    expect(set.current).toMatchObject({ state: 'working', holdsKept: 0 })
    hold(5)
    expect(set.current).toMatchObject({ state: 'working', holdsKept: 1 })
    rest()
    hold(5)
    expect(set.current.state).toBe('ended')
  })
})

describe('a machine that is too slow to judge by', () => {
  const cue = { kind: 'cue', check: 'lumbar-extension', grade: 2 } as const
  const flagged = (index: number) => ({ ...aRep(index, 3), start: 4, top: 5, end: 6 })

  it('is told of by counting alone: no cue is shown, said or kept, and nothing ends the set', () => {
    const { set, analyser, world, start, run, said } = rehearse()
    start()
    set.countOnly(true)
    analyser.due.push({ ...cue, time: world.time }, { kind: 'stop', time: world.time, reason: 'form' })
    run(0.1)
    expect(set.current).toMatchObject({ state: 'working', cue: null, countsOnly: true })
    expect(said().filter((key) => key.startsWith('cue'))).toEqual([])
  })

  it('takes away a cue that stands', () => {
    const { set, analyser, world, start, run } = rehearse()
    start()
    analyser.due.push({ ...cue, time: world.time })
    run(0.1)
    expect(set.current).toMatchObject({ cue: { check: 'lumbar-extension' } })
    set.countOnly(true)
    expect(set.current).toMatchObject({ cue: null })
  })

  it('leaves the reps of that time unjudged in the record, and no others', () => {
    const { set, analyser, world, kept, start, run } = rehearse()
    start()
    const from = world.time
    set.countOnly(true)
    run(4)
    set.countOnly(false)
    const during = { ...flagged(1), start: from + 1, top: from + 2, end: from + 3 }
    const after = { ...flagged(2), start: from + 5, top: from + 6, end: from + 7 }
    analyser.due.push({ kind: 'rep', time: 0, rep: during }, { kind: 'rep', time: 0, rep: after })
    run(4)
    set.endSet()
    expect(kept[0]?.analysis.reps.map(({ findings }) => findings[0]?.verdict)).toEqual(['unseen', 'flagged'])
    expect(kept[0]?.analysis.reps[0]?.findings[0]).toMatchObject({ reason: 'slow' })
  })
})

describe('a side plank on the side that was not asked for', () => {
  const head = {
    ...{ id: 'a', startedAt: '2026-11-20T07:30:00.000Z', zone: 'UTC', day: '2026-11-20' },
    ...{ variation: 'feet', target: null },
    source: 'camera',
    exercise: 'side-plank',
    side: 'left',
  } as const
  const marks = [{ id: 'whole-body', met: true }] as const
  const rightHold = { ...aRep(1), side: 'right', seconds: 6 } as const

  it('is said once, and recorded as the side that was seen', () => {
    const assess = () => ({ marks, ready: true, advice: null, otherSide: true })
    const { set, analyser, kept, start, run, said } = rehearse({ head, assess })
    start()
    expect(set.current).toMatchObject({
      cue: { text: 'You lie on your right side: this set counts as right' },
    })
    run(20)
    expect(said().filter((key) => key === 'other-side')).toHaveLength(1)
    analyser.holds.push(rightHold)
    set.endSet()
    expect(kept[0]?.side).toBe('right')
  })

  it('is said of no set on the side that was asked for', () => {
    const { start, said } = rehearse({
      head,
      assess: () => ({ marks, ready: true, advice: null, otherSide: false }),
    })
    start()
    expect(said()).not.toContain('other-side')
  })
})
