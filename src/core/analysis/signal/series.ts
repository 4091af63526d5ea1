/** The joint angles of every analysed frame, for the review's trace and the report. */
import { hipAngle, kneeAngle, type Measurement } from '../../pose/measure'
import type { AngleSeries } from '../model'

export class SeriesRecorder {
  readonly #time: number[] = []
  readonly #hipLeft: number[] = []
  readonly #hipRight: number[] = []
  readonly #kneeLeft: number[] = []
  readonly #kneeRight: number[] = []
  readonly #drive: number[] = []

  /** Adds a frame; null where no body was measured. `drive` in degrees or percent, NaN where unseen. */
  add(time: number, m: Measurement | null, drive: number): void {
    this.#time.push(time)
    this.#hipLeft.push(m ? hipAngle(m, 'left') : NaN)
    this.#hipRight.push(m ? hipAngle(m, 'right') : NaN)
    this.#kneeLeft.push(m ? kneeAngle(m, 'left') : NaN)
    this.#kneeRight.push(m ? kneeAngle(m, 'right') : NaN)
    this.#drive.push(drive)
  }

  result(): AngleSeries {
    return {
      time: this.#time,
      hipLeft: this.#hipLeft,
      hipRight: this.#hipRight,
      kneeLeft: this.#kneeLeft,
      kneeRight: this.#kneeRight,
      drive: this.#drive,
    }
  }
}
