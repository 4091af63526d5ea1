import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, subjectOf, wordFiles, type Language } from '../support/words'

interface Variants {
  readonly declarations: readonly string[]
  readonly selectors: readonly string[]
  readonly match: Readonly<Record<string, string>>
}
type Message = string | readonly [Variants]
type Subject = Readonly<Record<string, Message>>

const fileOf = (language: Language): ReadonlyMap<string, string> =>
  new Map(wordFiles(language).map((file) => [subjectOf(file), file]))
const files = { en: fileOf('en'), es: fileOf('es'), de: fileOf('de') }
const subjects = [...files.en.keys()]
const read = (language: Language, subject: string): Subject =>
  JSON.parse(readFileSync(files[language].get(subject) ?? '', 'utf8')) as Subject

const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message[0].match)
const inputs = (message: Message): string[] =>
  [
    ...new Set(
      texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
    ),
  ].sort()

/** Messages that are the same in two languages and right in both: names, units, and words that they share. */
const shared: Readonly<Record<'es' | 'de', readonly string[]>> = {
  es: ['bird_dog_name', 'coach_card_normal', 'common_no', 'data_kind_plan'],
  de: [
    'coach_card_normal',
    'data_kind_plan',
    'film_file',
    'portfolio_trend',
    'review_side_left',
    'review_side_right',
  ],
}
/** Inputs, numbers, marks and units alone have no language. */
const isWordless = (text: string): boolean =>
  !/\p{L}/u.test(text.replace(/\{\w+\}/g, '').replace(/\b(s|h|m|min|kg|lb|cm|Keel|PDF|CSV|FHIR|JSON)\b/g, ''))

it('has every subject in every language, under a name of its own', () => {
  expect(subjects).toHaveLength(wordFiles('en').length)
  for (const language of ['es', 'de'] as const) expect([...files[language].keys()]).toEqual(subjects)
})

describe.each(subjects)('%s', (subject) => {
  const english = read('en', subject)

  it.each(['es', 'de'] as const)('says the same things in %s', (language) => {
    const other = read(language, subject)
    expect(Object.keys(other)).toEqual(Object.keys(english))
    for (const [key, message] of Object.entries(english)) {
      const said = other[key]
      if (said === undefined) continue
      expect(inputs(said), key).toEqual(inputs(message))
      if (typeof message === 'string' || typeof said === 'string') continue
      expect(Object.keys(said[0].match).toSorted(), key).toEqual(Object.keys(message[0].match).toSorted())
      expect(said[0].declarations, key).toEqual(message[0].declarations)
    }
  })

  it.each(['es', 'de'] as const)('leaves nothing in English in %s', (language) => {
    const other = read(language, subject)
    const same = Object.entries(english)
      .filter(([key, message]) => JSON.stringify(other[key]) === JSON.stringify(message))
      .filter(([key, message]) => !shared[language].includes(key) && !texts(message).every(isWordless))
    expect(Object.fromEntries(same)).toEqual({})
  })

  it.each(languages)('is calm and whole in %s', (language) => {
    for (const [key, message] of Object.entries(read(language, subject)))
      for (const text of texts(message)) {
        expect(text.trim(), `${key} is empty`).not.toBe('')
        expect(text, `${key} shouts`).not.toMatch(/[!¡]/)
        expect(text, `${key} has a straight quote`).not.toMatch(/'/)
      }
  })

  it.each(['es', 'de'] as const)('says you as a friend does in %s', (language) => {
    const formal =
      language === 'es'
        ? /\busted(es)?\b/i
        : /\b(Ihnen|(Haben|Können|Möchten|Müssen|Drehen|Stellen|Legen|Halten|Öffnen|Wählen) Sie)\b/
    for (const [key, message] of Object.entries(read(language, subject)))
      for (const text of texts(message)) expect(text, key).not.toMatch(formal)
  })
})

it('uses each key once, under its subject’s name or that of what it speaks of', () => {
  const keys = subjects.flatMap((subject) => Object.keys(read('en', subject)))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(key))).toEqual([])
})
