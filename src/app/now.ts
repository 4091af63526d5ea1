/** The device's clock, for dates only: durations come from the times of frames. */
export const now = (): Date => new Date()
