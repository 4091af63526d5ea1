/** A failure in words. */
export interface FaultText {
  readonly title: string
  readonly remedy: string
  /** What the button offers: to try again, to load the page again, another film, or nothing. */
  readonly action: 'retry' | 'reload' | 'other-film' | 'none'
}
