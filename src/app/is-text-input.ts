/** Whether a key types a letter where it is pressed. */

/** Types of input that take no text, so that a key pressed there may be a shortcut. */
const TYPES_WITHOUT_TEXT = ['button', 'checkbox', 'file', 'radio', 'range', 'submit']

/** Whether a key without a modifier types text, or picks an option by its first letter. */
export function isTextInput(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !TYPES_WITHOUT_TEXT.includes(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
