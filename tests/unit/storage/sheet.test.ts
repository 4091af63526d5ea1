import { expect, it } from 'vitest'
import { noPrescription } from '../../../src/core/programme'
import { ImportError } from '../../../src/storage/transfer/import/parse'
import { readSheet, sheetFile } from '../../../src/storage/transfer/import/sheet'

const read = (text: string) => readSheet(new File([text], 'sheet.json'))
const refusal = (text: string) =>
  read(text).then(
    () => null,
    (error: unknown) => (error instanceof ImportError ? error.code : error),
  )

it('reads back what it wrote', async () => {
  const sheet = {
    ...noPrescription,
    ceiling: [{ exercise: 'bridge', level: 'full' }],
    locks: [{ what: 'side', exercise: 'side-plank', side: 'left' }],
    painLimit: 3,
    minutes: 15,
  } as const
  expect(await readSheet(sheetFile(sheet))).toEqual(sheet)
})

it('takes a short sheet, and what contradicts itself as it stands', async () => {
  expect(await read('{"format":"keel.prescription/1","painLimit":0}')).toEqual({
    ...noPrescription,
    painLimit: 0,
  })
})

it('refuses what is no sheet', async () => {
  expect(await refusal('')).toBe('empty')
  expect(await refusal('{')).toBe('not-json')
  expect(await refusal('{"format":"keel.export/1"}')).toBe('not-an-export')
  expect(await refusal('{"format":"keel.prescription/2"}')).toBe('newer-format')
  expect(await refusal('{"format":"keel.prescription/1","painLimits":3}')).toBe('not-an-export')
  expect(await refusal('{"format":"keel.prescription/1","locks":[{"what":"side"}]}')).toBe('not-an-export')
  expect(await refusal(' '.repeat(70_000))).toBe('too-large')
})
