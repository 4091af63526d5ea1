/** What a set needs from a coach: tones that mean something by themselves, and spoken lines. */
import type { Line } from '../../core/coaching/queue'

/** Each sounds different enough to be known without words. */
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

/** `onsaid` is called when the line begins, with whether a voice says it. */
export interface CoachLine extends Line {
  readonly onsaid?: (spoken: boolean) => void
}

export interface SetCoach {
  tone(name: ToneName): void
  say(line: CoachLine): void
}
