/** A physiotherapist's sheet as a small file: reading it and making it. */
import type { Asked, Prescription } from '../../../core/programme'
import { PRESCRIPTION_FORMAT, prescriptionSchema } from '../../records/schema'
import { ImportError, isNewerFormat, parseJson } from './parse'

/** Bytes. A sheet has a few hundred. */
const LARGEST_SHEET_BYTES = 64 * 1024

/**
 * What a file asks for; it may contradict itself, and nothing is applied.
 * @throws ImportError when the file is not a sheet that this Keel reads
 */
export async function readSheet(file: File): Promise<Asked> {
  if (file.size > LARGEST_SHEET_BYTES) throw new ImportError('too-large')
  const value = parseJson(await file.text())
  const { data } = prescriptionSchema.safeParse(value)
  if (data === undefined)
    throw new ImportError(isNewerFormat(value, PRESCRIPTION_FORMAT) ? 'newer-format' : 'not-an-export')
  const { start, ceiling, locks, painLimit, minutes } = data
  return { start, ceiling, locks, painLimit, minutes }
}

/** A sheet as a file to hand on. */
export function sheetFile(sheet: Prescription): File {
  const text = JSON.stringify({ format: PRESCRIPTION_FORMAT, ...sheet }, null, 2)
  return new File([text], 'keel-prescription.json', { type: 'application/json' })
}
