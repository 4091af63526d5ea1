/** Line figures of the exercises, as points on a 240 × 136 sheet whose floor is at y = 124. */
import type { ExerciseId } from '../../../core/analysis/model'

type Point = readonly [x: number, y: number]
export interface FigurePose {
  readonly head: Point
  /** Shoulder to hip, the part that Keel watches. */
  readonly trunk: readonly Point[]
  readonly near: readonly (readonly Point[])[]
  readonly far: readonly (readonly Point[])[]
}

const allFours = {
  head: [176, 56],
  trunk: [
    [148, 68],
    [92, 72],
  ],
} as const satisfies Partial<FigurePose>
const handDown: readonly Point[] = [
  [148, 68],
  [150, 96],
  [149, 122],
]
const farHandDown: readonly Point[] = [
  [148, 68],
  [156, 96],
  [158, 122],
]
const kneeDown: readonly Point[] = [
  [92, 72],
  [88, 118],
  [54, 121],
]
const farKneeDown: readonly Point[] = [
  [92, 72],
  [98, 118],
  [66, 121],
]
const legOut: readonly Point[] = [
  [92, 72],
  [54, 70],
  [16, 68],
]
const armOut: readonly Point[] = [
  [148, 68],
  [184, 74],
  [216, 70],
]

const bridgeUp = {
  head: [34, 113],
  trunk: [
    [58, 115],
    [110, 86],
  ],
} as const satisfies Partial<FigurePose>
const footDown: readonly Point[] = [
  [110, 86],
  [156, 60],
  [162, 119],
  [180, 121],
]
const farFootDown: readonly Point[] = [
  [110, 86],
  [164, 62],
  [172, 119],
  [188, 121],
]
const armOnFloor: readonly Point[] = [
  [58, 116],
  [84, 121],
  [112, 121],
]

const elbowDown: readonly Point[] = [
  [78, 72],
  [74, 119],
  [52, 121],
]
const armOnHip: readonly Point[] = [
  [78, 72],
  [104, 58],
  [122, 82],
]

const poses: Readonly<Record<ExerciseId, Readonly<Record<string, FigurePose>>>> = {
  'bird-dog': {
    'leg-only': { ...allFours, near: [legOut, handDown], far: [farKneeDown, farHandDown] },
    'arm-only': { ...allFours, near: [kneeDown, armOut], far: [farKneeDown, farHandDown] },
    'opposite-pair': { ...allFours, near: [legOut, handDown], far: [farKneeDown, armOut] },
  },
  bridge: {
    'double-leg': { ...bridgeUp, near: [footDown, armOnFloor], far: [farFootDown] },
    'single-leg': {
      ...bridgeUp,
      near: [footDown, armOnFloor],
      far: [
        [
          [110, 86],
          [158, 60],
          [204, 36],
        ],
      ],
    },
    march: {
      ...bridgeUp,
      near: [footDown, armOnFloor],
      far: [
        [
          [110, 86],
          [138, 38],
          [176, 66],
        ],
      ],
    },
  },
  'side-plank': {
    knees: {
      head: [58, 50],
      trunk: [
        [78, 72],
        [124, 94],
      ],
      near: [
        elbowDown,
        armOnHip,
        [
          [124, 94],
          [168, 116],
          [204, 120],
        ],
      ],
      far: [],
    },
    feet: {
      head: [58, 50],
      trunk: [
        [78, 72],
        [130, 91],
      ],
      near: [
        elbowDown,
        armOnHip,
        [
          [130, 91],
          [174, 105],
          [218, 119],
        ],
      ],
      far: [],
    },
  },
}

/** The figure that stands for an exercise. */
const usual: Readonly<Record<ExerciseId, string>> = {
  'bird-dog': 'opposite-pair',
  bridge: 'double-leg',
  'side-plank': 'feet',
}

/** The figure of a variation; the usual one where none is named. */
export function figureOf(exercise: ExerciseId, variation: string | null): FigurePose {
  const all = poses[exercise]
  const pose = all[variation ?? usual[exercise]] ?? all[usual[exercise]]
  if (pose === undefined) throw new Error(`no figure for ${exercise}`)
  return pose
}

export const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
