import { describe, expect, it } from 'vitest'
import { Announcer } from '../../../src/app/set/announce'
import type { SetState, WorkState } from '../../../src/app/set/set-state'

const counting: WorkState = {
  state: 'working',
  count: 0,
  holds: 1,
  holdsKept: 0,
  unseen: [],
  cue: null,
  countsOnly: false,
  interruption: null,
}
const cue = { text: 'Heel to the wall behind you', check: null, grade: 1 } as const

/** What is told of one moment of the work after the other, each line once. */
const told = (kind: 'reps' | 'hold', moments: readonly Partial<WorkState>[]): string[] =>
  toldOf(
    kind,
    moments.map((moment) => ({ ...counting, ...moment })),
  )

function toldOf(kind: 'reps' | 'hold', states: readonly SetState[]): string[] {
  const announcer = new Announcer(kind)
  const lines: string[] = []
  for (const state of states) {
    const line = announcer.read(state, null)
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
    const left = [10, 9, 8, 7].map((secondsLeft) => ({
      count: 2,
      interruption: { kind: 'leaving', secondsLeft } as const,
    }))
    expect(told('reps', [{ count: 2 }, ...left, { count: 2 }])).toEqual([
      '2 reps',
      'Step back into the picture',
      '2 reps',
    ])
    expect(
      told('reps', [
        { count: 2 },
        { count: 2, interruption: { kind: 'paused', reason: 'up', secondsLeft: 30, advice: '' } },
      ]),
    ).toEqual(['2 reps', 'Paused. Take the start position to go on'])
  })

  it('is the countdown as one sentence', () => {
    const down = [3, 2, 1].map(
      (secondsLeft) => ({ state: 'countdown', marks: [], sentence: '', secondsLeft }) as const,
    )
    const first = { state: 'placing', marks: [], sentence: 'Come into the picture' } as const
    expect(toldOf('reps', [first, ...down, counting])).toEqual(['Come into the picture', 'Stay still'])
  })
})
