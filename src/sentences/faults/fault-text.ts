/** A failure in words. */
export interface FaultText {
  readonly title: string
  readonly remedy: string
  /** What the button offers: to try again, another film, or nothing. */
  readonly action: 'retry' | 'other-film' | 'none'
}
