/** What dev.html shows, as its address says: `#live/working?trace=bridge_clean_side&at=12.5&theme=dark&lang=de&size=phone`. */

export interface Shown {
  readonly id: string
  /** Another trace than the state's own; empty for its own. */
  readonly trace: string
  /** Another second of the trace; empty for the state's own. */
  readonly at: string
  readonly theme: string
  readonly lang: string
  readonly size: string
  /** `1` where the trace plays on from there; empty where it stands. */
  readonly play: string
}

export const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  laptop: [1280, 800],
  phone: [390, 844],
}
const plain = { trace: '', at: '', theme: 'light', lang: 'en', size: 'laptop', play: '' }

export function parseShown(hash: string, first: string): Shown {
  const [id = '', query = ''] = hash.replace(/^#/, '').split('?')
  const asked = new URLSearchParams(query)
  const given = Object.keys(plain).map((name) => [name, asked.get(name)] as const)
  return { id: id || first, ...plain, ...Object.fromEntries(given.filter(([, value]) => value !== null)) }
}

/** The address of the list with that state chosen. */
export function hashOf({ id, ...wishes }: Shown): string {
  const given = Object.entries(wishes).filter(([name, value]) => value !== plain[name as keyof typeof plain])
  return given.length === 0 ? `#${id}` : `#${id}?${new URLSearchParams(given).toString()}`
}

/** The address of the app in that state. */
export function frameOf({ id, trace, at, theme, lang, play }: Shown): string {
  const given = Object.entries({ show: id, trace, at, theme, lang, play }).filter(([, value]) => value !== '')
  return `?${new URLSearchParams(given).toString()}`
}
