/** A failure as the person reads it. */
export interface FaultText {
  readonly title: string
  readonly remedy: string
  /** What the button offers: the same again, the page anew, another film, or nothing that would help. */
  readonly action: 'retry' | 'reload' | 'other-film' | 'none'
}
