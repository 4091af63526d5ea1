/** Finds English where another language is spoken. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { wordFiles, type Language } from '../support/words'

type Message = string | readonly [{ readonly match: Readonly<Record<string, string>> }]

function textsOf(language: Language): string[] {
  return wordFiles(language).flatMap((file) =>
    Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>).flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message[0].match),
    ),
  )
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Tells an English message, whatever went into it, unless the other language says the same. */
export function tellsEnglish(language: 'es' | 'de'): (text: string) => boolean {
  const own = new Set(textsOf(language))
  const english = textsOf('en').filter(
    (text) => !own.has(text) && /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')),
  )
  const plain = new Set(english.filter((text) => !text.includes('{')))
  // With an input on both ends of a short word anything would fit.
  const made = english
    .filter((text) => text.includes('{') && text.replace(/\{\w+\}/g, '').trim().length >= 6)
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\w+\}/)
            .map(escape)
            .join('.+')}$`,
          'u',
        ),
    )
  return (text) => plain.has(text) || made.some((pattern) => pattern.test(text))
}

/** Every piece of text that a page shows or has read out. Runs in the page. */
function collectSaid(): string[] {
  const said: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    // A choice between languages names each in itself.
    if (node.parentElement?.closest('script, style, button[lang]')) continue
    said.push((node.textContent ?? '').replace(/\s+/g, ' ').trim())
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [alt]'))
    for (const name of ['aria-label', 'title', 'alt']) said.push(element.getAttribute(name)?.trim() ?? '')
  return said.filter((text) => text !== '')
}

export const saidOn = (page: Page): Promise<string[]> => page.evaluate(collectSaid)

/**
 * Every piece of text that stands on a page, from the next document on. Read in the frame after each change, so before
 * any click: a reading by the clock misses what is clicked away at once.
 */
export async function collectAllSaid(page: Page): Promise<ReadonlySet<string>> {
  const said = new Set<string>()
  await page.exposeFunction('tellSaid', (texts: string[]) => texts.forEach((text) => said.add(text)))
  await page.addInitScript(`{
    let asked = false
    const tell = () => {
      asked = false
      if (document.body) tellSaid((${collectSaid.toString()})())
    }
    new MutationObserver(() => {
      if (!asked) requestAnimationFrame(tell)
      asked = true
    }).observe(document, {
      subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label', 'title', 'alt'],
    })
  }`)
  return said
}
