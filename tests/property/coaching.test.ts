import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  GAP_SECONDS,
  longestSeconds,
  RANKS,
  REPEAT_SECONDS,
  SpeechQueue,
  type Line,
  type Rank,
} from '../../src/core/coaching/queue'

/** One thing that happens to the queue. */
type Step = { readonly wait: number } & ({ readonly offer: Line } | { readonly end: true })

const line: fc.Arbitrary<Line> = fc.record({
  rank: fc.constantFrom(...RANKS),
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  text: fc.constant('something'),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ wait: fc.double({ min: 0, max: 3, noNaN: true }), offer: line }) },
  fc.record({ wait: fc.double({ min: 0, max: 3, noNaN: true }), end: fc.constant(true as const) }),
)

interface Said {
  readonly line: Line
  readonly at: number
  readonly cut: boolean
  /** What was under way just then. */
  readonly over: Line | null
  readonly quietSince: number
}

/** Everything that a voice would say, asked ten times a second. */
function run(steps: readonly Step[]): Said[] {
  const queue = new SpeechQueue()
  const said: Said[] = []
  const voice: { says: Line | null } = { says: null }
  let quietSince = -Infinity
  let now = 0
  const ask = (): void => {
    const was = voice.says
    const speaking = queue.speaking
    const next = queue.next(now)
    // A voice that says nothing of its end is taken to have ended.
    if (was !== null && speaking && next !== null && !next.cut) quietSince = now
    if (next === null) return
    said.push({ ...next, at: now, over: next.cut ? was : null, quietSince })
    voice.says = next.line
  }
  for (const one of steps) {
    const until = now + one.wait
    for (; now < until; now += 0.1) ask()
    now = until
    if ('offer' in one) queue.offer(one.offer, now)
    else if (voice.says !== null) {
      queue.ended(now)
      voice.says = null
      quietSince = now
    }
    ask()
  }
  return said
}

const urgency = (rank: Rank): number => RANKS.indexOf(rank)

describe('whatever there is to say', () => {
  const holds = (law: (said: readonly Said[]) => void): void => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => law(run(steps))),
      { numRuns: 300 },
    )
  }

  it('is never said over something else, unless it ends or pauses the set and is more urgent', () => {
    holds((said) => {
      for (const { line: now, cut, over } of said) {
        expect(cut).toBe(over !== null)
        if (over === null) continue
        expect(['stop', 'lost']).toContain(now.rank)
        expect(urgency(now.rank)).toBeLessThan(urgency(over.rank))
      }
    })
  })

  it('is not said twice within ten seconds', () => {
    holds((said) => {
      said.forEach(({ line: now, at }, i) => {
        const before = said.slice(0, i).findLast((one) => one.line.key === now.key)
        if (before !== undefined) expect(at - before.at).toBeGreaterThanOrEqual(REPEAT_SECONDS)
      })
    })
  })

  it('leaves room between cues, and between any two lines', () => {
    holds((said) => {
      const cues = said.filter(({ line: { rank } }) => rank === 'cue')
      cues.slice(1).forEach(({ at }, i) => expect(at - (cues[i]?.at ?? 0)).toBeGreaterThanOrEqual(4))
      for (const { line: now, at, quietSince } of said)
        if (now.rank !== 'stop' && now.rank !== 'lost')
          expect(at - quietSince).toBeGreaterThanOrEqual(GAP_SECONDS - 1e-9)
    })
  })
})

describe('of two lines that wait', () => {
  it('the more urgent goes first, whatever their order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RANKS), fc.constantFrom(...RANKS), (a, b) => {
        fc.pre(a !== b)
        const queue = new SpeechQueue()
        queue.offer({ rank: a, key: 'a', text: 'a' }, 0)
        queue.offer({ rank: b, key: 'b', text: 'b' }, 0)
        expect(queue.next(0)?.line.rank).toBe(urgency(a) < urgency(b) ? a : b)
      }),
    )
  })

  it('the newer takes the place of an older one of its rank', () => {
    const queue = new SpeechQueue()
    queue.offer({ rank: 'count', key: '3', text: '3' }, 0)
    queue.offer({ rank: 'count', key: '4', text: '4' }, 0.1)
    expect(queue.next(0.2)?.line.key).toBe('4')
  })
})

describe('a line that came too late', () => {
  it('is let go: a count is stale within a second', () => {
    const queue = new SpeechQueue()
    queue.offer({ rank: 'guide', key: 'g', text: 'g' }, 0)
    queue.next(0)
    queue.offer({ rank: 'count', key: '3', text: '3' }, 0.5)
    queue.ended(2)
    expect(queue.next(3)).toBeNull()
  })

  it('a voice that never says that it ended does not silence the rest', () => {
    const queue = new SpeechQueue()
    const text = 'Lie on your back, the feet near the hips.'
    const longest = longestSeconds(text)
    // The slowest voice at the slowest speed says about eight letters a second.
    expect(longest).toBeGreaterThan(text.length / 8)
    expect(longest).toBeLessThan(10)
    queue.offer({ rank: 'guide', key: 'g', text }, 0)
    queue.next(0)
    queue.offer({ rank: 'guide', key: 'h', text: 'h' }, longest - 1)
    expect(queue.next(longest - 0.1)).toBeNull()
    queue.next(longest + 0.1)
    expect(queue.next(longest + 0.1 + GAP_SECONDS + 0.01)?.line.key).toBe('h')
  })
  it('leaves room after a voice that fell silent later than it was given', () => {
    const queue = new SpeechQueue()
    const late = longestSeconds('g') + 2
    queue.offer({ rank: 'guide', key: 'g', text: 'g' }, 0)
    queue.next(0)
    queue.next(late - 1)
    queue.ended(late)
    queue.offer({ rank: 'guide', key: 'h', text: 'h' }, late)
    expect(queue.next(late)).toBeNull()
    expect(queue.next(late + GAP_SECONDS + 0.01)?.line.key).toBe('h')
  })
})
