/** The drawn figures of the explanation pages: a steady pose and what a fault changes in it, as a few joints. */
import type { CheckId, ExerciseId } from '../../core/analysis/model'

export type Place = 'side' | 'front' | 'head' | 'behind' | 'above'
type Point = readonly [x: number, y: number]
/** Joints by name on a sheet of 240 × 136 whose floor is at y = 126. */
type Joints = Readonly<Record<string, Point>>

interface Body {
  readonly place: Place
  readonly joints: Joints
  /** Lines from joint to joint; the trunk is drawn thick. */
  readonly near: readonly (readonly string[])[]
  readonly far: readonly (readonly string[])[]
  readonly trunk: readonly string[]
}

interface Fault {
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

const allFours: Body = {
  place: 'side',
  joints: {
    head: [176, 56],
    shoulder: [148, 68],
    hip: [92, 72],
    knee: [54, 70],
    ankle: [16, 68],
    elbow: [150, 96],
    wrist: [149, 122],
    farKnee: [98, 118],
    farAnkle: [66, 121],
    farElbow: [184, 74],
    farWrist: [216, 70],
  },
  near: [
    ['hip', 'knee', 'ankle'],
    ['shoulder', 'elbow', 'wrist'],
  ],
  far: [
    ['hip', 'farKnee', 'farAnkle'],
    ['shoulder', 'farElbow', 'farWrist'],
  ],
  trunk: ['shoulder', 'hip'],
}

const allFoursBehind: Body = {
  place: 'behind',
  joints: {
    head: [120, 44],
    shoulder: [120, 58],
    hip: [98, 70],
    otherHip: [142, 70],
    knee: [100, 120],
    otherKnee: [146, 84],
    otherAnkle: [146, 66],
  },
  near: [
    ['hip', 'knee'],
    ['otherHip', 'otherKnee', 'otherAnkle'],
  ],
  far: [['shoulder', 'head']],
  trunk: ['hip', 'otherHip'],
}

const bridge: Body = {
  place: 'side',
  joints: {
    head: [34, 113],
    shoulder: [58, 115],
    hip: [110, 86],
    knee: [156, 60],
    ankle: [162, 119],
    toe: [180, 121],
    elbow: [84, 121],
    wrist: [112, 121],
  },
  near: [
    ['hip', 'knee', 'ankle', 'toe'],
    ['shoulder', 'elbow', 'wrist'],
  ],
  far: [],
  trunk: ['shoulder', 'hip'],
}

const bridgeHead: Body = {
  place: 'head',
  joints: {
    head: [120, 114],
    shoulder: [94, 98],
    otherShoulder: [146, 98],
    chest: [120, 98],
    pelvis: [120, 66],
    hip: [106, 66],
    otherHip: [134, 66],
    knee: [98, 30],
    otherKnee: [142, 30],
    ankle: [98, 62],
    otherAnkle: [142, 62],
  },
  near: [
    ['hip', 'knee'],
    ['otherHip', 'otherKnee'],
    ['hip', 'otherHip'],
    ['shoulder', 'otherShoulder'],
  ],
  far: [
    ['knee', 'ankle'],
    ['otherKnee', 'otherAnkle'],
  ],
  trunk: ['chest', 'pelvis'],
}

const plank: Body = {
  place: 'front',
  joints: {
    head: [56, 50],
    shoulder: [78, 72],
    hip: [130, 91],
    knee: [174, 105],
    ankle: [218, 119],
    elbow: [76, 119],
    wrist: [50, 121],
    farElbow: [104, 58],
    farWrist: [122, 82],
  },
  near: [
    ['shoulder', 'elbow', 'wrist'],
    ['hip', 'knee', 'ankle'],
  ],
  far: [['shoulder', 'farElbow', 'farWrist']],
  trunk: ['shoulder', 'hip'],
}

const plankAbove: Body = {
  place: 'above',
  joints: {
    head: [34, 72],
    shoulder: [62, 72],
    hip: [126, 72],
    knee: [174, 72],
    ankle: [222, 72],
    wrist: [62, 112],
  },
  near: [
    ['hip', 'knee', 'ankle'],
    ['shoulder', 'wrist'],
  ],
  far: [],
  trunk: ['shoulder', 'hip'],
}

const plankHead: Body = {
  place: 'head',
  joints: {
    head: [120, 66],
    shoulder: [120, 84],
    topShoulder: [120, 42],
    elbow: [120, 121],
    wrist: [84, 122],
  },
  near: [['shoulder', 'elbow', 'wrist']],
  far: [],
  trunk: ['shoulder', 'topShoulder'],
}

const swaying: readonly Point[] = [
  [-7, -3],
  [7, 3],
]

const faults: Readonly<Record<ExerciseId, Readonly<Partial<Record<CheckId, Fault>>>>> = {
  'bird-dog': {
    'lumbar-extension': {
      body: allFours,
      moves: { knee: [54, 58], ankle: [18, 46], head: [176, 50] },
      lit: ['hip'],
      bend: 15,
    },
    'leg-high': { body: allFours, moves: { knee: [57, 52], ankle: [27, 28] }, lit: ['knee', 'ankle'] },
    'short-range': {
      body: allFours,
      moves: { knee: [62, 94], ankle: [30, 110], farElbow: [178, 86], farWrist: [206, 98] },
      lit: ['knee', 'ankle', 'farWrist'],
    },
    neck: { body: allFours, moves: { head: [172, 92] }, lit: ['head'] },
    'shoulder-collapse': {
      body: allFours,
      moves: { shoulder: [148, 86], elbow: [154, 106], head: [174, 72], farElbow: [184, 86] },
      lit: ['shoulder'],
    },
    'balance-loss': {
      body: allFours,
      moves: {
        shoulder: [146, 58],
        hip: [92, 84],
        head: [172, 44],
        farElbow: [178, 88],
        farWrist: [190, 121],
        knee: [58, 100],
        ankle: [24, 112],
      },
      lit: ['shoulder', 'hip', 'farWrist'],
    },
    sway: { body: allFours, moves: {}, lit: ['shoulder', 'hip'], echo: swaying },
    'tempo-drift': {
      body: allFours,
      moves: {},
      lit: ['ankle'],
      beats: { joint: 'ankle', from: [66, 121], steady: 7, faulty: 3 },
    },
    'pelvic-rotation': {
      body: allFoursBehind,
      moves: { hip: [98, 78], otherHip: [142, 54], otherKnee: [150, 66], otherAnkle: [152, 46] },
      lit: ['hip', 'otherHip'],
    },
    'lateral-shift': {
      body: allFoursBehind,
      moves: { hip: [74, 72], otherHip: [118, 72], otherKnee: [122, 86], otherAnkle: [122, 68] },
      lit: ['hip', 'otherHip'],
    },
  },
  bridge: {
    'short-range': { body: bridge, moves: { hip: [112, 104], knee: [158, 66] }, lit: ['hip'] },
    'hip-overextension': { body: bridge, moves: { hip: [108, 70], knee: [156, 62] }, lit: ['hip'] },
    'lumbar-extension': { body: bridge, moves: { hip: [112, 84] }, lit: ['hip'], bend: -15 },
    'hip-sag': { body: bridge, moves: { hip: [111, 101] }, lit: ['hip'], echo: [[0, -12]] },
    'feet-far': {
      body: bridge,
      moves: { knee: [160, 70], ankle: [196, 119], toe: [214, 121] },
      lit: ['knee', 'ankle'],
    },
    neck: { body: bridge, moves: { head: [41, 108], shoulder: [55, 116] }, lit: ['head', 'shoulder'] },
    'knee-valgus': {
      body: bridgeHead,
      moves: { knee: [112, 31], otherKnee: [128, 31] },
      lit: ['knee', 'otherKnee'],
    },
    'knee-splay': {
      body: bridgeHead,
      moves: { knee: [72, 38], otherKnee: [168, 38] },
      lit: ['knee', 'otherKnee'],
    },
    'pelvic-drop': { body: bridgeHead, moves: { otherHip: [134, 82] }, lit: ['hip', 'otherHip'] },
    sway: { body: bridge, moves: {}, lit: ['hip', 'shoulder'], echo: swaying },
    'tempo-drift': {
      body: bridge,
      moves: {},
      lit: ['hip'],
      beats: { joint: 'hip', from: [114, 118], steady: 6, faulty: 3 },
    },
  },
  'side-plank': {
    'hip-sag': { body: plank, moves: { hip: [130, 110], knee: [175, 116] }, lit: ['hip'] },
    'hip-high': { body: plank, moves: { hip: [128, 66], knee: [174, 92] }, lit: ['hip'] },
    'hip-flexion': { body: plankAbove, moves: { hip: [124, 36], knee: [172, 54] }, lit: ['hip'] },
    'trunk-roll': {
      body: plankHead,
      moves: { topShoulder: [84, 56], head: [104, 66] },
      lit: ['shoulder', 'topShoulder'],
    },
    'shoulder-collapse': {
      body: plank,
      moves: { shoulder: [82, 92], head: [62, 70], elbow: [74, 119], farElbow: [106, 76], hip: [130, 96] },
      lit: ['shoulder'],
    },
    neck: { body: plank, moves: { head: [52, 86] }, lit: ['head'] },
    'elbow-off': { body: plank, moves: { elbow: [46, 119], wrist: [20, 121] }, lit: ['elbow', 'shoulder'] },
    sway: { body: plank, moves: {}, lit: ['hip', 'shoulder'], echo: swaying },
  },
}

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

function draw(fault: Fault, faulty: boolean): Drawing {
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

function beatsOf({ beats }: Fault, faulty: boolean, at: (name: string) => Point): readonly Point[] {
  if (beats === undefined) return []
  const [to, count] = [at(beats.joint), faulty ? beats.faulty : beats.steady]
  return Array.from({ length: count }, (_, index): Point => {
    const share = index / (count - 1)
    return [beats.from[0] + share * (to[0] - beats.from[0]), beats.from[1] + share * (to[1] - beats.from[1])]
  })
}

/** The figure of a check; null where none is drawn. */
export function faultFigure(exercise: ExerciseId, check: CheckId): FaultFigure | null {
  const fault = faults[exercise][check]
  if (fault === undefined) return null
  return { place: fault.body.place, steady: draw(fault, false), faulty: draw(fault, true) }
}
