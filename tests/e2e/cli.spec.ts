import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { decodeTrace } from '../../src/core/pose/trace'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

function analyse(...args: string[]): Promise<Ended> {
  const child = spawn('npm', ['run', '--silent', 'analyse', '--', ...args])
  let out = ''
  let error = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (error += data.toString()))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, error })
    })
  })
}

const CLIP = 'tests/fixtures/bridge-2s.mp4'

test('analyse prints one document for a film, and writes its trace', async () => {
  const trace = test.info().outputPath('bridge.ktrace')
  const { code, out } = await analyse(
    CLIP,
    '--exercise',
    'bridge',
    '--series',
    '--fps',
    '5',
    '--trace',
    trace,
  )
  expect(code).toBe(0)
  const report = JSON.parse(out) as { series: { t: number[] } }
  expect(report).toMatchObject({
    format: 'keel.analysis/1',
    exercise: 'bridge',
    clip: { width: 640, height: 480, durationSeconds: 2, frames: 60, analysedFrames: 10 },
  })
  expect(report.series.t).toHaveLength(10)
  expect(existsSync(trace)).toBe(true)
  const frames = decodeTrace(gunzipSync(readFileSync(trace)))
  expect(frames).toHaveLength(10)
  expect(frames.every(({ body }) => body !== null)).toBe(true)
})

test('analyse says in one line what is wrong with a file, and ends with 2', async () => {
  const { code, out, error } = await analyse('package.json', '--exercise', 'bridge')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error.trim().split('\n')).toEqual([expect.stringContaining('package.json: this is not a video')])
})

test('analyse says in one line what is wrong with an argument, and ends with 2', async () => {
  const { code, out, error } = await analyse(CLIP, '--exercise', 'cartwheel')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toBe('analyse: unknown exercise cartwheel (bird-dog, bridge, side-plank, auto)\n')
})
