/**
 * What it takes to read a record back: the schemas and zod. It comes with the first record there is to read,
 * so that a first visit need not wait for it.
 */
export { open } from './envelope'
export { openHead } from './set-head'
export {
  backupSchema,
  graphicsSchema,
  logEntrySchema,
  monthSchema,
  sessionDraftSchema,
  setRecordSchema,
  settingsSchema,
  traceSchema,
  videoSchema,
} from './schema'
