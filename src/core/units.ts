/**
 * Numbers that know their unit, so that one can't be handed over where another is asked for. They cost nothing at
 * run time. Arithmetic gives a plain number again; the function whose unit is plain from its formula names it.
 */
declare const unit: unique symbol

type In<Unit extends string> = number & { readonly [unit]: Unit }

/** An angle. */
export type Degrees = In<'degrees'>

/** A stretch of time, or a moment on the source's clock. */
export type Seconds = In<'seconds'>

/** A length in the picture as a share of the person's trunk, shoulders to hips. */
export type TrunkShare = In<'trunk lengths'>

/** The type of a value whose unit is written like this in a table of thresholds. */
export type InUnit<Unit extends string> = Unit extends 'deg'
  ? Degrees
  : Unit extends 's'
    ? Seconds
    : Unit extends 'trunk lengths'
      ? TrunkShare
      : number
