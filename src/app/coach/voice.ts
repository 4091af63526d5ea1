/**
 * The browser's voice. Only voices that live on this device and speak the app's language are ever used: the
 * others send the text to somebody. Where there is none, nothing is spoken.
 */

/** What of SpeechSynthesis is used, so that a test can stand in for it. */
export type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener'>

export interface VoiceChoice {
  readonly id: string
  readonly name: string
}

export interface Speaking {
  /** A `VoiceChoice.id`; null or unknown: the first that suits. */
  readonly voice: string | null
  /** 1 is the voice's own speed. */
  readonly rate: number
  /** 0 to 1. */
  readonly volume: number
}

export class Voice {
  readonly #synthesis: Synthesis | null
  readonly #language: string
  readonly #create: (text: string) => SpeechSynthesisUtterance
  /** Kept while it runs: a browser may forget an utterance that nobody holds, and never say that it ended. */
  #running: SpeechSynthesisUtterance | null = null

  /** @param language its first part counts: "de" takes "de-AT" too */
  constructor(
    synthesis: Synthesis | null,
    language: string,
    create: (text: string) => SpeechSynthesisUtterance = (text) => new SpeechSynthesisUtterance(text),
  ) {
    this.#synthesis = synthesis
    this.#language = language
    this.#create = create
  }

  /** The voices that may be used; browsers find them some time after the page has opened. */
  get choices(): VoiceChoice[] {
    return this.#suitable().map(({ voiceURI, name }) => ({ id: voiceURI, name }))
  }

  /** Calls back when there may be other voices than before. */
  whenChanged(tell: () => void, signal: AbortSignal): void {
    this.#synthesis?.addEventListener('voiceschanged', tell, { signal })
  }

  /** Says it; false when there is no voice for it. `onend` comes once, however it ended. */
  speak(text: string, { voice, rate, volume }: Speaking, onend: () => void): boolean {
    const voices = this.#suitable()
    const chosen = voices.find(({ voiceURI }) => voiceURI === voice) ?? voices[0]
    if (this.#synthesis === null || chosen === undefined) return false
    this.stop()
    const utterance = this.#create(text)
    utterance.voice = chosen
    utterance.lang = chosen.lang
    utterance.rate = rate
    utterance.volume = volume
    const over = (): void => {
      if (this.#running !== utterance) return
      this.#running = null
      onend()
    }
    utterance.onend = over
    utterance.onerror = over
    this.#running = utterance
    this.#synthesis.speak(utterance)
    return true
  }

  /** Breaks off what is being said; its `onend` does not come. */
  stop(): void {
    if (this.#running === null) return
    this.#running = null
    this.#synthesis?.cancel()
  }

  #suitable(): SpeechSynthesisVoice[] {
    const [language = ''] = this.#language.split('-')
    return (this.#synthesis?.getVoices() ?? []).filter(
      ({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
    )
  }
}

/** The page's own, or null in a browser that has none. */
export function pageSynthesis(): Synthesis | null {
  return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null
}
