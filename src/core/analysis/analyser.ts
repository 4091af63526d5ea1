/**
 * The analyser: pose frames in, reps, holds, findings and the breakdown out.
 * It asks no clock and keeps no reference to a frame, so a film, a camera and a trace judge alike.
 */
import type { PoseFrame, Side } from '../pose/frame'
import type { ExerciseDefinition } from './definition'
import type { KeptBaseline } from './model'
import type { AnalysisEvent, LiveReading, SetAnalysis } from './model'

export interface AnalyserOptions {
  readonly exercise: ExerciseDefinition
  /** Null: found from the movement. */
  readonly variation: string | null
  readonly side: Side | null
  /** Whether the lens stands well above the body, where somebody knows; the picture alone does not tell. */
  readonly raised?: boolean | null
  /** The person's best of earlier sets of this exercise and variation; it is only ever noted where a set begins lower. */
  readonly usual?: readonly KeptBaseline[]
}

export interface Analyser {
  /** Takes the next frame in time order; returns what happened in it. */
  step(frame: PoseFrame): readonly AnalysisEvent[]
  /**
   * Nobody watched between the last frame and the next: a hold's clock leaves that time out, a rep under way
   * is dropped, and the next begins from the start position.
   */
  interrupt(): void
  /** What the live screen shows after the last frame. */
  reading(): LiveReading
  /** Ends what is running and returns everything; the analyser takes no more frames. */
  finish(): SetAnalysis
}
