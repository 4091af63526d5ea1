/** How an exercise is drawn: a line figure from its main side, and the body on the mat from above. */

export type Point = readonly [x: number, y: number]

/** A figure as points on a sheet of 240 × 136 whose floor is at y = 124; y points down. */
export interface FigurePose {
  readonly head: Point
  /** Shoulder to hip, the part that Keel watches. */
  readonly trunk: readonly Point[]
  readonly near: readonly (readonly Point[])[]
  readonly far: readonly (readonly Point[])[]
}

/**
 * The limbs from above, as SVG paths round a trunk from (170, 60) to (228, 60) with the head to its right and the
 * laptop below. Drawn as seen with the person's left side working.
 */
export interface FigureFromAbove {
  readonly near: readonly string[]
  readonly far: readonly string[]
  /** The body lies on its side, so that its trunk is narrow from above. */
  readonly onSide?: true
}

export interface ExerciseDrawing {
  /** The variation whose figure stands for the exercise. */
  readonly usual: string
  /** By variation. */
  readonly poses: Readonly<Record<string, FigurePose>>
  readonly fromAbove: FigureFromAbove
}
