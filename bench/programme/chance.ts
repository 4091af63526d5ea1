/** Chance from a seed, so that a life can be lived again. */
export interface Chance {
  /** 0 to 1. */
  readonly even: () => number
  readonly between: (low: number, high: number) => number
  readonly happens: (share: number) => boolean
  /** Normal, with mean 0 and SD 1. */
  readonly normal: () => number
}

/** mulberry32, and Box-Muller on top of it. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    even,
    between: (low, high) => low + even() * (high - low),
    happens: (share) => even() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()),
  }
}
