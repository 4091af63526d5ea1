/** Faults that no film has, planted into the landmarks of films without any: what is planted is found, and nothing else. */
import { expect, it } from 'vitest'
import type { Finding } from '../../src/core/analysis/model'
import { LM, type PoseFrame } from '../../src/core/pose/frame'
import { framesOf, replay } from '../support/replay'

type Move = (landmarks: Float32Array, time: number) => void

function planted(name: string, move: Move): readonly PoseFrame[] {
  return framesOf(name).map((frame) => {
    if (!frame.body) return frame
    const landmarks = frame.body.landmarks.slice()
    move(landmarks, frame.time)
    return { ...frame, body: { ...frame.body, landmarks } }
  })
}

const x = (landmarks: Float32Array, i: number): number => landmarks[4 * i] ?? NaN
const y = (landmarks: Float32Array, i: number): number => landmarks[4 * i + 1] ?? NaN
const middle = (landmarks: Float32Array, read: typeof x, a: number, b: number): number =>
  (read(landmarks, a) + read(landmarks, b)) / 2

/** The ears so much nearer to the shoulders, from `since` seconds on. */
const shrugging =
  (share: number, since: number): Move =>
  (landmarks, time) => {
    if (time < since) return
    for (const [axis, read] of [x, y].entries()) {
      const shoulders = middle(landmarks, read, LM.leftShoulder, LM.rightShoulder)
      for (const ear of [LM.leftEar, LM.rightEar])
        landmarks[4 * ear + axis] = shoulders + (read(landmarks, ear) - shoulders) * (1 - share)
    }
  }

/** The supporting elbow moved along the floor, in trunk lengths towards the feet. */
const elbowOff =
  (by: number): Move =>
  (landmarks) => {
    const shoulders = middle(landmarks, x, LM.leftShoulder, LM.rightShoulder)
    const hips = middle(landmarks, x, LM.leftHip, LM.rightHip)
    const low = y(landmarks, LM.leftShoulder) > y(landmarks, LM.rightShoulder) ? LM.leftElbow : LM.rightElbow
    landmarks[4 * low] = x(landmarks, low) + by * (hips - shoulders)
  }

const flags = (findings: readonly Finding[]): string[] =>
  findings.flatMap((f) => (f.verdict === 'flagged' ? [`${f.check} ${f.grade}`] : []))

it('tells of an elbow away from the shoulder once, before the hold, and does not stop for it', () => {
  const { events, analysis } = replay('side-plank', planted('sideplank_clean_front', elbowOff(0.12)))
  const told = events.filter((event) => event.kind === 'cue')
  const begun = events.find((event) => event.kind === 'hold-start')
  expect(told).toEqual([{ kind: 'cue', time: expect.any(Number) as number, check: 'elbow-off', grade: 1 }])
  expect(told[0]?.time).toBeLessThan(begun?.time ?? NaN)
  expect(analysis.holds.map(({ findings }) => flags(findings))).toEqual([['elbow-off 1']])
  expect(analysis.breakdown).toBeNull()
})

it('says nothing of an elbow under the shoulder', () => {
  const { events } = replay('side-plank', framesOf('sideplank_clean_front'))
  expect(events.filter((event) => event.kind === 'cue')).toEqual([])
})

it('finds a shrug in a hold', () => {
  const { analysis } = replay('side-plank', planted('sideplank_clean_front', shrugging(0.3, 12)))
  const [hold] = analysis.holds
  expect(flags(hold?.findings ?? [])).toEqual(['shoulder-collapse 2'])
  expect(analysis.breakdown?.check).toBe('shoulder-collapse')
})

it('finds a shrug in the reps that have it', () => {
  const clean = replay('bird-dog', framesOf('birddog_clean_side')).analysis
  const since = clean.reps[3]?.end ?? NaN
  const { analysis } = replay('bird-dog', planted('birddog_clean_side', shrugging(0.32, since)))
  const found = analysis.reps.filter(({ findings }) =>
    findings.some((f) => f.check === 'shoulder-collapse' && f.verdict === 'flagged' && f.grade >= 2),
  )
  expect(found.map(({ index }) => index)).toEqual([5, 6])
})

it('explains a neck pulled short in the bridge, and ends nothing for it', () => {
  const clean = replay('bridge', framesOf('bridge_clean_side')).analysis
  const since = clean.reps[2]?.end ?? NaN
  const { analysis } = replay('bridge', planted('bridge_clean_side', shrugging(0.32, since)))
  expect(
    analysis.reps.map(({ findings }) => flags(findings).filter((flag) => flag.startsWith('neck'))),
  ).toEqual([[], [], [], ['neck 2'], ['neck 2'], ['neck 2']])
  expect(analysis.breakdown).toBeNull()
})
