import type { ExerciseDrawing, FigurePose, Point } from '../shared/drawing'

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

export const drawing: ExerciseDrawing = {
  usual: 'double-leg',
  poses: {
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
  fromAbove: {
    far: ['M228 48 190 40M228 72 190 80'],
    near: ['M166 54 112 50M166 66 112 70'],
  },
}
