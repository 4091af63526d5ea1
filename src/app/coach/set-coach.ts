/** What a set asks of whoever coaches it: a tone that means something by itself, and a line beside it. */
import type { Line } from '../../core/coaching/queue'

/** Each is told from the others by its shape, without any word. */
export type ToneName =
  /** A second of the countdown, and of the rest's last three. */
  | 'count'
  | 'go'
  | 'rep'
  /** Every fifth second of a hold. */
  | 'mark'
  /** The last three seconds of a hold. */
  | 'last'
  /** A hold of several has reached its time. */
  | 'held'
  | 'cue'
  /** Form has given, or the set has ended before its time. */
  | 'stop'
  /** All that was asked is done. */
  | 'done'
  /** The rest is over. */
  | 'over'
  | 'lost'
  | 'found'
  | 'pause'
  | 'resume'

/** A line with somebody who wants to know when it was begun, and whether a voice says it. */
export interface CoachLine extends Line {
  readonly onsaid?: (spoken: boolean) => void
}

export interface SetCoach {
  tone(name: ToneName): void
  say(line: CoachLine): void
}
