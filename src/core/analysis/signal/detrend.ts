/** A frame's values less their straight-line trend over time: what is left is sway, not drift. */
export function detrended<Frame extends { readonly time: number }>(
  frames: readonly Frame[],
  read: (frame: Frame) => number,
): number[] {
  const values = frames.map(read)
  const n = Math.max(1, frames.length)
  const time = frames.reduce((sum, f) => sum + f.time, 0) / n
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const spread = frames.reduce((sum, f) => sum + (f.time - time) ** 2, 0)
  const slope =
    frames.reduce((sum, f, i) => sum + (f.time - time) * ((values[i] ?? NaN) - mean), 0) /
    Math.max(1e-9, spread)
  return frames.map((f, i) => (values[i] ?? NaN) - mean - slope * (f.time - time))
}
