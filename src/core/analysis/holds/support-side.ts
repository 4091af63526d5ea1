/**
 * The side on the floor. With the chest towards the lens and the head to the right of the picture it is the left one;
 * so it follows from the picture. The model's own left and right don't hold, and neither does a single frame: against the
 * light the model turned a person round, chest to back with all four limbs, in half of a film's frames.
 */
import type { Measurement } from '../../pose/measure'
import type { Side } from '../../pose/frame'
import { limit } from '../../thresholds'

export class SupportSide {
  #towards = 0
  #away = 0
  #right = 0
  #left = 0

  /** Takes a frame of a body in position. */
  add({ faces, facing }: Pick<Measurement, 'faces' | 'facing'>): void {
    if (faces) this.#towards++
    else this.#away++
    if (facing === 1) this.#right++
    else this.#left++
  }

  /**
   * What all frames agree on. The chest is towards the lens, as the person is asked to lie, unless by far the most
   * frames show the back: people who turn their back are seen from behind in every frame.
   */
  get side(): Side {
    const away = this.#away > limit('hold.back-share') * (this.#towards + this.#away)
    return this.#right >= this.#left === !away ? 'left' : 'right'
  }

  /** Forgets the frames: the person may lie down on the other side. */
  reset(): void {
    this.#towards = this.#away = this.#right = this.#left = 0
  }
}
