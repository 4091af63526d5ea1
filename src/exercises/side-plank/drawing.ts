import type { ExerciseDrawing, Point } from '../shared/drawing'

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

export const drawing: ExerciseDrawing = {
  usual: 'feet',
  poses: {
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
  fromAbove: {
    far: ['M166 58 92 56'],
    near: ['M166 62 92 66', 'M230 64 236 84'],
    onSide: true,
  },
}
