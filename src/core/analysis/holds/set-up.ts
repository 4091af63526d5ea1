/** What is worth putting right before a hold begins: told while there is time, noted with the hold, never a reason to stop. */
import { median } from '../../pose/geometry'
import { limit } from '../../thresholds'
import type { CheckId, Finding, Grade, View } from '../model'
import type { Check, HoldSample, Sign } from '../rules'

interface Kept {
  readonly time: number
  readonly sample: HoldSample
}

interface Reading {
  readonly grade: 0 | Grade
  readonly value: number
  readonly unit: string
}

export class SetUp {
  readonly #checks: readonly Check[]
  #kept: Kept[] = []
  readonly #told = new Set<CheckId>()

  constructor(checks: readonly Check[]) {
    this.#checks = checks.filter((check) => check.atSetUp === true)
  }

  /** Takes a frame of somebody in position whose hips are still down; returns what to tell now, each check once a set. */
  step(time: number, sample: HoldSample, view: View): readonly { check: CheckId; grade: Grade }[] {
    const window = limit('hold.set-up-seconds')
    this.#kept.push({ time, sample })
    while (time - (this.#kept[0]?.time ?? time) > window) this.#kept.shift()
    if (time - (this.#kept[0]?.time ?? time) < limit('window.filled') * window) return []
    return this.#checks.flatMap((check) => {
      const reading = check.visible(view) ? this.#read(check) : null
      if (reading === null || reading.grade === 0 || this.#told.has(check.id)) return []
      this.#told.add(check.id)
      return [{ check: check.id, grade: reading.grade }]
    })
  }

  /** What the hold that begins now is noted with; the next one starts afresh. */
  begin(view: View): readonly Finding[] {
    const findings = this.#checks.map((check): Finding => {
      const unseen = (reason: 'view' | 'coverage'): Finding => ({
        check: check.id,
        verdict: 'unseen',
        reason,
      })
      if (!check.visible(view)) return unseen('view')
      const reading = this.#read(check)
      if (reading === null) return unseen('coverage')
      const { grade, value, unit } = reading
      return grade === 0
        ? { check: check.id, verdict: 'clear', value, unit }
        : { check: check.id, verdict: 'flagged', grade, value, unit }
    })
    this.#kept = []
    return findings
  }

  /** The worst of a check's signs over the last second; null where nothing was seen of it. */
  #read({ signs }: Check): Reading | null {
    const readings = signs.flatMap((sign) => this.#sign(sign) ?? [])
    return readings.sort((a, b) => b.grade - a.grade || b.value - a.value)[0] ?? null
  }

  #sign({ measure, limits, worse }: Sign): Reading | null {
    const values = this.#kept.map(({ sample }) => sample.measures[measure] ?? NaN).filter(Number.isFinite)
    if (values.length === 0 || values.length < limit('tracking.coverage') * this.#kept.length) return null
    const raw = median(values)
    const value = worse === 0 ? Math.abs(raw) : raw * worse
    const {
      value: { grades },
      unit,
    } = limits
    const grade = value >= grades[2] ? 3 : value >= grades[1] ? 2 : value >= grades[0] ? 1 : 0
    return { grade, value: Math.round(value * 10) / 10, unit }
  }
}
