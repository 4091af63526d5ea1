/**
 * What is said when: one line at a time, the more urgent first, with room between them. It speaks to nobody
 * and asks no clock; whoever has a voice asks what comes next, and tells when a line has ended.
 */

/** From the most urgent: what ends a set, a pause or lost sight, a cue, what comes next, counting, tempo, placing, praise. */
export const RANKS = ['stop', 'lost', 'cue', 'guide', 'count', 'tempo', 'placement', 'praise'] as const
export type Rank = (typeof RANKS)[number]

/** A line to be said. `key` tells sameness, whatever the language. */
export interface Line {
  readonly rank: Rank
  readonly key: string
  readonly text: string
}

/** Seconds for which a line is worth saying: a count is stale at once. */
const PATIENCE_SECONDS: Readonly<Record<Rank, number>> = {
  stop: 8,
  lost: 4,
  cue: 2.5,
  guide: 12,
  count: 0.8,
  tempo: 0.4,
  placement: 2,
  praise: 2,
}

/** Seconds from one line of a rank to the next of that rank. */
const SPACING_SECONDS: Readonly<Record<Rank, number>> = {
  stop: 0,
  lost: 0,
  cue: 4,
  guide: 0,
  count: 0,
  tempo: 0,
  placement: 4,
  praise: 10,
}

/** Seconds of quiet after a line. What ends or pauses a set does not wait for it. */
export const GAP_SECONDS = 0.6
/** Seconds within which the same line is not said again. */
export const REPEAT_SECONDS = 10
/** Lines of these ranks cut a less urgent one short. */
const CUTTING: ReadonlySet<Rank> = new Set<Rank>(['stop', 'lost'])
/**
 * Seconds after which a voice that never says that it has ended is taken to have: some never do. The slowest voice
 * at the slowest speed of the settings says about eight letters a second.
 */
export const longestSeconds = (text: string): number => 2 + 0.15 * text.length

interface Waiting<L extends Line> {
  readonly line: L
  readonly until: number
}

const urgency = ({ rank }: Line): number => RANKS.indexOf(rank)

export class SpeechQueue<L extends Line = Line> {
  #waiting: Waiting<L>[] = []
  #running: { readonly line: L; readonly since: number } | null = null
  #quietSince = -Infinity
  readonly #saidAt = new Map<string, number>()
  readonly #rankAt = new Map<Rank, number>()

  /** Whether a line is being said. */
  get speaking(): boolean {
    return this.#running !== null
  }

  /** Whether nothing is being said, and nothing waits. */
  get idle(): boolean {
    return this.#running === null && this.#waiting.length === 0
  }

  /** Takes a line at a time in seconds; of one rank only the newest waits. A line said lately is let go. */
  offer(line: L, now: number): void {
    if (now - (this.#saidAt.get(line.key) ?? -Infinity) < REPEAT_SECONDS) return
    this.#waiting = this.#waiting.filter(({ line: { rank } }) => rank !== line.rank)
    this.#waiting.push({ line, until: now + PATIENCE_SECONDS[line.rank] })
  }

  /** The line to begin now, and whether the one under way has to be cut short first; null when all is well. */
  next(now: number): { readonly line: L; readonly cut: boolean } | null {
    if (this.#running !== null && now - this.#running.since > longestSeconds(this.#running.line.text))
      this.ended(now)
    this.#waiting = this.#waiting.filter(({ until }) => until >= now)
    const [first] = [...this.#waiting]
      .filter(({ line: { rank } }) => now - (this.#rankAt.get(rank) ?? -Infinity) >= SPACING_SECONDS[rank])
      .sort((a, b) => urgency(a.line) - urgency(b.line))
    if (first === undefined) return null
    const { line } = first
    const cutting = CUTTING.has(line.rank)
    const running = this.#running
    if (running !== null && !(cutting && urgency(line) < urgency(running.line))) return null
    if (!cutting && now - this.#quietSince < GAP_SECONDS) return null
    this.#waiting = this.#waiting.filter((one) => one !== first)
    // What was about to be said below a stop or a pause is of no use after it.
    if (cutting) this.#waiting = this.#waiting.filter((one) => urgency(one.line) < urgency(line))
    this.#running = { line, since: now }
    this.#saidAt.set(line.key, now)
    this.#rankAt.set(line.rank, now)
    return { line, cut: running !== null }
  }

  /** The voice fell silent now: the line under way has ended, or one that was taken to have ended sooner. */
  ended(now: number): void {
    this.#running = null
    this.#quietSince = now
  }

  /** Lets go of everything that waits. */
  clear(): void {
    this.#waiting = []
  }
}
