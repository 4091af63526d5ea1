/** What the person should know of how a film was read, a sentence each. */
import type { FilmGap } from '../capture/film/film'
import { m } from '../words/compiled/messages'
import { number } from './language'

/** @returns nothing for a film that was read from end to end */
export function filmRemarks(film: {
  readonly gaps: readonly FilmGap[]
  readonly turned: boolean
  readonly retimed: boolean
}): string[] {
  const seconds = (time: number): string => number(time, 1)
  return [
    ...film.gaps.map(({ because, from, to }) =>
      because === 'cut'
        ? m.film_note_cut({ at: seconds(from) })
        : m.film_note_damaged({ from: seconds(from), to: seconds(to) }),
    ),
    ...(film.turned ? [m.film_note_turned()] : []),
    ...(film.retimed ? [m.film_note_retimed()] : []),
  ]
}
