/** Failures of camera, film, model and device in words, with what to do about them. Keel's own bugs are not among them. */
import type { CaptureFault, CaptureFaultCode } from '../../capture/fault'
import type { Feature } from '../../capture/features'
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import type { FaultText } from './fault-text'

export { storageText } from './storage-fault'

type Message = () => string

const texts: Readonly<Record<CaptureFaultCode, readonly [Message, Message, FaultText['action']]>> = {
  'camera-denied': [m.faults_camera_denied, m.faults_camera_denied_remedy, 'retry'],
  'camera-missing': [m.faults_camera_missing, m.faults_camera_missing_remedy, 'retry'],
  'camera-busy': [m.faults_camera_busy, m.faults_camera_busy_remedy, 'retry'],
  'camera-unsuitable': [m.faults_camera_unsuitable, m.faults_camera_unsuitable_remedy, 'retry'],
  'camera-unsupported': [m.faults_camera_unsupported, m.faults_camera_unsupported_remedy, 'none'],
  'browser-lacks': [m.faults_browser_lacks, m.faults_browser_lacks_remedy, 'none'],
  'camera-lost': [m.faults_camera_lost, m.faults_camera_lost_remedy, 'retry'],
  'film-unreadable': [m.faults_film_unreadable, m.faults_film_unreadable_remedy, 'other-film'],
  'film-empty': [m.faults_film_empty, m.faults_film_empty_remedy, 'other-film'],
  'film-no-picture': [m.faults_film_no_picture, m.faults_film_no_picture_remedy, 'other-film'],
  'film-codec': [m.faults_film_codec, m.faults_film_codec_remedy, 'other-film'],
  'film-cut-off': [m.faults_film_cut_off, m.faults_film_cut_off_remedy, 'other-film'],
  'trace-unreadable': [m.faults_trace_unreadable, m.faults_trace_unreadable_remedy, 'other-film'],
  'model-missing': [m.faults_model_missing, m.faults_model_missing_remedy, 'retry'],
  'model-corrupt': [m.faults_model_corrupt, m.faults_model_corrupt_remedy, 'retry'],
  'graphics-missing': [m.faults_graphics_missing, m.faults_graphics_missing_remedy, 'retry'],
  'pose-failed': [m.faults_pose_failed, m.faults_pose_failed_remedy, 'retry'],
  'part-missing': [m.faults_part_missing, m.faults_part_missing_remedy, 'reload'],
  unexpected: [m.faults_unexpected, m.faults_unexpected_remedy, 'retry'],
}

const lacks: Readonly<Record<Feature, Message>> = {
  'video-callback': m.faults_lacks_video_callback,
  'offscreen-canvas': m.faults_lacks_offscreen_canvas,
  'film-decoder': m.faults_lacks_film_decoder,
  worker: m.faults_lacks_worker,
  'wasm-simd': m.faults_lacks_wasm_simd,
}
const isFeature = (name: string): name is Feature => Object.hasOwn(lacks, name)

/** A failure of camera, film or model in words. */
export function captureText({ code, detail }: CaptureFault): FaultText {
  const [title, remedy, action] = texts[code]
  if (code === 'film-codec' && detail !== '')
    return { title: title(), remedy: m.faults_film_codec_named({ codec: detail }), action }
  if (code === 'browser-lacks' && isFeature(detail))
    return { title: title(), remedy: `${lacks[detail]()} ${remedy()}`, action }
  return { title: title(), remedy: remedy(), action }
}

const blindTexts: Readonly<Record<Blindness, Message>> = {
  hidden: m.faults_blind_hidden,
  muted: m.faults_blind_muted,
  silent: m.faults_blind_silent,
  frozen: m.faults_blind_frozen,
  dark: m.faults_blind_dark,
  model: m.faults_blind_model,
}

/** Why nothing can be judged although the camera is open, as one line. */
export const blindText = (reason: Blindness): string => blindTexts[reason]()
