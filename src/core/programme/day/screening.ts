/**
 * The first page: when to get help instead of training (docs/form.md 8.1; its text stands in `app/screen-words.ts`).
 * One yes means advice and no session, and nothing is kept but that the page was read.
 */

type Urgency = 'emergency' | 'see-someone'

/** Rises when the questions change, so that the page is shown again. */
export const screenEdition = 1

export const screenQuestions = [
  { id: 'saddle', urgency: 'emergency' },
  { id: 'bladder', urgency: 'emergency' },
  { id: 'sexual', urgency: 'emergency' },
  { id: 'both-legs', urgency: 'emergency' },
  { id: 'trauma', urgency: 'see-someone' },
  { id: 'cancer', urgency: 'see-someone' },
  { id: 'infection', urgency: 'see-someone' },
  { id: 'night', urgency: 'see-someone' },
  { id: 'leg-worse', urgency: 'see-someone' },
  { id: 'age', urgency: 'see-someone' },
  { id: 'stiff', urgency: 'see-someone' },
  { id: 'chest', urgency: 'see-someone' },
  { id: 'clearance', urgency: 'see-someone' },
] as const satisfies readonly { readonly id: string; readonly urgency: Urgency }[]

export type ScreenQuestion = (typeof screenQuestions)[number]

/** The two questions of every check-in; a yes to the first needs help now. */
export const safetyQuestions = ['nerves', 'unwell'] as const

/** What the answers to the first page lead to: the most urgent yes, or null when a session may begin. */
export function screenOutcome(yes: readonly string[]): ScreenQuestion['urgency'] | null {
  const answered = screenQuestions.filter((question) => yes.includes(question.id))
  if (answered.length === 0) return null
  return answered.some((question) => question.urgency === 'emergency') ? 'emergency' : 'see-someone'
}
