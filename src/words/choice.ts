/**
 * The language that the person chose, over the browser's. Imported before everything else, as constants hold
 * messages from the moment their module is read.
 */
import { defineCustomClientStrategy, isLocale, type Locale } from './compiled/runtime'

const KEY = 'keel.language'
const IN_TAB = `${KEY}=`

// A browser that refuses storage still lets a tab keep its name, so that the choice holds as long as the tab.
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return window.name.startsWith(IN_TAB) ? window.name.slice(IN_TAB.length) : null
  }
}

function keep(language: Locale): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    window.name = IN_TAB + language
  }
}

defineCustomClientStrategy('custom-choice', {
  getLocale: () => {
    const language = kept()
    return isLocale(language) ? language : undefined
  },
  // Called with the browser's language too, which is no choice: `chooseLanguage` keeps what is.
  setLocale: () => undefined,
})

/** Keeps the choice and begins anew in that language. */
export function chooseLanguage(language: Locale): void {
  keep(language)
  location.reload()
}
