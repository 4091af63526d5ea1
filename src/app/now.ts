/** The device's clock, for what is dated and not measured: durations come from the frames' own time. */
export const now = (): Date => new Date()
