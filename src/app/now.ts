/** The device's clock, for dates only: durations come from the times of frames. */
import { usableZone } from '../core/programme/days'

export const now = (): Date => new Date()

/** The zone that the person is in, always one that can be used. */
export function zoneHere(): string {
  return zoneOrHere(new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** A record's zone, or the person's where this machine does not know it. */
export function zoneOrHere(zone: string): string {
  return usableZone(zone, new Date().getTimezoneOffset())
}
