/**
 * Speech by the browser. Uses only voices that run on this device and speak the app's language, as the others send
 * the text to a server. Without such a voice nothing is spoken.
 */

/** The part of SpeechSynthesis that is used, so that tests can replace it. */
export type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener'>

export interface VoiceChoice {
  readonly id: string
  readonly name: string
}

export interface Speaking {
  /** A `VoiceChoice.id`; null or unknown means the first suitable voice. */
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
  /** Referenced while it runs: browsers may collect an unreferenced utterance and never fire its `end`. */
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
  whenChanged(callback: () => void, signal: AbortSignal): void {
    this.#synthesis?.addEventListener('voiceschanged', callback, { signal })
  }

  /** Speaks a text; false without a suitable voice. `onend` is called once, also after an error. */
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
    const finish = (): void => {
      if (this.#running !== utterance) return
      this.#running = null
      onend()
    }
    utterance.onend = finish
    utterance.onerror = finish
    this.#running = utterance
    this.#synthesis.speak(utterance)
    return true
  }

  /** Interrupts the running text; its `onend` is not called. */
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
