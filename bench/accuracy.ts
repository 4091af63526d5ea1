/**
 * `npm run bench:accuracy`: judges every recorded trace that the project ships, rendered and real, scores the verdicts
 * against what is known of them, and prints Keel beside the counting rules that others publish. Needs no film and no browser.
 *
 * `npm run bench:accuracy -- FOLDER [OUT] [--traces DIR] [--fps N] [--model M] [--only TEXT]`: analyses every film of
 * FOLDER's manifest.json in one browser, two at a time, writes OUT/NAME.json, and scores them. What is known of a film
 * (variation, side) is not told: the film must show it. `--truth FILE` only writes what is known of the films, as the
 * project keeps it.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { framesPerSecond } from '../scripts/analyse-arguments'
import { MODEL_NAMES } from '../src/pose-worker/protocol'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    traces: { type: 'string' },
    truth: { type: 'string' },
    fps: { type: 'string' },
    model: { type: 'string', default: 'full' },
    only: { type: 'string', default: '' },
  },
})
const [folder, out = 'bench/out'] = positionals
const model = MODEL_NAMES.find((name) => name === values.model)
if (model === undefined) {
  console.error(
    'usage: npm run bench:accuracy -- [FOLDER [OUT] [--traces DIR] [--fps N] [--model M] [--only TEXT]]',
  )
  process.exit(2)
}

if (folder === undefined) {
  const { judgeShipped } = await import('./accuracy/shipped')
  judgeShipped()
} else {
  const { judgeFilms, truthOf } = await import('./accuracy/films')
  if (values.truth !== undefined) {
    const known = truthOf(folder, values.only).map(({ truth }) => JSON.stringify(truth))
    writeFileSync(values.truth, `[\n${known.join(',\n')}\n]\n`)
  } else
    await judgeFilms({
      folder,
      out,
      traces: values.traces ?? null,
      only: values.only,
      analyse: {
        variation: null,
        side: null,
        series: true,
        fps: framesPerSecond(values.fps),
        model,
        trace: values.traces !== undefined,
      },
    })
}
