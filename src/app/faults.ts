/** Each failure of the world as a sentence, with what to do about it. Keel's own bugs do not come here. */
import type { CaptureFault, CaptureFaultCode } from '../capture/fault'

export interface FaultText {
  readonly title: string
  readonly remedy: string
  /** What the button offers: the same again, another film, or nothing that would help. */
  readonly action: 'retry' | 'other-film' | 'none'
}

const captureTexts: Readonly<Record<CaptureFaultCode, FaultText>> = {
  'camera-denied': {
    title: 'Keel may not use the camera',
    remedy:
      'Allow it with the camera sign in the address bar, then try again. You can also analyse a film without it.',
    action: 'retry',
  },
  'camera-missing': {
    title: 'No camera found',
    remedy: 'Plug one in or switch it on, then try again. You can also analyse a film without it.',
    action: 'retry',
  },
  'camera-busy': {
    title: 'Another program has the camera',
    remedy: 'Close video calls and other camera programs, then try again.',
    action: 'retry',
  },
  'camera-unsuitable': {
    title: 'This camera gives no picture that Keel can use',
    remedy: 'Take another camera, then try again.',
    action: 'retry',
  },
  'camera-unsupported': {
    title: 'This browser gives no access to a camera',
    remedy:
      'Open Keel at localhost or over https, in a current Chrome, Edge, Firefox or Safari. Films work here too.',
    action: 'none',
  },
  'camera-lost': {
    title: 'The camera stopped',
    remedy: 'What was recorded up to then is kept. Check the cable or the cover, then try again.',
    action: 'retry',
  },
  'film-unreadable': {
    title: 'This is not a film that Keel can open',
    remedy: 'Choose an MP4, MOV or WebM film.',
    action: 'other-film',
  },
  'film-empty': {
    title: 'This file is empty',
    remedy: 'It has 0 bytes. It may not have finished copying: copy it again, or choose another.',
    action: 'other-film',
  },
  'film-no-picture': {
    title: 'This file has no picture',
    remedy: 'It may be sound alone. Choose a film with a picture.',
    action: 'other-film',
  },
  'film-codec': {
    title: 'This browser can’t decode that film',
    remedy: 'On the phone, choose “most compatible” (H.264) for recordings, or convert the film to H.264.',
    action: 'other-film',
  },
  'film-cut-off': {
    title: 'The film breaks off',
    remedy: 'What came before is kept and judged. For the rest, copy the film again.',
    action: 'other-film',
  },
  'trace-unreadable': {
    title: 'This recording can’t be read',
    remedy: 'Choose another.',
    action: 'other-film',
  },
  'model-missing': {
    title: 'A part of Keel did not load',
    remedy: 'The pose model is missing. Try again; if it stays away, reload the page.',
    action: 'retry',
  },
  'model-corrupt': {
    title: 'A part of Keel is damaged',
    remedy: 'The pose model did not load whole. Reload the page to fetch it again.',
    action: 'retry',
  },
  'pose-failed': {
    title: 'Keel lost its eyes for a moment',
    remedy:
      'The pose model stopped twice. What was recorded is kept. Try again, or close other heavy pages first.',
    action: 'retry',
  },
}

export function captureText(fault: CaptureFault): FaultText {
  const text = captureTexts[fault.code]
  if (fault.code !== 'film-codec' || fault.detail === '') return text
  return { ...text, remedy: `It is coded as ${fault.detail}. ${text.remedy}` }
}

/** When the device takes no more data. */
export function storageText(error: unknown): FaultText {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return {
      title: 'This device has no room left for the set',
      remedy: 'Make room and try again, or download the set now so that it is not lost.',
      action: 'retry',
    }
  }
  return {
    title: 'The set could not be saved',
    remedy: 'A private window may forbid it. Try again, or download the set now so that it is not lost.',
    action: 'retry',
  }
}
