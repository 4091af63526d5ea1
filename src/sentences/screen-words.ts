/** The words of the first page and of the safety questions. Fixed texts; they never judge the answers. */
import type { Position } from '../core/programme/ladder/ladder'
import type { safetyQuestions, ScreenQuestion } from '../core/programme'
import { m } from '../words/compiled/messages'

export const screenTexts: Readonly<Record<ScreenQuestion['id'], string>> = {
  saddle: m.start_q_saddle(),
  bladder: m.start_q_bladder(),
  sexual: m.start_q_sexual(),
  'both-legs': m.start_q_both_legs(),
  trauma: m.start_q_trauma(),
  cancer: m.start_q_cancer(),
  infection: m.start_q_infection(),
  night: m.start_q_night(),
  'leg-worse': m.start_q_leg_worse(),
  age: m.start_q_age(),
  stiff: m.start_q_stiff(),
  chest: m.start_q_chest(),
  clearance: m.start_q_clearance(),
}

export const screenAdvice: Readonly<Record<ScreenQuestion['urgency'], string>> = {
  emergency: m.start_get_emergency(),
  'see-someone': m.start_get_someone(),
}

export const safetyTexts: Readonly<Record<(typeof safetyQuestions)[number], string>> = {
  nerves: m.checkin_nerves(),
  unwell: m.checkin_unwell(),
}

export const positionOptions: readonly { readonly value: Position; readonly label: string }[] = [
  { value: 'kneeling', label: m.start_kneeling() },
  { value: 'wrists', label: m.start_wrists() },
  { value: 'shoulder', label: m.start_shoulder() },
  { value: 'lying-on-back', label: m.start_lying() },
]
