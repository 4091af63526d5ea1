/** Failures to store, in words. Apart from the other faults, so that the first screen does not load those. */
import { m } from '../../words/compiled/messages'
import type { FaultText } from './fault-text'

/** Why the device did not store something. */
export function storageText(error: unknown): FaultText {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError'
  return full
    ? { title: m.faults_storage_full(), remedy: m.faults_storage_full_remedy(), action: 'retry' }
    : { title: m.faults_storage_refused(), remedy: m.faults_storage_refused_remedy(), action: 'retry' }
}

/** An error that nothing names. */
export const unexpectedText = (): FaultText => ({
  title: m.faults_unexpected(),
  remedy: m.faults_unexpected_remedy(),
  action: 'reload',
})
