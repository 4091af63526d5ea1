import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/storage/transfer/import/decode'
import { parseExport } from '../../../src/storage/transfer/import/parse'

const inUtf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little)
  return bytes
}
const forms: Readonly<Record<string, (text: string) => Blob>> = {
  'UTF-8': (text) => new Blob([text]),
  'UTF-8 with a mark': (text) => new Blob(['\uFEFF', text]),
  'UTF-16 LE with a mark': (text) => new Blob([inUtf16(`\uFEFF${text}`, true)]),
  'UTF-16 BE with a mark': (text) => new Blob([inUtf16(`\uFEFF${text}`, false)]),
  'UTF-16 LE without one': (text) => new Blob([inUtf16(text, true)]),
  'UTF-16 BE without one': (text) => new Blob([inUtf16(text, false)]),
}

describe.each(Object.entries(forms))('an export in %s', (_, form) => {
  it('is the same export', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (name) => {
        const document = {
          format: 'keel.export/1',
          exportedAt: '2026-11-30T20:00:00.000Z',
          records: [{ key: ['set', name], value: 1 }],
        }
        const read = parseExport(await textOf(form(JSON.stringify(document))))
        expect(read.records).toEqual(document.records)
      }),
      { numRuns: 50 },
    )
  })
})

it('an empty file has an empty text', async () => {
  expect(await textOf(new Blob([]))).toBe('')
})
