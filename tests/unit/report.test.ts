import { describe, expect, it } from 'vitest'
import type { SetAnalysis } from '../../src/core/analysis/model'
import { toReport } from '../../src/core/analysis/report'

const analysis: SetAnalysis = {
  exercise: 'bridge',
  variation: 'double-leg',
  view: { name: 'side', azimuth: 3.04, raised: false, near: 'left' },
  coverage: 0.97049,
  frames: 3,
  reps: [
    {
      index: 1,
      side: null,
      start: 1.50049,
      top: 3,
      end: 5.6,
      complete: true,
      peak: 181.26,
      coverage: 1,
      findings: [
        { check: 'lumbar-extension', verdict: 'flagged', grade: 2, value: 2.34567, unit: '% trunk' },
        { check: 'hip-sag', verdict: 'clear', value: 1.26, unit: 'deg' },
        { check: 'knee-valgus', verdict: 'unseen', reason: 'view' },
      ],
    },
  ],
  holds: [
    {
      index: 1,
      side: 'left',
      start: 3.1,
      end: 23.1,
      seconds: 19.5,
      coverage: 0.9,
      findings: [
        { check: 'hip-sag', verdict: 'flagged', grade: 3, value: 11.02, unit: 'deg', from: 15.2, to: 23.1 },
      ],
    },
  ],
  breakdown: { rep: 7, seconds: 31.2, side: null, check: 'lumbar-extension' },
  stop: { seconds: 36, reason: 'form' },
  steadyLimit: 6,
  fatigue: [],
  baselines: [],
  lowerThanUsual: [],
  series: {
    time: [0, 0.0333333, 0.0666667],
    hipLeft: [120.04, NaN, 121.06],
    hipRight: [NaN, NaN, NaN],
    kneeLeft: [90, 91, 92],
    kneeRight: [90, 91, 92],
    drive: [120, 121, 122],
  },
}
const clip = { width: 640, height: 480, duration: 30.99996, frames: 930, analysedFrames: 3 }

describe('toReport', () => {
  it('writes a whole analysis as keel.analysis/1', () => {
    expect(toReport(analysis, clip, { series: true })).toEqual({
      format: 'keel.analysis/1',
      exercise: 'bridge',
      variation: 'double-leg',
      clip: { width: 640, height: 480, durationSeconds: 31, frames: 930, analysedFrames: 3 },
      view: { name: 'side', azimuthDegrees: 3, raised: false, near: 'left' },
      coverage: 0.97,
      reps: [
        {
          index: 1,
          side: null,
          startSeconds: 1.5,
          topSeconds: 3,
          endSeconds: 5.6,
          complete: true,
          peakDegrees: 181.3,
          coverage: 1,
          findings: [
            { check: 'lumbar-extension', verdict: 'flagged', grade: 2, value: 2.346, unit: '% trunk' },
            { check: 'hip-sag', verdict: 'clear', value: 1.3, unit: 'deg' },
            { check: 'knee-valgus', verdict: 'unseen', reason: 'view' },
          ],
        },
      ],
      holds: [
        {
          index: 1,
          side: 'left',
          startSeconds: 3.1,
          endSeconds: 23.1,
          heldSeconds: 19.5,
          coverage: 0.9,
          findings: [
            {
              check: 'hip-sag',
              verdict: 'flagged',
              grade: 3,
              value: 11,
              unit: 'deg',
              fromSeconds: 15.2,
              toSeconds: 23.1,
            },
          ],
        },
      ],
      breakdown: { rep: 7, seconds: 31.2, side: null, check: 'lumbar-extension' },
      stop: { seconds: 36, reason: 'form' },
      steadyLimit: 6,
      series: {
        t: [0, 0.033, 0.067],
        hip_left: [120, null, 121.1],
        hip_right: [null, null, null],
        knee_left: [90, 91, 92],
        knee_right: [90, 91, 92],
        drive: [120, 121, 122],
      },
    })
  })

  it('leaves the series out unless it is asked for, and says null where nothing happened', () => {
    const report = toReport(
      { ...analysis, breakdown: null, stop: null, view: { ...analysis.view, azimuth: null } },
      clip,
      { series: false },
    )
    expect(report).not.toHaveProperty('series')
    expect(report).toMatchObject({ breakdown: null, stop: null, view: { azimuthDegrees: null } })
  })
})
