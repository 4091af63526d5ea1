import { describe, expect, it } from 'vitest'
import { BetweenSets, OWN_REST_SECONDS } from '../../../src/app/set/between-sets.svelte'
import { Rest } from '../../../src/app/set/rest'
import { extrasOf, nextSentences } from '../../../src/app/programme/session-words'
import { stepsOf } from '../../../src/app/programme/session-steps'
import type { CoachLine, SetCoach } from '../../../src/app/coach/set-coach'
import type { PoseFrame } from '../../../src/core/pose/frame'
import { Diary, monday } from '../programme/diary'

function listen() {
  const heard: string[] = []
  const coach: SetCoach = {
    tone: (name) => heard.push(`(${name})`),
    say: ({ text }: CoachLine) => heard.push(text),
  }
  return { heard, coach }
}

describe('a rest', () => {
  const run = (seconds: number): { heard: string[]; over: number | null } => {
    const { heard, coach } = listen()
    const rest = new Rest({ seconds, next: 'Next: Bridge, 6 reps.', coach }, 100)
    let over: number | null = null
    for (let tenth = 0; tenth <= 10 * seconds + 20 && over === null; tenth += 1)
      if (rest.tick(100 + tenth / 10)) over = tenth / 10
    return { heard, over }
  }

  it('says what comes next at its start, itself ten seconds before its end, and counts in by tone', () => {
    const { heard, over } = run(45)
    expect(heard).toEqual([
      'Rest for 45 seconds. Next: Bridge, 6 reps.',
      '10 seconds. Take your place.',
      ...['(count)', '(count)', '(count)', '(over)'],
    ])
    expect(over).toBe(45)
  })

  it('says nothing more in one that is hardly longer', () => {
    expect(run(15).heard).toHaveLength(5)
  })
})

describe('what comes next', () => {
  const steps = stepsOf(Diary.running().plan(monday).items)
  const plank = steps.filter(({ exercise }) => exercise === 'side-plank')
  // The session before began with the left side.
  const [right, left, again] = plank
  const bridge = steps.find(({ exercise }) => exercise === 'bridge')
  if (!left || !right || !again || !bridge) throw new Error('a plan without side plank or bridge')

  it('tells how to turn for the other side, and nothing where nothing changes', () => {
    expect(nextSentences(right, left)).toBe(
      'Next: Side plank, 4 holds of 5 s. Turn round: head to the other end, lie on your left side.',
    )
    expect(nextSentences(left, again)).toContain('lie on your right side')
    expect(nextSentences(left, { ...left, set: 2 })).toBe('Next: Side plank, 4 holds of 5 s.')
  })

  it('tells the place of another exercise', () => {
    expect(nextSentences(left, bridge)).toMatch(/^Next: Bridge, 6 reps\. .*On your back, knees bent/)
    expect(nextSentences(bridge, left)).toContain('Lie on your left side, chest to the laptop.')
    const single = { ...bridge, side: 'right' as const }
    expect(nextSentences({ ...bridge, side: 'left' }, single)).toContain('Your right leg works.')
  })

  it('asks range and weight beside the count only where the plan does', () => {
    expect(extrasOf({ range: -20, load: 0.5 })).toEqual(['20° short of full range', 'with 0.5 kg'])
    expect(extrasOf({ range: 0, load: 0 })).toEqual([])
  })
})

describe('after a set of one’s own', () => {
  const frame = (time: number, kind: 'lies' | 'sits' | 'gone'): PoseFrame => ({
    ...{ time, width: 640, height: 480, brightness: 0.5 },
    body:
      kind === 'gone'
        ? null
        : {
            ...{ landmarks: new Float32Array(132), contour: null, silhouette: null },
            world: new Float32Array(99).map((_, i) => (kind === 'sits' && (i === 34 || i === 37) ? -0.5 : 0)),
          },
  })
  function rehearse() {
    const { heard, coach } = listen()
    const ends: string[] = []
    const between = new BetweenSets({
      ...{ placed: () => true, coach },
      onanother: () => ends.push('again'),
      onover: () => ends.push('over'),
    })
    let time = 0
    const run = (seconds: number, kind: 'lies' | 'sits' | 'gone' = 'lies'): void => {
      for (let n = 0; n < 10 * seconds; n += 1) between.take(frame((time += 0.1), kind))
    }
    return { between, ends, heard, run }
  }

  it('does not begin another one before the rest is over, though the start position is rest', () => {
    const { between, ends, run } = rehearse()
    run(OWN_REST_SECONDS - 0.5)
    expect([ends, between.left]).toEqual([[], 1])
    run(4)
    expect(ends).toEqual(['again'])
    run(20)
    expect(ends).toEqual(['again'])
  })

  it('is over when the person gets up, or goes away', () => {
    const up = rehearse()
    up.run(3, 'sits')
    up.run(2)
    expect(up.ends).toEqual([])
    up.run(7, 'sits')
    expect(up.ends).toEqual(['over'])
    const gone = rehearse()
    gone.run(9, 'gone')
    expect(gone.ends).toEqual([])
    gone.run(2, 'gone')
    expect([gone.ends, gone.heard.includes('(done)')]).toEqual([['over'], true])
  })
})
