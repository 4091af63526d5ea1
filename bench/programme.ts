/**
 * `npm run bench:programme [-- --lives N --scenario NAME,NAME --seed K --json FILE --markdown FILE]`: the programme
 * against simulated people who don't know its rules, 26 weeks each. Ratio is the asked dose ÷ the true limit at the
 * level. Ends with 1 when a bar that the tests hold is missed.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { barsOf, holds } from './programme/bars'
import { simulate, type Figures } from './programme/figures'
import { report, table } from './programme/report'
import { scenarios } from './programme/scenarios'

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '100' },
    scenario: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
})
const lives = Number(values.lives)
const seed = Number(values.seed)
const names = values.scenario?.split(',')
const chosen = scenarios.filter(({ name }) => names === undefined || names.includes(name))
if (
  !Number.isInteger(lives) ||
  lives < 1 ||
  !Number.isInteger(seed) ||
  chosen.length < (names?.length ?? 1)
) {
  console.error(
    `lives and seed are whole numbers; scenarios are ${scenarios.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}

const all: Figures[] = []
for (const scenario of chosen) {
  const began = performance.now()
  const figures = simulate(scenario, lives, seed)
  all.push(figures)
  console.log(`${report(scenario, figures)}\n(${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
  if (barsOf(scenario.name).some((bar) => bar.asserted && !holds(bar, figures))) process.exitCode = 1
}
console.log(table(all))
if (values.markdown !== undefined) writeFileSync(values.markdown, table(all))
if (values.json !== undefined) {
  const bars = all.flatMap((figures) =>
    barsOf(figures.scenario).map((bar) => ({
      scenario: bar.scenario,
      says: bar.says,
      least: bar.least,
      // JSON knows no infinity.
      most: Number.isFinite(bar.most) ? bar.most : null,
      value: bar.value(figures),
      holds: holds(bar, figures),
      asserted: bar.asserted,
    })),
  )
  writeFileSync(values.json, `${JSON.stringify({ lives, seed, figures: all, bars }, null, 2)}\n`)
}
