/** What the documents promise must be there: the tests of a fault, the file behind a link, the section that a number cites. */
import { execFileSync } from 'node:child_process'
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

const git = (...asked: string[]): string[] =>
  execFileSync('git', asked, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)

/** Where the links of a document go, other sites left out. */
function linksOf(document: string): string[] {
  const text = readFileSync(path.join(root, document), 'utf8').replaceAll(/```.*?```/gs, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^[a-z]+:/.test(link))
}

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

function leadsSomewhere(document: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path.join(root, document) : path.resolve(root, path.dirname(document), file)
  if (!existsSync(target)) return false
  if (anchor === undefined) return true
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    anchorOf(text),
  )
  return headings.includes(anchor)
}

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

describe('the documents', () => {
  const documents = git('ls-files', '--cached', '--others', '--exclude-standard', '*.md')

  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/design.md']))
  })

  it.each(documents)('link to files and headings that exist: %s', (document) => {
    const broken = linksOf(document).filter((link) => !leadsSomewhere(document, link))
    expect(broken).toEqual([])
  })

  it.each(documents)('name files and folders that exist: %s', (document) => {
    const text = readFileSync(path.join(root, document), 'utf8')
    const named = [...text.matchAll(/`((?:src|tests|scripts|bench|docs|dev|models)\/[\w./-]+)`/g)]
    const missing = named.map(([, name = '']) => name).filter((name) => !existsSync(path.join(root, name)))
    expect(missing).toEqual([])
  })

  it.each(documents)('run scripts that exist: %s', (document) => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const text = readFileSync(path.join(root, document), 'utf8')
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

it('the sections that thresholds cite stand in docs/form.md', () => {
  const form = readFileSync(path.join(root, 'docs/form.md'), 'utf8')
  const sections = new Set([...form.matchAll(/^#+ (\d+(?:\.\d+)?)/gm)].map(([, number = '']) => number))
  const tables = git('ls-files', 'src/**/*.ts').map((file) => readFileSync(path.join(root, file), 'utf8'))
  const cited = tables.flatMap((source) => [...source.matchAll(/\bform (\d+(?:\.\d+)?)\b/g)])
  expect(cited.length).toBeGreaterThan(30)
  const nowhere = cited.map(([, number = '']) => number).filter((number) => !sections.has(number))
  expect([...new Set(nowhere)]).toEqual([])
  expect(tables.filter((source) => source.includes("source: 'clinical"))).toEqual([])
})
