import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseArguments, UsageError } from '../../scripts/analyse-arguments'
import { securityHeaders } from '../../scripts/headers'
import { hostingFiles } from '../../scripts/hosting'
import { serve } from '../../scripts/serve'

let folder = ''
const clip = (): string => path.join(folder, 'clip.mp4')
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keel-'))
  writeFileSync(clip(), 'some bytes')
  writeFileSync(path.join(folder, 'empty.mp4'), '')
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the arguments of analyse', () => {
  it('needs a clip and an exercise and finds the rest itself', () => {
    expect(parseArguments([clip(), '--exercise', 'bridge'])).toEqual({
      clip: clip(),
      traceFile: null,
      filmOptions: [],
      request: {
        exercise: 'bridge',
        variation: null,
        side: null,
        series: false,
        fps: null,
        model: 'full',
        trace: false,
      },
    })
  })

  it('reads every option', () => {
    const line = `--exercise bridge --variation single-leg --side left --series --fps 12.5 --model lite --trace t`
    expect(parseArguments([clip(), ...line.split(' ')])).toEqual({
      clip: clip(),
      traceFile: 't',
      filmOptions: ['--model', '--trace'],
      request: {
        exercise: 'bridge',
        variation: 'single-leg',
        side: 'left',
        series: true,
        fps: 12.5,
        model: 'lite',
        trace: true,
      },
    })
  })

  it.each([
    ['', 'no film or trace'],
    ['CLIP', '--exercise is missing'],
    ['CLIP --exercise squat', 'unknown exercise squat'],
    ['CLIP --exercise bridge --variation upside-down', 'unknown variation upside-down'],
    ['CLIP --exercise auto --variation feet', '--variation needs the name of an exercise'],
    ['CLIP --exercise bridge --side up', 'unknown side up'],
    ['CLIP --exercise bridge --model huge', 'unknown model huge'],
    ['CLIP --exercise bridge --fps fast', '--fps fast is not'],
    ['CLIP --exercise bridge --fps 0', '--fps 0 is not'],
    ['CLIP --exercise bridge --quick', "Unknown option '--quick'"],
    ['CLIP --exercise', 'argument missing'],
    ['CLIP CLIP --exercise bridge', 'more than one file'],
    ['none.mp4 --exercise bridge', 'no such file'],
    ['FOLDER --exercise bridge', 'not a file'],
    ['EMPTY --exercise bridge', 'is empty'],
  ])('says in one line what is wrong with: %s', (line, message) => {
    const argv = line
      .replaceAll('CLIP', clip())
      .replace('FOLDER', folder)
      .replace('EMPTY', path.join(folder, 'empty.mp4'))
      .split(' ')
      .filter(Boolean)
    let error: unknown
    try {
      parseArguments(argv)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(UsageError)
    expect((error as Error).message).toContain(message)
    expect((error as Error).message).not.toContain('\n')
  })
})

describe('the headers', () => {
  it.each(Object.keys(hostingFiles()))('are the same in %s as on the servers here', (file) => {
    const content = readFileSync(path.resolve(file), 'utf8')
    expect(content).toBe(hostingFiles()[file])
    // And each header stands in it whole, however the host writes it.
    for (const [name, value] of Object.entries(securityHeaders('production')))
      expect(content.split('\n').some((line) => line.includes(name) || line.includes(value))).toBe(true)
    expect(content).toContain(securityHeaders('production')['Content-Security-Policy'])
    expect(content).toContain(securityHeaders('production')['Permissions-Policy'])
  })

  it('come with every answer, also with one that is missing', async () => {
    const served = await serve(folder, 0)
    try {
      expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      for (const [address, status] of [
        ['/', 200],
        ['/clip.mp4', 200],
        ['/none', 404],
      ] as const) {
        const answer = await fetch(served.url + address)
        expect(answer.status).toBe(status)
        for (const [name, value] of Object.entries(securityHeaders('production')))
          expect(answer.headers.get(name)).toBe(value)
      }
    } finally {
      await served.close()
    }
  })

  it('let the app reach no other origin', () => {
    const policy = securityHeaders('production')['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*|'unsafe-(inline|eval)'/)
  })

  it('moves on to the next port when one is taken', async () => {
    const first = await serve(folder, 0)
    const port = Number(new URL(first.url).port)
    const second = await serve(folder, port, 20)
    try {
      expect(second.url).not.toBe(first.url)
      await expect(serve(folder, port)).rejects.toThrow('EADDRINUSE')
    } finally {
      await first.close()
      await second.close()
    }
  })
})
