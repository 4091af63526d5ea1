/** Whether the person and the laptop stand so that a set can be judged, and the one thing to move if not. */
import { limit } from '../thresholds'
import { LM, type PoseFrame } from './frame'
import { median } from './geometry'
import { Measurer, type Measurement } from './measure'

export type PlacementMarkId = 'whole-body' | 'side-on' | 'distance' | 'light'

export interface PlacementMark {
  readonly id: PlacementMarkId
  readonly name: string
  readonly met: boolean
}

export interface Placement {
  readonly marks: readonly PlacementMark[]
  /** True when every mark is met. */
  readonly ready: boolean
  /** The one thing to do next; null when nothing is left to do. */
  readonly sentence: string | null
}

/** What the lens should see: the body's side, the chest, or the body from behind the head. */
export type Facing = 'side' | 'front' | 'head-end'

const VIEW_MARK: Readonly<Record<Facing, string>> = {
  side: 'Side-on',
  front: 'Chest to the laptop',
  'head-end': 'From behind your head',
}

/** Seconds over which a place is judged: single frames are off. */
const WINDOW = 0.8
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
}

export class PlacementCoach {
  readonly #facing: Facing
  readonly #measurer = new Measurer()
  #looks: Look[] = []

  /** `facing`: what the lens should see. */
  constructor(facing: Facing) {
    this.#facing = facing
  }

  /** Takes the next frame; says how the place stands. */
  assess(frame: PoseFrame): Placement {
    const m = this.#measurer.measure(frame)
    const { time, brightness } = frame
    this.#looks = this.#looks.filter((look) => time - look.time <= WINDOW)
    this.#looks.push({ time, brightness, m, outside: m && outsideOf(frame) })
    const bodies = this.#looks.flatMap((look) => (look.m ? [look.m] : []))
    const light = this.#light()
    const seen = bodies.length >= 0.6 * this.#looks.length ? bodies : []
    const whole = seen.length > 0 ? this.#wholeBody() : 'Come into the picture'
    const distance = distanceOf(seen)
    const turned = this.#sideOn(seen)
    const marks: PlacementMark[] = [
      { id: 'whole-body', name: 'Whole body', met: whole === null },
      {
        id: 'side-on',
        name: VIEW_MARK[this.#facing],
        met: turned === null,
      },
      { id: 'distance', name: 'Distance', met: distance === null },
      { id: 'light', name: 'Light', met: light === null },
    ]
    // Light first: in the dark nothing else can be trusted. Distance before the frame's edge: it often is the cause.
    const sentence = light ?? (seen.length === 0 ? whole : null) ?? distance ?? whole ?? turned
    return { marks, ready: marks.every(({ met }) => met), sentence }
  }

  #light(): string | null {
    const brightness = median(this.#looks.map((look) => look.brightness ?? NaN))
    if (brightness < limit('placement.dark')) return 'Turn on a light: the picture is too dark'
    if (brightness > limit('placement.bright')) return 'Turn away from the window: the picture is too bright'
    return null
  }

  #wholeBody(): string | null {
    const out = this.#looks.flatMap((look) => (look.outside ? [look.outside] : []))
    if (out.length < 0.4 * this.#looks.length) return null
    const edges = new Set(out)
    if (edges.size > 1) return 'Move the laptop back one step'
    const [edge] = edges
    if (edge === 'top') return 'Tilt the screen back a little'
    if (edge === 'bottom') return 'Tilt the screen forward a little'
    return 'Move the mat to the middle of the picture'
  }

  #sideOn(bodies: readonly Measurement[]): string | null {
    const lying = bodies.filter((m) => Math.abs(m.trunkInclination) < 60 || Math.abs(m.azimuth) > 50)
    if (bodies.length === 0 || lying.length < 0.6 * bodies.length) return 'Take the start position'
    const azimuth = median(lying.map((m) => m.azimuth))
    if (this.#facing === 'head-end')
      return azimuth <= limit('placement.head-end')
        ? null
        : 'Put the laptop behind your head, on a chair, tilted down'
    if (Math.abs(azimuth) <= limit('view.side-azimuth')) return null
    const nearer = azimuth < 0 ? 'feet' : 'head'
    return this.#facing === 'side'
      ? `Turn side-on: bring your ${nearer} nearer to the laptop`
      : `Turn your chest to the laptop: bring your ${nearer} nearer`
  }
}

function distanceOf(bodies: readonly Measurement[]): string | null {
  if (bodies.length === 0) return 'Come into the picture'
  const share = median(bodies.map((m) => m.unit / m.width))
  if (share < limit('placement.far')) return 'Come closer: move the laptop forward one step'
  if (share > limit('placement.near')) return 'Move the laptop back one step'
  return null
}

/** The edge of the picture that cuts the body off, or null. */
function outsideOf(frame: PoseFrame): Look['outside'] {
  const landmarks = frame.body?.landmarks
  if (!landmarks) return null
  const edge = 0.01
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
