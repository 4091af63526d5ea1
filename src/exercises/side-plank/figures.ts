/** How each fault looks, as drawn on the explanation pages. */
import { swaying, type Body, type FaultDrawing } from '../shared/fault-drawing'

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

export const faults = {
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
} as const satisfies Readonly<Record<string, FaultDrawing>>
