export { memoryDb } from '../../../src/storage/device/memory'
