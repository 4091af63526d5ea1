/** The drawn faults of the explanation pages: a steady pose and what a fault changes in it, as a few joints. */
import type { Point } from './drawing'

export type Place = 'side' | 'front' | 'head' | 'behind' | 'above'
/** Joints by name on a sheet of 240 × 136 whose floor is at y = 126. */
export type Joints = Readonly<Record<string, Point>>

export interface Body {
  readonly place: Place
  readonly joints: Joints
  /** Lines from joint to joint; the trunk is drawn thick. */
  readonly near: readonly (readonly string[])[]
  readonly far: readonly (readonly string[])[]
  readonly trunk: readonly string[]
}

/** A steady pose and what a fault changes in it. */
export interface FaultDrawing {
  readonly body: Body
  /** Joints that lie elsewhere than in the steady pose. */
  readonly moves: Joints
  /** Joints with a ring round them. */
  readonly lit: readonly string[]
  /** How far the trunk's middle leaves its line, down the sheet. */
  readonly bend?: number
  /** The same body once more beside itself: it does not keep still. */
  readonly echo?: readonly Point[]
  /** Pictures of the movement at equal times: few of them are a fast one. */
  readonly beats?: {
    readonly joint: string
    readonly from: Point
    readonly steady: number
    readonly faulty: number
  }
}

/** For a fault that is a body that does not keep still. */
export const swaying: readonly Point[] = [
  [-7, -3],
  [7, 3],
]
