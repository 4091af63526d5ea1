import type { SetRecord } from '../../../src/storage/records/schema'

type Rep = SetRecord['analysis']['reps'][number]

/** A bridge rep of four seconds; flagged for an arched back when a grade is given. */
export function aRep(index: number, grade: 0 | 1 | 2 | 3 = 0): Rep {
  const start = index * 4
  return {
    index,
    side: null,
    start,
    top: start + 2,
    end: start + 4,
    complete: true,
    peak: 182,
    coverage: 1,
    findings: [
      grade === 0
        ? { check: 'lumbar-extension', verdict: 'clear', value: 0.4, unit: '% trunk' }
        : { check: 'lumbar-extension', verdict: 'flagged', grade, value: 2.5, unit: '% trunk' },
      { check: 'knee-valgus', verdict: 'unseen', reason: 'view' },
    ],
  }
}

/** Eight bridge reps whose seventh and eighth gave way, ended by form. */
export function aRecord(id: string, changes: Partial<SetRecord> = {}): SetRecord {
  const reps = [1, 2, 3, 4, 5, 6].map((index) => aRep(index)).concat(aRep(7, 2), aRep(8, 2))
  return {
    id,
    startedAt: '2026-11-20T07:30:00.000Z',
    zone: 'Europe/Berlin',
    day: '2026-11-20',
    source: 'camera',
    exercise: 'bridge',
    variation: 'double-leg',
    side: null,
    target: null,
    stopReason: 'form',
    analysis: {
      exercise: 'bridge',
      variation: 'double-leg',
      view: { name: 'side', azimuth: 3, raised: false, near: 'left' },
      coverage: 0.98,
      frames: 400,
      reps,
      holds: [],
      breakdown: { rep: 7, seconds: 30, side: null, check: 'lumbar-extension' },
      stop: { seconds: 36, reason: 'form' },
      steadyLimit: 6,
      series: { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] },
      fatigue: [],
      baselines: [],
      lowerThanUsual: [],
    },
    stills: { best: null, breakdown: null },
    cues: [],
    ...changes,
  }
}
