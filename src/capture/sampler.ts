/** Chooses which frames of a recording to look at. */

/** Picks the first frame of every 1/fps of film, so that the choice depends on the film's clock alone. */
export function sampler(fps: number | null): (time: number) => boolean {
  let slot = -1
  return (time) => {
    if (fps === null) return true
    // A tenth of a millisecond: film clocks are rounded, and a frame a hair early belongs to its slot.
    const now = Math.floor((time + 1e-4) * fps)
    if (now <= slot) return false
    slot = now
    return true
  }
}
