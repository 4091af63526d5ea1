import type { ExerciseDrawing, FigurePose, Point } from '../shared/drawing'

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

export const drawing: ExerciseDrawing = {
  usual: 'opposite-pair',
  poses: {
    'leg-only': { ...allFours, near: [legOut, handDown], far: [farKneeDown, farHandDown] },
    'arm-only': { ...allFours, near: [kneeDown, armOut], far: [farKneeDown, farHandDown] },
    'opposite-pair': { ...allFours, near: [legOut, handDown], far: [farKneeDown, armOut] },
  },
  fromAbove: {
    far: ['M166 66 100 74', 'M232 54 290 48'],
    near: ['M166 54 96 48', 'M232 66 248 80'],
  },
}
