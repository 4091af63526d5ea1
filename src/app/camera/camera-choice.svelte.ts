/** The list of cameras with the picture of one, for choosing. It holds a camera open from `show` to `close`. */
import { openChosenCamera, type Camera } from '../../capture/camera'
import { asCaptureFault, type CaptureFault } from '../../capture/fault'

export interface CameraOption {
  readonly id: string
  /** Its own name; empty where the browser gives none. */
  readonly name: string
}

export class CameraChoice {
  #camera: Camera | null = null
  /** Grows with each call, so that a camera that opens after the next one, or after the end, is closed at once. */
  #call = 0

  #state = $state.raw<'closed' | 'opening' | 'open' | 'fault'>('closed')
  #stream = $state.raw<MediaStream | null>(null)
  #cameras = $state.raw<readonly CameraOption[]>([])
  #shown = $state.raw('')
  #fellBack = $state.raw(false)
  #fault = $state.raw<CaptureFault | null>(null)

  get state(): 'closed' | 'opening' | 'open' | 'fault' {
    return this.#state
  }
  get stream(): MediaStream | null {
    return this.#stream
  }
  /** All cameras; known once one was allowed. */
  get cameras(): readonly CameraOption[] {
    return this.#cameras
  }
  /** Of the camera whose picture is shown. */
  get shown(): string {
    return this.#shown
  }
  /** The wanted camera is not there, and the browser's own is shown. */
  get fellBack(): boolean {
    return this.#fellBack
  }
  get fault(): CaptureFault | null {
    return this.#fault
  }

  /**
   * Opens a camera in place of the one that is open.
   * @param wanted null for the browser's own choice
   */
  async show(wanted: string | null): Promise<void> {
    this.close()
    const call = this.#call
    this.#state = 'opening'
    try {
      const { camera, fellBack } = await openChosenCamera(wanted)
      if (call !== this.#call) {
        camera.close()
        return
      }
      this.#camera = camera
      const cameras = await listCameras()
      if (call !== this.#call) return
      this.#cameras = cameras
      this.#shown = camera.deviceId
      this.#fellBack = fellBack
      this.#stream = camera.stream
      this.#state = 'open'
    } catch (error) {
      if (call !== this.#call) return
      this.close()
      this.#fault = asCaptureFault(error)
      this.#state = 'fault'
    }
  }

  close(): void {
    this.#call++
    this.#camera?.close()
    this.#camera = null
    this.#stream = null
    this.#fault = null
    this.#fellBack = false
    this.#state = 'closed'
  }
}

async function listCameras(): Promise<readonly CameraOption[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}
