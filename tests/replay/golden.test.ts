/**
 * The whole judgement of every recorded film, line by line. When a change of a threshold or a rule is meant,
 * `UPDATE_GOLDEN=1 npx vitest run tests/replay/golden` writes the new lines, and the commit shows them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { digest } from '../support/digest'
import { clips, framesOf, replay } from '../support/replay'

const folder = path.resolve(import.meta.dirname, '../fixtures/golden')

it.each(clips)('$name', ({ name, exercise }) => {
  const lines = digest(replay(exercise, framesOf(name)).analysis)
  const file = path.join(folder, `${name}.txt`)
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${lines.join('\n')}\n`)
  }
  expect(lines.join('\n')).toBe(readFileSync(file, 'utf8').trimEnd())
})
