/** What a set needs, and how it can end. */
import type { SetRecord, Settings } from '../../storage/records/schema'
import type { SetCoach } from '../coach/set-coach'
import type { RecordHead, SetRecorder } from './recording/set-recorder'

export type EndReason = Exclude<SetRecord['stopReason'], null>

export interface SetWorkOptions {
  readonly head: RecordHead
  /** Separate holds of the target's length that make the set; 1 where it is one hold. */
  readonly holds: number
  readonly onBreakdown: Settings['onBreakdown']
  readonly praise: boolean
  readonly recorder: SetRecorder
  readonly coach: SetCoach
}
