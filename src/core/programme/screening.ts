/**
 * The first page: when to get help instead of training. It is static text (clinical 8.1). One yes means advice and
 * no session, and nothing is kept but that the page was read.
 */
import type { Position } from './ladder'

export interface ScreenQuestion {
  readonly id: string
  readonly urgency: 'emergency' | 'see-someone'
  readonly text: string
}

/** Rises when the questions change, so that the page is shown again. */
export const screenEdition = 1

export const screenQuestions: readonly ScreenQuestion[] = [
  {
    id: 'saddle',
    urgency: 'emergency',
    text: 'New numbness or a changed feeling between your legs, around the genitals or back passage',
  },
  {
    id: 'bladder',
    urgency: 'emergency',
    text: 'New trouble starting, feeling or controlling urine, or loss of bowel control',
  },
  { id: 'sexual', urgency: 'emergency', text: 'New loss of feeling during sex' },
  {
    id: 'both-legs',
    urgency: 'emergency',
    text: 'Pain or weakness in both legs, weakness that quickly grows worse, or a foot that drops',
  },
  {
    id: 'trauma',
    urgency: 'see-someone',
    text: 'A major fall or accident, or a minor one with osteoporosis, long steroid use or older age',
  },
  {
    id: 'cancer',
    urgency: 'see-someone',
    text: 'A history of cancer, or weight loss that you can’t explain',
  },
  {
    id: 'infection',
    urgency: 'see-someone',
    text: 'Fever, feeling ill, an infection, weakened immunity, or injected drugs',
  },
  { id: 'night', urgency: 'see-someone', text: 'Constant pain at night that no position eases' },
  { id: 'leg-worse', urgency: 'see-someone', text: 'Weakness or numbness in a leg that grows worse' },
  {
    id: 'age',
    urgency: 'see-someone',
    text: 'A first back pain under 20 or over 55 together with feeling unwell',
  },
  {
    id: 'stiff',
    urgency: 'see-someone',
    text: 'Stiffness for more than 30 minutes every morning that began before 45',
  },
  { id: 'chest', urgency: 'see-someone', text: 'Chest pain, or a pulsing feeling in your belly' },
  {
    id: 'clearance',
    urgency: 'see-someone',
    text: 'Pregnancy, or recent surgery, without a clinician’s go-ahead',
  },
]

/** The two questions of every check-in. */
export const safetyQuestions: readonly string[] = [
  'New weakness or numbness in a leg, or a change in bladder, bowel or the feeling between your legs?',
  'Unwell, or a fever?',
]

export const screenAdvice: Readonly<Record<ScreenQuestion['urgency'], string>> = {
  emergency: 'Get emergency help now. Don’t wait to see whether it passes.',
  'see-someone':
    'Have a clinician look at this before you train. Most such signs turn out harmless; they still want a look.',
}

export const positionQuestions: readonly { readonly position: Position; readonly text: string }[] = [
  { position: 'kneeling', text: 'Kneeling' },
  { position: 'wrists', text: 'Weight on the wrists' },
  { position: 'shoulder', text: 'Weight on a shoulder' },
  { position: 'lying-on-back', text: 'Lying on the back' },
]

export const disclaimer =
  'General exercise guidance and a training log, no substitute for a clinician. The camera estimates body position and can be wrong; it can’t see your spine. Stop if pain goes above 5 of 10, spreads down a leg, or you feel numb or weak.'

/** What the answers to the first page lead to: the most urgent yes, or null when a session may begin. */
export function screenOutcome(yes: readonly string[]): ScreenQuestion['urgency'] | null {
  const answered = screenQuestions.filter((question) => yes.includes(question.id))
  if (answered.length === 0) return null
  return answered.some((question) => question.urgency === 'emergency') ? 'emergency' : 'see-someone'
}
