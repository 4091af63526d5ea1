/** Whether the person and the laptop stand so that a set can be judged, and the one thing to move if not. */
import { limit } from '../thresholds'
import { LM, type PoseFrame, type Side, type TrunkContour } from './frame'
import { distance, median } from './geometry'
import { Measurer, type Measurement } from './measure'

export type PlacementMarkId = 'whole-body' | 'side-on' | 'distance' | 'light' | 'outline'

export interface PlacementMark {
  readonly id: PlacementMarkId
  readonly met: boolean
}

/** The one thing to move or to do, as a code that the app says in words. */
export type PlacementAdvice =
  | 'dark'
  | 'bright'
  | 'come-in'
  | 'laptop-back'
  | 'laptop-closer'
  | 'tilt-back'
  | 'tilt-forward'
  | 'to-the-middle'
  /** Hand and foot would leave the picture at full reach. */
  | 'room-to-reach'
  | 'start-position'
  | 'head-nearer'
  | 'feet-nearer'
  | 'behind-the-head'
  /** The plan's other side is nearer, or on the floor. */
  | 'other-side'
  /** The trunk has no clear edge against what is behind it. */
  | 'outline'

export interface Placement {
  readonly marks: readonly PlacementMark[]
  /** True when every mark is met. */
  readonly ready: boolean
  /** Null when nothing is left to do. */
  readonly advice: PlacementAdvice | null
  /** Whether the picture shows the side that was not asked for, also once nobody asks any longer. */
  readonly otherSide?: boolean
}

/** What the lens should see: the body's side, the chest, or the body from behind the head. */
export type Facing = 'side' | 'front' | 'head-end'

export interface PlacementWish {
  readonly facing: Facing
  /** Whether limbs reach out beyond where they are at the start. */
  readonly reaches?: boolean
  /** Which side the picture shows to work, where the plan asks for one: read from a measurement, null where it does not tell. */
  readonly side?: { readonly wanted: Side; readonly of: (m: Measurement) => Side | null } | null
}

/** Seconds over which a place is judged: single frames are off. */
const WINDOW = limit('placement.window-seconds')
/** The points that have to be in the picture. */
const EXTREMES = [
  LM.nose,
  LM.leftWrist,
  LM.rightWrist,
  LM.leftKnee,
  LM.rightKnee,
  LM.leftAnkle,
  LM.rightAnkle,
] as const

interface Look {
  readonly time: number
  readonly brightness: number | null
  readonly m: Measurement | null
  readonly outside: 'left' | 'right' | 'top' | 'bottom' | null
  /** Share of the trunk's outline that has no edge. */
  readonly hidden: number
}

export class PlacementCoach {
  readonly #wish: PlacementWish
  readonly #measurer = new Measurer()
  #looks: Look[] = []
  #otherSideSince: number | null = null

  constructor(wish: PlacementWish) {
    this.#wish = wish
  }

  /** Takes the next frame; says how the place stands. */
  assess(frame: PoseFrame): Placement {
    const m = this.#measurer.measure(frame)
    const { time, brightness, body } = frame
    this.#looks = this.#looks.filter((look) => time - look.time <= WINDOW)
    this.#looks.push({
      time,
      brightness,
      m,
      outside: m && outsideOf(frame),
      hidden: hiddenShare(body?.contour),
    })
    const bodies = this.#looks.flatMap((look) => (look.m ? [look.m] : []))
    const light = this.#light()
    const seen = bodies.length >= limit('placement.seen') * this.#looks.length ? bodies : []
    const lying = seen.filter((one) => liesIn(one))
    const lies = seen.length > 0 && lying.length >= limit('placement.lying') * seen.length
    const whole = seen.length > 0 ? this.#wholeBody(lies ? lying : []) : 'come-in'
    const apart = distanceOf(seen)
    const turned = lies ? (this.#turned(lying) ?? this.#side(lying, time)) : 'start-position'
    const outline = this.#outline(lies)
    const marks: PlacementMark[] = [
      { id: 'whole-body', met: whole === null },
      { id: 'side-on', met: turned === null },
      { id: 'distance', met: apart === null },
      { id: 'light', met: light === null },
      ...(this.#wish.facing === 'side' ? [{ id: 'outline', met: outline === null } as const] : []),
    ]
    // Light first: in the dark nothing else can be trusted. Distance before the frame's edge: it often is the cause.
    const advice = light ?? (seen.length === 0 ? whole : null) ?? apart ?? whole ?? turned ?? outline
    const otherSide = this.#otherSideSince !== null
    return { marks, ready: marks.every(({ met }) => met), advice, otherSide }
  }

  #light(): PlacementAdvice | null {
    const brightness = median(this.#looks.map((look) => look.brightness ?? NaN))
    if (brightness < limit('placement.dark')) return 'dark'
    if (brightness > limit('placement.bright')) return 'bright'
    return null
  }

  #wholeBody(lying: readonly Measurement[]): PlacementAdvice | null {
    const out = this.#looks.flatMap((look) => (look.outside ? [look.outside] : []))
    if (out.length < limit('placement.cut-off') * this.#looks.length) return this.#room(lying)
    const edges = new Set(out)
    if (edges.size > 1) return 'laptop-back'
    const [edge] = edges
    if (edge === 'top') return 'tilt-back'
    if (edge === 'bottom') return 'tilt-forward'
    return 'to-the-middle'
  }

  /** Whether the body fits when arm and leg are stretched along it. */
  #room(lying: readonly Measurement[]): PlacementAdvice | null {
    if (this.#wish.reaches !== true || lying.length === 0) return null
    const over = (beyond: (m: Measurement) => number): boolean => median(lying.map(beyond)) > 0
    const behind = over((m) => stretched(m, 'leg') - (m.facing === 1 ? m.hips.x : m.width - m.hips.x))
    const ahead = over(
      (m) => stretched(m, 'arm') - (m.facing === 1 ? m.width - m.shoulders.x : m.shoulders.x),
    )
    return behind || ahead ? 'room-to-reach' : null
  }

  #turned(lying: readonly Measurement[]): PlacementAdvice | null {
    const azimuth = median(lying.map((m) => m.azimuth))
    if (this.#wish.facing === 'head-end')
      return azimuth <= limit('placement.head-end') ? null : 'behind-the-head'
    if (Math.abs(azimuth) <= limit('view.side-azimuth')) return null
    return azimuth < 0 ? 'feet-nearer' : 'head-nearer'
  }

  /** Asked for a while and no longer: which side it is hides nothing that is judged, and the picture may be misread. */
  #side(lying: readonly Measurement[], time: number): PlacementAdvice | null {
    const { side } = this.#wish
    if (side === undefined || side === null) return null
    const sides = lying.map(side.of)
    const other = sides.filter((one) => one !== null && one !== side.wanted).length
    if (other < limit('placement.other-share') * sides.length) {
      this.#otherSideSince = null
      return null
    }
    this.#otherSideSince ??= time
    return time - this.#otherSideSince < limit('placement.other-side') ? 'other-side' : null
  }

  #outline(lies: boolean): PlacementAdvice | null {
    if (!lies || this.#wish.facing !== 'side') return null
    return median(this.#looks.map(({ hidden }) => hidden)) > limit('placement.outline') ? 'outline' : null
  }
}

/** Whether the trunk lies: from near the ends its slope in the picture says nothing. */
const liesIn = (m: Measurement): boolean =>
  Math.abs(m.trunkInclination) < limit('placement.lying-trunk') ||
  Math.abs(m.azimuth) > limit('placement.lying-azimuth')

function distanceOf(bodies: readonly Measurement[]): PlacementAdvice | null {
  if (bodies.length === 0) return 'come-in'
  const share = median(bodies.map((m) => m.unit / m.width))
  if (share < limit('placement.far')) return 'laptop-closer'
  if (share > limit('placement.near')) return 'laptop-back'
  return null
}

/** How far the nearer foot or hand is from hip or shoulder with the limb stretched, pixels. */
function stretched(m: Measurement, limb: 'leg' | 'arm'): number {
  const { hip, knee, ankle, shoulder, elbow, wrist } = m[m.near]
  return limb === 'leg'
    ? distance(hip, knee) + distance(knee, ankle)
    : distance(shoulder, elbow) + distance(elbow, wrist)
}

/** Share of the trunk's outline that has no edge, 0-1; 1 where there is none at all. */
function hiddenShare(contour: TrunkContour | null | undefined): number {
  if (!contour) return 1
  const edges = [...contour.clockwise, ...contour.counter]
  return edges.filter(Number.isNaN).length / edges.length
}

/** The edge of the picture that cuts the body off, or null. */
function outsideOf(frame: PoseFrame): Look['outside'] {
  const landmarks = frame.body?.landmarks
  if (!landmarks) return null
  const edge = limit('placement.edge')
  for (const i of EXTREMES) {
    const x = landmarks[4 * i] ?? NaN
    const y = landmarks[4 * i + 1] ?? NaN
    if (x < edge) return 'left'
    if (x > 1 - edge) return 'right'
    if (y < edge) return 'top'
    if (y > 1 - edge) return 'bottom'
  }
  return null
}
