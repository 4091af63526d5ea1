import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../scripts/analyse-arguments'
import { analyseFrames, readTraceFile } from '../../scripts/analyse-trace'
import { batchArguments } from '../../scripts/batch'
import { readList, type BatchItem } from '../../scripts/batch/list'
import { runBatch, type Worker } from '../../scripts/batch/run'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'keel-batch-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const TRACE = path.resolve(import.meta.dirname, '../fixtures/traces/bridge_clean_side.ktr.gz')
const list = (...lines: readonly (string | object)[]): string => {
  const file = path.join(folder, 'list.jsonl')
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}

/** Judges traces, and counts how often it is asked. */
class TraceWorker implements Worker {
  static asked: string[] = []
  static closed = 0
  analyse({ name, file, request }: BatchItem): ReturnType<Worker['analyse']> {
    TraceWorker.asked.push(name)
    if (name.startsWith('bad')) return Promise.reject(new Error('not a film\nwith a second line'))
    return Promise.resolve({
      report: analyseFrames(readTraceFile(file), request),
      warnings: ['a remark, with a comma'],
    })
  }
  close(): Promise<void> {
    TraceWorker.closed++
    return Promise.resolve()
  }
}

async function run(items: readonly BatchItem[], jobs = 2): Promise<{ told: string[]; out: string }> {
  const told: string[] = []
  const out = path.join(folder, 'out')
  TraceWorker.asked = []
  await runBatch({
    items,
    out,
    jobs,
    openWorker: () => Promise.resolve(new TraceWorker()),
    tell: (line) => told.push(line),
    now: () => 0,
  })
  return { told, out }
}

const named = (name: string, more: object = {}): object => ({
  file: TRACE,
  exercise: 'bridge',
  name,
  ...more,
})

describe('a batch', () => {
  it('writes one document a film and a row for each, and goes on past a failed one', async () => {
    const items = readList(
      list(named('one'), named('bad'), named('two'), { file: 'gone.mp4', exercise: 'bridge' }),
    )
    const { told, out } = await run(items)
    const report = JSON.parse(readFileSync(path.join(out, 'two.json'), 'utf8')) as {
      format: string
      reps: unknown[]
    }
    expect(report.format).toBe('keel.analysis/1')
    expect(report.reps.length).toBeGreaterThan(0)
    expect(existsSync(path.join(out, 'bad.json'))).toBe(false)
    const rows = readFileSync(path.join(out, 'summary.csv'), 'utf8').trimEnd().split('\r\n')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['name', 'one', 'bad', 'two', 'gone'])
    expect(rows[1]).toContain('"a remark, with a comma"')
    expect(rows[2]).toMatch(/failed.*not a film$/)
    expect(rows[4]).toMatch(/no such file$/)
    expect(told).toHaveLength(4)
  })

  it('skips what is done, does failed ones again, and those that are asked for otherwise', async () => {
    await run(readList(list(named('one'), named('bad'), named('two'))))
    const again = await run(readList(list(named('one'), named('bad'), named('two', { fps: 12 }))), 1)
    expect(TraceWorker.asked).toEqual(['bad', 'two'])
    expect(again.told[0]).toBe('1 of 3 are done already')
    const rows = readFileSync(path.join(again.out, 'summary.csv'), 'utf8').split('\r\n')
    expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(2)
  })

  it('does a film again whose result is half a file', async () => {
    const items = readList(list(named('one')))
    const { out } = await run(items)
    writeFileSync(path.join(out, 'one.json'), '{"format":')
    await run(items)
    expect(TraceWorker.asked).toEqual(['one'])
    expect(JSON.parse(readFileSync(path.join(out, 'one.json'), 'utf8'))).toHaveProperty('format')
  })

  it('closes every worker', async () => {
    TraceWorker.closed = 0
    await run(readList(list(named('one'), named('two'), named('bad'))), 3)
    expect(TraceWorker.closed).toBe(3)
  })
})

describe('a list', () => {
  it.each([
    ['', 'the list is empty'],
    ['{"file": "a.mp4"', 'line 1: not a JSON object'],
    ['{"file": "a.mp4"}', 'line 1: exercise'],
    ['{"file": "a.mp4", "exercise": "squat"}', 'line 1: unknown exercise squat'],
    ['\n{"file": "a.mp4", "exercise": "bridge", "speed": 2}', 'line 2'],
    ['{"file": "a.mp4", "exercise": "bridge", "name": "../a"}', 'line 1: name'],
    ['{"file": "a.mp4", "exercise": "bridge"}\n{"file": "b/a.mp4", "exercise": "bridge"}', 'same name a'],
  ])('that is wrong is refused by its line: %s', (text, why) => {
    expect(() => readList(list(text))).toThrow(UsageError)
    expect(() => readList(list(text))).toThrow(why)
  })

  it('may come with a byte order mark and Windows line ends', () => {
    const items = readList(list('\uFEFF{"file": "a.mp4", "exercise": "bridge"}\r\n'))
    expect(items.map(({ name, file }) => [name, file])).toEqual([['a', path.join(folder, 'a.mp4')]])
  })
})

it.each([
  [['--batch', 'a'], '--out'],
  [['--batch', 'a', '--out', 'b', '--jobs', '0'], '--jobs 0'],
  [['--batch', 'a', '--out', 'b', '--speed'], '--speed'],
])('a wrong command line is refused: %j', (argv, why) => {
  expect(() => batchArguments(argv)).toThrow(why)
})
