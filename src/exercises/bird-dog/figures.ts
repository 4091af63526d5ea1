/** How each fault looks, as drawn on the explanation pages. */
import { swaying, type Body, type FaultDrawing } from '../shared/fault-drawing'

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

export const faults = {
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
} as const satisfies Readonly<Record<string, FaultDrawing>>
