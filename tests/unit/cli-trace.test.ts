/** `analyse` on a recorded trace: the command itself, as a person runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyseFrames, readTraceFile, TraceFileError } from '../../scripts/analyse-trace'
import { toReport } from '../../src/core/analysis/report'
import { encodeTrace } from '../../src/core/pose/trace'
import { framesOf, replay } from '../support/replay'

const root = path.resolve(import.meta.dirname, '../..')
const recorded = (name: string): string => path.join(root, 'tests/fixtures/traces', `${name}.ktr.gz`)
const HOLD = recorded('sideplank_clean_front')

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function analyse(...args: readonly string[]): Ended {
  const tool = path.join(root, 'node_modules/tsx/dist/cli.mjs')
  return spawnSync(process.execPath, [tool, path.join(root, 'scripts/analyse.ts'), ...args], {
    encoding: 'utf8',
    // No browser may be needed.
    env: { ...process.env, CHROMIUM_PATH: '/nowhere' },
  })
}

let folder = ''
const file = (name: string): string => path.join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keel-'))
  const whole = readFileSync(HOLD)
  writeFileSync(file('half.ktr.gz'), whole.subarray(0, whole.length >> 1))
  writeFileSync(file('short.ktr.gz'), gzipSync(gunzipSync(whole).subarray(0, 9000)))
  writeFileSync(file('text.gz'), gzipSync('some text'))
  writeFileSync(file('none.ktr.gz'), gzipSync(encodeTrace([])))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('analyse on a recorded trace', () => {
  it('prints the one document that the recorded film gives, without a browser', () => {
    const { status, stdout } = analyse(HOLD, '--exercise', 'side-plank', '--series')
    expect(status).toBe(0)
    const frames = framesOf('sideplank_clean_front')
    const clip = { width: 640, height: 480, duration: 25.6, frames: 307, analysedFrames: 307 }
    const told = toReport(replay('side-plank', frames).analysis, clip, { series: true })
    const { clip: facts, ...printed } = JSON.parse(stdout) as typeof told
    expect({ ...printed, clip }).toEqual({
      ...told,
      clip,
    })
    expect(facts).toMatchObject({ width: 640, height: 480, frames: 307, analysedFrames: 307 })
    expect(facts.durationSeconds).toBeCloseTo(clip.duration, 1)
  })

  it('says in one line what is wrong with a damaged one, and ends with 2', () => {
    const { status, stdout, stderr } = analyse(file('half.ktr.gz'), '--exercise', 'side-plank')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('half.ktr.gz: this is not a recorded trace that can be read'),
    ])
  })

  it('refuses what can only go with a film, in one line', () => {
    const { status, stdout, stderr } = analyse(HOLD, '--exercise', 'side-plank', '--model', 'lite')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe(`analyse: ${HOLD} is a recorded trace; --model can only go with a film\n`)
  })
})

describe('recorded frames', () => {
  it.each([
    ['half.ktr.gz', 'unexpected end of file'],
    ['short.ktr.gz', 'the trace is cut off'],
    ['text.gz', 'not a trace'],
    ['none.ktr.gz', 'holds no frames'],
  ])('are not read from %s', (name, message) => {
    expect(() => readTraceFile(file(name))).toThrow(TraceFileError)
    expect(() => readTraceFile(file(name))).toThrow(message)
  })

  const request = { exercise: 'side-plank', variation: null, side: null, series: false, fps: null }

  it('are all looked at, or as many a second as asked for', () => {
    const frames = readTraceFile(HOLD)
    expect(analyseFrames(frames, request).clip.analysedFrames).toBe(frames.length)
    const half = analyseFrames(frames, { ...request, fps: 6 })
    expect(half.clip).toMatchObject({ frames: 307, analysedFrames: 154 })
    expect(half.holds).toHaveLength(1)
  })

  it('are judged in well under a second a minute', () => {
    const frames = framesOf('bridge_fatigue_rom_side')
    expect(frames.at(-1)?.time).toBeGreaterThan(60)
    // The time that this takes of the processor: what else the machine does is no matter.
    const before = process.cpuUsage()
    analyseFrames(frames, { ...request, exercise: 'bridge' })
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1)
  })
})
