/** What the documents promise must be there: a table of faults is worth what its tests are. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const text = readFileSync(path.join(root, 'docs/faults.md'), 'utf8')
const KINDS = ['spec', 'test', 'fuzz']
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** The tests that a cell names: a file, and the titles in quotes that follow it up to the next file. */
function named(cell: string): { file: string; titles: string[] }[] {
  const parts = cell.split(/\b((?:e2e|browser|unit|replay|property|fuzz)\/[a-z0-9/-]+)/)
  return parts.flatMap((file, index) =>
    index % 2 === 0
      ? []
      : [
          {
            file,
            titles: [...(parts[index + 1] ?? '').matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
          },
        ],
  )
}

describe('the table of faults', () => {
  it('has a row for each of many faults', () => {
    expect(rows.length).toBeGreaterThan(25)
  })

  it.each(rows.map(([, fault = '', , tests = '']) => [fault, tests]))(
    'names tests that exist: %s',
    (_, tests) => {
      const all = named(tests)
      expect(all.flatMap(({ titles }) => titles).length).toBeGreaterThan(0)
      for (const { file, titles } of all) {
        const found = KINDS.map((kind) => path.join(root, 'tests', `${file}.${kind}.ts`)).find((each) =>
          existsSync(each),
        )
        expect(found, file).toBeDefined()
        const source = readFileSync(found ?? '', 'utf8')
        const missing = titles.filter((title) => !source.includes(title))
        expect(missing, file).toEqual([])
      }
    },
  )
})
