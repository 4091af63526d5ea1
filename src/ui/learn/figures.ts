/** Draws a fault of the explanation pages: the steady pose and the faulty one. */
import type { Point } from '../../exercises/shared/drawing'
import type { FaultDrawing, Joints, Place } from '../../exercises/shared/fault-drawing'

/** One drawing, ready for SVG. */
export interface Drawing {
  readonly near: readonly string[]
  readonly far: readonly string[]
  readonly trunk: string
  readonly head: Point
  /** Whole bodies beside the body, as single paths. */
  readonly echoes: readonly string[]
  readonly beats: readonly Point[]
  readonly lit: readonly Point[]
}

export interface FaultFigure {
  readonly place: Place
  readonly steady: Drawing
  readonly faulty: Drawing
}

function draw(fault: FaultDrawing, faulty: boolean): Drawing {
  const { body } = fault
  const joints: Joints = faulty ? { ...body.joints, ...fault.moves } : body.joints
  const at = (name: string): Point => {
    const point = joints[name]
    if (point === undefined) throw new Error(`a figure has no ${name}`)
    return point
  }
  const path = (names: readonly string[], [dx, dy]: Point = [0, 0]): string =>
    names
      .map(
        (name, index) => `${index === 0 ? 'M' : 'L'}${String(at(name)[0] + dx)} ${String(at(name)[1] + dy)}`,
      )
      .join('')
  const lines = [...body.near, body.trunk]
  return {
    near: body.near.map((names) => path(names)),
    far: body.far.map((names) => path(names)),
    trunk: faulty && fault.bend !== undefined ? bent(body.trunk.map(at), fault.bend) : path(body.trunk),
    head: at('head'),
    echoes: faulty ? (fault.echo ?? []).map((by) => lines.map((names) => path(names, by)).join('')) : [],
    beats: beatsOf(fault, faulty, at),
    lit: faulty ? fault.lit.map(at) : [],
  }
}

/** A curve through a point beside the trunk's middle. */
function bent([from, to]: readonly Point[], by: number): string {
  if (from === undefined || to === undefined) return ''
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 2 * by]
  return `M${String(from[0])} ${String(from[1])}Q${String(x)} ${String(y)} ${String(to[0])} ${String(to[1])}`
}

function beatsOf({ beats }: FaultDrawing, faulty: boolean, at: (name: string) => Point): readonly Point[] {
  if (beats === undefined) return []
  const [to, count] = [at(beats.joint), faulty ? beats.faulty : beats.steady]
  return Array.from({ length: count }, (_, index): Point => {
    const share = index / (count - 1)
    return [beats.from[0] + share * (to[0] - beats.from[0]), beats.from[1] + share * (to[1] - beats.from[1])]
  })
}

/** The figure of a fault. */
export const faultFigure = (fault: FaultDrawing): FaultFigure => ({
  place: fault.body.place,
  steady: draw(fault, false),
  faulty: draw(fault, true),
})
