/** The values that hold before anything was stored. */
import type { Backup, Settings } from './schema'

export const defaultSettings: Settings = {
  theme: 'auto',
  onBreakdown: 'stop',
  sound: true,
  quiet: false,
  voice: null,
  volume: 0.7,
  rate: 1,
  tempo: false,
  camera: null,
  praise: true,
  helpKey: true,
}

export const noBackup: Backup = { exportedAt: null, putOffAt: null, asked: false }
