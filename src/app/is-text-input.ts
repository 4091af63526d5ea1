/** When a key is a key, and when it is a letter. */

/** Inputs that take no letters: a key pressed there may mean something else. */
const WITHOUT_LETTERS = ['button', 'checkbox', 'file', 'radio', 'range', 'submit']

/** Whether a key without a modifier goes into a text, or picks a choice by its first letter. */
export function isTextInput(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !WITHOUT_LETTERS.includes(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
