/** How each fault looks, as drawn on the explanation pages. */
import { swaying, type Body, type FaultDrawing } from '../shared/fault-drawing'

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

export const faults = {
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
} as const satisfies Readonly<Record<string, FaultDrawing>>
