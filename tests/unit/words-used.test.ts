/** Nothing is said that has no message, and no message is kept that nothing says. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'
import { wordFiles } from '../support/words'

const src = path.resolve(import.meta.dirname, '../../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('words/'))
  .map((file) => ({ file, text: readFileSync(path.join(src, file), 'utf8') }))

it('keeps no message that nothing says', () => {
  const used = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)))
  const unused = wordFiles('en')
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object))
    .filter((key) => !used.has(key))
  expect(unused).toEqual([])
})

/** Attributes that are read out or shown. */
const SAID = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'legend'])
/** A word of a language; units and Keel's own name are in all of them. */
const isWord = (text: string): boolean => /\p{L}{3}/u.test(text.replaceAll('Keel', ''))

interface Node {
  readonly type?: string
  readonly name?: string
  readonly data?: string
  readonly value?: unknown
}

/** The pieces of text that a component's markup says by itself. */
function bare(node: unknown, attribute: string | null = null): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => bare(each, attribute))
  if (node === null || typeof node !== 'object') return []
  const { type, name, data, value } = node as Node
  if (type === 'Text') return attribute === null || SAID.has(attribute) ? [data ?? ''] : []
  if (type === 'Attribute') return bare(value, name ?? '')
  // A text in braces, also as one side of a choice.
  if (type === 'Literal' && typeof value === 'string' && (attribute === null || SAID.has(attribute)))
    return value.trim().includes(' ') ? [value] : []
  return Object.entries(node).flatMap(([key, each]) => (key === 'metadata' ? [] : bare(each, attribute)))
}

it.each(sources.filter(({ file }) => file.endsWith('.svelte')))(
  '$file says nothing by itself',
  ({ text }) => {
    expect(bare(parse(text, { modern: true }).fragment).filter(isWord)).toEqual([])
  },
)

it('would find a sentence in the markup', () => {
  const markup = `<p title="a title here">Some words {held ? 'and some' : ''} <b class="not this one">here</b></p>`
  expect(bare(parse(markup, { modern: true }).fragment).filter(isWord)).toEqual([
    'a title here',
    'Some words ',
    'and some',
    'here',
  ])
})
