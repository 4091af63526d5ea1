import { describe, expect, it } from 'vitest'
import { Coach } from '../../../src/app/coach/coach.svelte'
import type { CoachLine } from '../../../src/app/coach/set-coach'
import { melodies } from '../../../src/app/coach/sound'
import { Voice, type Synthesis } from '../../../src/app/coach/voice'
import { defaultSettings } from '../../../src/storage/records/defaults'
import { settingsSchema, type Settings } from '../../../src/storage/records/schema'

const aVoice = (name: string, lang: string, localService: boolean): SpeechSynthesisVoice => ({
  ...{ name, lang, localService },
  voiceURI: name,
  default: false,
})
const near = aVoice('near', 'en-GB', true)
const second = aVoice('second', 'en_US', true)
const far = aVoice('far', 'en-US', false)
const german = aVoice('german', 'de-DE', true)

/** A browser's speech that a test can look into. */
class FakeSynthesis implements Synthesis {
  readonly spoken: SpeechSynthesisUtterance[] = []
  cancelled = 0
  constructor(readonly voices: SpeechSynthesisVoice[]) {}
  getVoices(): SpeechSynthesisVoice[] {
    return this.voices
  }
  speak(utterance: SpeechSynthesisUtterance): void {
    this.spoken.push(utterance)
  }
  cancel(): void {
    this.cancelled += 1
  }
  addEventListener(): void {
    return undefined
  }
  /** The latest utterance comes to its end. */
  end(): void {
    const last = this.spoken.at(-1)
    last?.onend?.call(last, {} as SpeechSynthesisEvent)
  }
}

const voiceOf = (synthesis: Synthesis | null, language = 'en'): Voice =>
  new Voice(synthesis, language, (text) => ({ text }) as SpeechSynthesisUtterance)
const plainly = { voice: null, rate: 1, volume: 1 }

describe('the voice', () => {
  it('offers only voices of this device in this language', () => {
    const voices = [far, german, near, second]
    expect(voiceOf(new FakeSynthesis(voices)).choices.map(({ id }) => id)).toEqual(['near', 'second'])
    expect(voiceOf(new FakeSynthesis(voices), 'de').choices.map(({ id }) => id)).toEqual(['german'])
  })

  it('never speaks with a voice from elsewhere, even where it was chosen, or is the only one', () => {
    const both = new FakeSynthesis([far, near])
    expect(voiceOf(both).speak('x', { ...plainly, voice: 'far' }, () => undefined)).toBe(true)
    expect(both.spoken.map(({ voice }) => voice?.name)).toEqual(['near'])
    const alone = new FakeSynthesis([far, german])
    expect(voiceOf(alone).speak('x', { ...plainly, voice: 'far' }, () => undefined)).toBe(false)
    expect(alone.spoken).toEqual([])
    expect(voiceOf(null).speak('x', plainly, () => undefined)).toBe(false)
  })

  it('takes the chosen voice, speed and loudness', () => {
    const synthesis = new FakeSynthesis([near, second])
    voiceOf(synthesis).speak('x', { voice: 'second', rate: 1.2, volume: 0.4 }, () => undefined)
    expect(synthesis.spoken[0]).toMatchObject({ voice: second, rate: 1.2, volume: 0.4, lang: 'en_US' })
  })

  it('says once that it ended, and not at all once it was broken off', () => {
    const synthesis = new FakeSynthesis([near])
    const voice = voiceOf(synthesis)
    let ends = 0
    voice.speak('x', plainly, () => (ends += 1))
    synthesis.end()
    synthesis.end()
    expect(ends).toBe(1)
    voice.speak('y', plainly, () => (ends += 1))
    voice.stop()
    synthesis.end()
    expect([ends, synthesis.cancelled]).toEqual([1, 1])
  })
})

function rehearse(settings: Partial<Settings> = {}, voices = [near]) {
  const world = { now: 0 }
  const synthesis = new FakeSynthesis(voices)
  const played: string[] = []
  const coach = new Coach({
    settings: () => ({ ...defaultSettings, ...settings }),
    voice: voiceOf(synthesis),
    tones: {
      play: (name, volume) => played.push(`${name} ${volume}`),
      glide: () => played.push('glide'),
      wake: () => Promise.resolve(),
      sleep: () => undefined,
    },
    now: () => world.now,
  })
  const at = (now: number): void => {
    world.now = now
    coach.tick()
  }
  const line = (rank: CoachLine['rank'], text: string, onsaid?: (spoken: boolean) => void): CoachLine => ({
    ...{ rank, text, key: text },
    ...(onsaid === undefined ? {} : { onsaid }),
  })
  return { coach, synthesis, played, at, line }
}

describe('the coach', () => {
  it('says one line at a time and shows it as a caption', () => {
    const { coach, synthesis, at, line } = rehearse()
    coach.say(line('guide', 'Lie down'))
    coach.say(line('count', '1'))
    expect(synthesis.spoken.map(({ text }) => text)).toEqual(['Lie down'])
    expect(coach.caption).toBe('Lie down')
    at(2)
    synthesis.end()
    at(5)
    expect(coach.caption).toBeNull()
  })

  it('cuts a line short for what ends the set', () => {
    const { coach, synthesis, line } = rehearse()
    coach.say(line('guide', 'Lie down'))
    coach.say(line('stop', 'That is the set'))
    expect(synthesis.spoken.map(({ text }) => text)).toEqual(['Lie down', 'That is the set'])
    expect(synthesis.cancelled).toBe(1)
  })

  it('goes on in captions where there is no voice, and says so to who asks', () => {
    const { coach, synthesis, at, line } = rehearse({}, [far])
    const said: boolean[] = []
    coach.say(line('cue', 'Belt to the line', (spoken) => said.push(spoken)))
    expect([coach.caption, synthesis.spoken.length]).toEqual(['Belt to the line', 0])
    expect(said).toEqual([false])
    // The caption's reading time counts as its saying: the next one waits for it.
    coach.say(line('guide', 'Rest'))
    at(1)
    expect(coach.caption).toBe('Belt to the line')
    at(1.6)
    at(2.3)
    expect(coach.caption).toBe('Rest')
  })

  it('keeps to tones when it is to be quiet', () => {
    const { coach, synthesis, played, line } = rehearse({ quiet: true, volume: 0.4 })
    const said: boolean[] = []
    coach.tone('rep')
    coach.say(line('cue', 'Belt to the line', (spoken) => said.push(spoken)))
    expect([synthesis.spoken.length, said, played]).toEqual([0, [false], ['rep 0.4']])
  })

  it('sounds no tone where tones are off', () => {
    const { coach, played } = rehearse({ sound: false })
    coach.tone('rep')
    coach.lead(200, 300, 2)
    expect(played).toEqual([])
  })

  it('says good-bye to its end, though everything is closed', () => {
    const { coach, synthesis, at, line } = rehearse()
    coach.say(line('stop', 'All done'))
    coach.say(line('guide', 'Good-bye'))
    coach.finish()
    coach.sleep()
    at(1)
    synthesis.end()
    at(2)
    expect(synthesis.spoken.map(({ text }) => text)).toEqual(['All done', 'Good-bye'])
  })

  it('falls silent at once when it is left', () => {
    const { coach, synthesis, at, line } = rehearse()
    coach.say(line('guide', 'Lie down'))
    coach.say(line('cue', 'Belt to the line'))
    coach.sleep()
    expect([synthesis.cancelled, coach.caption]).toEqual([1, null])
    at(5)
    expect(synthesis.spoken).toHaveLength(1)
  })
})

describe('tones', () => {
  it('are each of a shape of their own', () => {
    const shapes = Object.values(melodies).map((notes) => JSON.stringify(notes))
    expect(new Set(shapes).size).toBe(shapes.length)
  })
})

describe('settings of the first version', () => {
  it('read, with the coach as he comes', () => {
    const old = { theme: 'dark', onBreakdown: 'tell', sound: false }
    expect(settingsSchema.parse(old)).toEqual({
      ...old,
      ...{
        quiet: false,
        voice: null,
        volume: 0.7,
        rate: 1,
        tempo: false,
        camera: null,
        praise: true,
        helpKey: true,
      },
    })
  })
})
