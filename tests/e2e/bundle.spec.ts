import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const dist = path.resolve(import.meta.dirname, '../../dist')
const assets = path.join(dist, 'assets')
const BUDGET = 100_000

const read = (file: string): string => readFileSync(path.join(assets, file), 'utf8')

/** Script files that a browser fetches before the first screen: the entry, what it imports, and what is preloaded. */
function initialScripts(): string[] {
  const wanted = [
    ...readFileSync(path.join(dist, 'index.html'), 'utf8').matchAll(/\/assets\/([\w.-]+\.js)/g),
  ].map(([, file]) => file ?? '')
  const found = new Set<string>()
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (found.has(file)) continue
    found.add(file)
    for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      wanted.push(name ?? '')
  }
  return [...found]
}

test('the first screen needs at most 100 kB of script, gzipped', () => {
  const sizes = initialScripts().map((file) => ({ file, bytes: gzipSync(read(file), { level: 9 }).length }))
  expect(sizes.length).toBeGreaterThan(0)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`initial script: ${(total / 1000).toFixed(1)} kB gzip of ${String(BUDGET / 1000)}`)
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(BUDGET)
})

test('the reader of films, the pose worker and the schemas come later', () => {
  const initial = initialScripts()
  const holding = (mark: RegExp): string[] =>
    readdirSync(assets).filter((file) => file.endsWith('.js') && mark.test(read(file)))
  for (const mark of [/matroska/i, /pose_landmarker/, /ZodError/]) {
    const files = holding(mark)
    expect(files.length, String(mark)).toBeGreaterThan(0)
    expect(files.filter((file) => initial.includes(file))).toEqual([])
  }
})
