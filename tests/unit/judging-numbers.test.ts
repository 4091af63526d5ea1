/** No number judges outside the tables of thresholds, where it has a unit, a reason and a source. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { judgingNumbers } from '../support/judging-numbers'

/** Files whose numbers are no limits: tables themselves, doses, drawings, layouts of stored frames, and printed digits. */
const OTHERS = [
  /\/(thresholds|ladder|outline|drawing|figures|fault-drawing)\.ts$/,
  /core\/analysis\/report\.ts$/,
  /core\/pose\/(frame|trace|geometry|float-queue|contour|align)\.ts$/,
]

const files = ['src/core/analysis', 'src/core/pose', 'src/exercises']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !OTHERS.some((other) => other.test(file)))

it('walks the code that judges', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'src/core/analysis/judge.ts',
      'src/core/pose/placement.ts',
      'src/exercises/bird-dog/rules.ts',
    ]),
  )
})

it.each(files)('%s has its limits from a table', (file) => {
  expect(judgingNumbers(readFileSync(file, 'utf8'))).toEqual([])
})

it.each([
  ['const TOP_SHARE = 0.85', '1: 0.85'],
  ['\nif (height < 0.6 * peak) end()', '2: 0.6'],
  ['if (values.length < 3) return', '1: 3'],
  ['while (angle(body, 25) > low) low++', '1: 25'],
  ['const rest = frames.slice(0, 5)', '1: 5'],
  ['const late = time > since + 1.5 ? "late" : "early"', '1: 1.5'],
  ['const limits = { least: -12 }', '1: 12'],
])('finds the number in %j', (source, found) => {
  expect(judgingNumbers(source)).toEqual([found])
})

it.each([
  'const [x, y] = [points[4 * i], points[4 * i + 3]]',
  'const scale = 100 / Math.max(1e-6, centre)',
  'const grade = value >= severe ? 3 : value >= mild ? 1 : 0',
  'if (finding.grade >= 3) stop()',
  'const digits = Math.round(value * 10) / 10',
  'function spread(values: number[], stride: 2 | 3) {}',
  'const turn = (angle * 180) / Math.PI',
])('lets pass what judges nothing: %j', (source) => {
  expect(judgingNumbers(source)).toEqual([])
})
