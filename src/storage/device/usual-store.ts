/** What somebody's best form measured, set by set: one record for each exercise, variation, side and camera place. */
import type { KeptBaseline } from '../../core/analysis/model'
import type { ExerciseId } from '../../core/analysis/model'
import { addDays, type Day } from '../../core/programme/days'
import { limit } from '../../core/thresholds'
import { seal } from '../records/envelope'
import { usualKey } from '../records/keys'
import type { SetRecord, UsualRecord } from '../records/schema'
import { setAside } from './aside'
import type { KeyValue } from './keyvalue'

export class UsualStore {
  readonly #db: KeyValue

  constructor(db: KeyValue) {
    this.#db = db
  }

  /** What a set of this exercise and variation is compared with; what is too old says nothing of today. */
  async read(exercise: ExerciseId, variation: string | null, today: Day): Promise<readonly KeptBaseline[]> {
    const oldest = addDays(today, -limit('usual.oldest-days'))
    return (await this.#all())
      .map(({ value }) => value)
      .filter((one) => one.exercise === exercise && one.variation === variation && one.day >= oldest)
  }

  /**
   * Keeps what a set in front of the camera measured, unless it was off from the start, or began lower than usual: a
   * tired set must not become the usual.
   */
  async keep({ id, day, source, exercise, variation, analysis }: SetRecord): Promise<void> {
    if (source !== 'camera' || variation === null || analysis.breakdown?.fromStart === true) return
    const lower = new Set(analysis.lowerThanUsual.map(({ side }) => side))
    const records = analysis.baselines
      .filter(({ side }) => !lower.has(side))
      .map((baseline): UsualRecord => ({ ...baseline, exercise, variation, set: id, day }))
    if (records.length === 0) return
    await this.#db.setMany(
      records.map(({ side, view, ...rest }) => [
        usualKey(exercise, variation, side, view),
        seal('usual', { side, view, ...rest }),
      ]),
    )
  }

  /** Deletes what was measured in a set that is deleted. */
  async forget(set: string): Promise<void> {
    const keys = (await this.#all()).filter(({ value }) => value.set === set).map(({ key }) => key)
    if (keys.length > 0) await this.#db.deleteMany(keys)
  }

  async #all() {
    const records = await this.#db.all('usual')
    if (records.length === 0) return []
    const { openUsual } = await import('../records/schema')
    const all = []
    for (const [key, raw] of records) {
      const opened = openUsual(raw)
      if (opened.state === 'broken') await setAside(this.#db, key, raw)
      else if (opened.state === 'ok') all.push({ key, value: opened.value })
    }
    return all
  }
}
