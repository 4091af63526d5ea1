import { describe, expect, it } from 'vitest'
import { holdMark } from '../../src/core/coaching/hold-marks'
import { tempoAt, TEMPO_REST_SECONDS } from '../../src/core/coaching/tempo'
import { isUpright } from '../../src/core/coaching/upright'
import { clips, framesOf } from '../support/replay'

/** What a hold is told, as "second: word or tone". */
const told = (seconds: number, target: number | null): string[] =>
  Array.from({ length: seconds }, (_, i) => i + 1).flatMap((second) => {
    const { tone, say } = holdMark(second, target)
    return [...(tone ? [`${second} (${tone})`] : []), ...(say ? [`${second} ${say}`] : [])]
  })

describe('a hold', () => {
  it('of a few seconds is tones alone', () => {
    expect(told(5, 5)).toEqual(['2 (last)', '3 (last)', '4 (last)'])
  })

  it('of half a minute is told its half, and its last three seconds by tone', () => {
    expect(told(30, 30)).toEqual([
      ...['5 (mark)', '10 (mark)', '10 seconds', '15 (mark)', '15 halfway', '20 (mark)', '20 seconds'],
      ...['25 (mark)', '27 (last)', '28 (last)', '29 (last)'],
    ])
  })

  it('without an end is told every ten seconds', () => {
    expect(told(21, null)).toEqual([
      ...['5 (mark)', '10 (mark)', '10 seconds', '15 (mark)', '20 (mark)', '20 seconds'],
    ])
  })
})

describe('the tempo guide', () => {
  const tempo = { up: 2, hold: 3, down: 2 }

  it('goes out, holds and comes back in its seconds', () => {
    const parts = [0.5, 1.5, 3.5, 6.5, 8.5].map((time) => tempoAt(time, tempo).part)
    expect(parts).toEqual(['rest', 'out', 'hold', 'back', 'rest'])
    expect(tempoAt(TEMPO_REST_SECONDS + 1, tempo).open).toBeCloseTo(0.5)
    expect(tempoAt(TEMPO_REST_SECONDS + 2.2, tempo)).toMatchObject({ part: 'hold', count: 3, open: 1 })
  })

  it('leaves out what takes no time', () => {
    const parts = new Set(
      Array.from({ length: 40 }, (_, i) => tempoAt(i / 10, { up: 2, hold: 0, down: 1 }).part),
    )
    expect([...parts]).toEqual(['rest', 'out', 'back'])
  })
})

describe('sitting up', () => {
  it('is not seen in any recorded set for as long as a pause needs', () => {
    for (const { name } of clips) {
      let since: number | null = null
      for (const frame of framesOf(name)) {
        since = isUpright(frame) ? (since ?? frame.time) : null
        expect(since === null ? 0 : frame.time - since, name).toBeLessThan(0.5)
      }
    }
  })
})
