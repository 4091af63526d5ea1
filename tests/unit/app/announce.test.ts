import { describe, expect, it } from 'vitest'
import { Announcer, type SetView } from '../../../src/app/set/announce'

const counting: SetView = {
  stage: 'working',
  sentence: '',
  count: 0,
  cue: null,
  leaving: null,
  paused: null,
  lost: false,
  record: null,
}
const cue = { text: 'Heel to the wall behind you', check: null, grade: 1 } as const

/** What is told of one view after the other, each line once. */
function told(kind: 'reps' | 'hold', views: readonly Partial<SetView>[]): string[] {
  const announcer = new Announcer(kind)
  const lines: string[] = []
  for (const view of views) {
    const line = announcer.read({ ...counting, ...view }, null)
    if (line !== lines.at(-1)) lines.push(line)
  }
  return lines
}

describe('what a screen reader is told of a set', () => {
  it('is each rep once', () => {
    expect(told('reps', [{}, { count: 1 }, { count: 1 }, { count: 2 }])).toEqual(['', '1 rep', '2 reps'])
  })

  it('is every tenth second of a hold, not the clock', () => {
    const seconds = Array.from({ length: 26 }, (_, count) => ({ count }))
    expect(told('hold', seconds)).toEqual(['', '10 s', '20 s'])
  })

  it('is a cue before the rep of the same moment, and nothing when it goes', () => {
    expect(told('reps', [{ count: 3 }, { count: 4, cue }, { count: 4 }, { count: 5 }])).toEqual([
      '3 reps',
      cue.text,
      '5 reps',
    ])
  })

  it('is a pause and its end, with no seconds between', () => {
    const left = [10, 9, 8, 7].map((leaving) => ({ count: 2, leaving }))
    expect(told('reps', [{ count: 2 }, ...left, { count: 2 }])).toEqual([
      '2 reps',
      'Step back into the picture',
      '2 reps',
    ])
    expect(told('reps', [{ count: 2 }, { count: 2, paused: 'up' }])).toEqual([
      '2 reps',
      'Paused. Take the start position to go on',
    ])
  })

  it('is the countdown as one sentence', () => {
    const down = [3, 2, 1].map((count) => ({ stage: 'countdown', count }) as const)
    const first = { stage: 'placing', sentence: 'Come into the picture' } as const
    expect(told('reps', [first, ...down, {}])).toEqual(['Come into the picture', 'Stay still'])
  })
})
