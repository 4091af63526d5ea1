import { describe, expect, it } from 'vitest'
import { rehearse } from '../../support/rehearsal'

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
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', reason: 'up' } })
    expect(said().slice(-2)).toEqual(['(pause)', 'paused'])
    doRep(2)
    expect(set.current).toMatchObject({ count: 1 })
  })

  it('comes by lying elsewhere for a while', () => {
    const { set, start, doRep, run, analyser } = rehearse()
    start()
    doRep(1)
    analyser.phase = 'waiting'
    run(5)
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
    run(2)
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', reason: 'away' } })
  })

  it('does not come from one frame that stands up', () => {
    const { set, start, doRep, run, world } = rehearse()
    start()
    doRep(1)
    for (let n = 0; n < 20; n += 1) {
      world.upright = n % 4 === 0
      run(0.3)
    }
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
  })

  it('ends by taking the start position again, and the count goes on', () => {
    const { set, said, doRep, run, world, analyser } = sitUp()
    run(10)
    world.upright = false
    analyser.phase = 'ready'
    run(0.5)
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', reason: 'up' } })
    run(0.6)
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
    expect(said().slice(-2)).toEqual(['(resume)', 'resumed'])
    doRep(2)
    expect(set.current).toMatchObject({ count: 2 })
  })

  it('is given up after the time that was said, and keeps what was done', () => {
    const { set, kept, run } = sitUp()
    run(27)
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', secondsLeft: 3 } })
    run(4)
    expect(set.current.state).toBe('ended')
    expect([kept[0]?.stopReason, kept[0]?.analysis.reps.length]).toEqual(['user', 1])
  })

  it('does not end the set because the picture is empty', () => {
    const { set, run } = sitUp()
    run(10, false)
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', reason: 'up' } })
  })

  it('comes from outside, and a gap without frames is not waited for', () => {
    const { set, start, doRep, run, world, analyser } = rehearse()
    start()
    doRep(1)
    set.pause('hidden')
    expect(set.current).toMatchObject({ interruption: { kind: 'paused', reason: 'hidden' } })
    world.time += 300
    analyser.phase = 'waiting'
    run(1)
    expect(set.current.state).toBe('working')
    set.resume()
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
  })

  it('does nothing before the work and after the end', () => {
    const { set, start, doRep } = rehearse()
    set.pause('camera')
    expect(set.current.state).toBe('placing')
    start()
    expect(set.current).toMatchObject({ state: 'working', interruption: null })
    doRep(1)
    set.endSet()
    set.pause('camera')
    expect(set.current.state).toBe('ended')
  })
})
