import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { seal } from '../../src/storage/records/envelope'
import { EXPORT_FORMAT } from '../../src/storage/records/schema'
import { Diary } from '../unit/programme/diary'
import { cameraFilm, twoExercisesFilm, withCamera } from './camera'

/**
 * The film that Keel carries shows bridges alone, and with it the bird dogs of the plan are left out for want of their
 * start position. Where there are the films with known truth that `npm run bench:accuracy` takes, one of bird dogs is
 * put in front of it; `KEEL_UNATTENDED_FILM` is a film of one's own for the camera (mjpeg, 640×480) with both.
 */
const clips = process.env.KEEL_CLIPS ?? path.resolve(import.meta.dirname, '../../../shared/clips')
const birdDogs = path.join(clips, 'birddog_clean_side.mp4')
const long = process.env.KEEL_LONG !== undefined
const both =
  process.env.KEEL_UNATTENDED_FILM ?? (long && existsSync(birdDogs) ? twoExercisesFilm(birdDogs) : null)
test.use({
  launchOptions: withCamera(both ?? cameraFilm('bridge-six', { to: 30 })),
  timezoneId: 'Europe/Berlin',
})

test(
  both === null
    ? 'a session whose camera shows bridges alone does them, leaves the bird dogs out, and needs no hand'
    : 'a session of bird dogs and bridges, two sets each, runs from begin to good-bye without a hand',
  { tag: '@long' },
  async ({ page }) => {
    test.setTimeout(15 * 60_000)
    const said: string[] = []
    await page.exposeFunction('tellSaid', (text: string) => said.push(text))
    await page.addInitScript(() => {
      const tell = (window as unknown as { tellSaid: (text: string) => void }).tellSaid
      let last = ''
      new MutationObserver(() => {
        const text = document.querySelector('[data-caption]')?.textContent.trim() ?? ''
        if (text !== '' && text !== last) tell(text)
        last = text
      }).observe(document, { subtree: true, childList: true, characterData: true })
    })

    // A person who can't lie on a shoulder: bird dogs and bridges are what the plan holds.
    const diary = new Diary({ avoid: ['shoulder'], trainingDays: [1, 2, 3, 4, 5, 6, 7] })
    const records = diary.log.map((entry) => ({ key: ['log', entry.id], value: seal('log', entry) }))
    await page.goto('/#/import')
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'keel.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        JSON.stringify({ format: EXPORT_FORMAT, exportedAt: new Date().toISOString(), records }),
      ),
    })
    await page.getByRole('button', { name: 'Take it in' }).click()
    await page.goto('/#/checkin')
    await page.getByRole('button', { name: 'None of these: go on' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^First: bird dog/)
    await page.getByRole('button', { name: 'Start the set' }).click()
    await page.getByRole('button', { name: 'Open the camera' }).click()

    // From here on nobody touches anything.
    await expect(page.getByRole('heading', { name: 'How was it?' })).toBeVisible({ timeout: 14 * 60_000 })

    const sets = await page.evaluate(
      () =>
        new Promise<{ exercise: string; stopReason: string; reps: number }[]>((resolve, reject) => {
          const opening = indexedDB.open('keel')
          opening.onerror = () => reject(new Error('no store'))
          opening.onsuccess = () => {
            const all = opening.result.transaction('records').objectStore('records').getAll()
            all.onsuccess = () =>
              resolve(
                (all.result as { type: string; data: never }[])
                  .filter(({ type }) => type === 'set')
                  .map(
                    ({
                      data,
                    }: {
                      data: { exercise: string; stopReason: string; analysis: { reps: unknown[] } }
                    }) => ({
                      ...{ exercise: data.exercise, stopReason: data.stopReason },
                      reps: data.analysis.reps.length,
                    }),
                  ),
              )
          }
        }),
    )
    expect(sets.filter(({ exercise }) => exercise === 'bridge')).toHaveLength(2)
    expect(sets.filter(({ exercise }) => exercise === 'bird-dog')).toHaveLength(both === null ? 0 : 2)
    expect(said.some((text) => text.includes('Next: Bridge, 6 reps.'))).toBe(true)
    expect(said.some((text) => text.startsWith('10 seconds.'))).toBe(true)
    // It outlives the camera, and waits for what was said of the last set.
    await expect.poll(() => said.at(-1), { timeout: 20_000 }).toMatch(/^That was the session\./)
  },
)
