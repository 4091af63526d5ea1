/** Functions from which a validator is built. Each says what is wrong with a value, and where. */

export interface EntryFault {
  /** Path of the value, such as "sets.0.reps". Empty for the whole entry. */
  readonly path: string
  readonly code:
    | 'missing'
    | 'wrong-type'
    | 'out-of-range'
    | 'unknown-choice'
    | 'not-a-day'
    | 'day-ahead'
    | 'not-a-zone'
    | 'contradiction'
    | 'same-id'
    | 'no-target'
  /** One sentence for a person. */
  readonly text: string
  /** The number and its bounds, where it lies outside them. */
  readonly bounds?: { readonly value: number; readonly least: number; readonly most: number }
}

export type Check = (value: unknown, path: string) => EntryFault[]

export const fault = (path: string, code: EntryFault['code'], text: string): EntryFault[] => [
  { path, code, text },
]

const at = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`)

/** A finite number from `least` to `most`, both included; an integer when `whole` is set. */
export const number =
  (least: number, most: number, whole = false): Check =>
  (value, path) => {
    if (value === undefined) return fault(path, 'missing', `${path} is missing.`)
    if (typeof value !== 'number' || !Number.isFinite(value))
      return fault(path, 'wrong-type', `${path} must be a number.`)
    if (value < least || value > most)
      return fault(path, 'out-of-range', `${path} is ${value}; it must be from ${least} to ${most}.`).map(
        (found) => ({ ...found, bounds: { value, least, most } }),
      )
    return whole && !Number.isInteger(value)
      ? fault(path, 'out-of-range', `${path} is ${value}; it must be a whole number.`)
      : []
  }

export const flag: Check = (value, path) =>
  typeof value === 'boolean' ? [] : fault(path, 'wrong-type', `${path} must be yes or no.`)

export const text =
  (most: number): Check =>
  (value, path) =>
    typeof value === 'string' && value.length > 0 && value.length <= most
      ? []
      : fault(path, 'wrong-type', `${path} must be a text of at most ${most} characters.`)

export const choice =
  (options: readonly (string | number)[]): Check =>
  (value, path) =>
    options.includes(value as string | number)
      ? []
      : fault(path, 'unknown-choice', `${path} must be one of ${options.join(', ')}.`)

export const maybe =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path)

/** For a field that older entries lack. */
export const mayLack =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? [] : check(value, path)

export const list =
  (check: Check, most: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'wrong-type', `${path} must be a list.`)
    if (value.length > most)
      return fault(path, 'out-of-range', `${path} holds ${value.length} entries; at most ${most}.`)
    return value.flatMap((each: unknown, index) => check(each, at(path, index)))
  }

/** An object with at least these fields. Other fields are allowed, as a newer Keel may have more. */
export const record = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(fields)
  return (value, path) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      return fault(
        path,
        'wrong-type',
        path === '' ? 'The entry must be an object.' : `${path} must be an object.`,
      )
    }
    // Years of entries are checked at each reading, so no empty list is made for each field.
    const faults: EntryFault[] = []
    for (const [key, check] of checks) {
      const found = check((value as Record<string, unknown>)[key], at(path, key))
      if (found.length > 0) faults.push(...found)
    }
    return faults
  }
}

/** Runs `check`, and `then` only if that finds nothing, so that `then` can rely on the shape. */
export const and =
  (check: Check, then: Check): Check =>
  (value, path) => {
    const faults = check(value, path)
    return faults.length > 0 ? faults : then(value, path)
  }
