export { memoryDb } from '../../../src/storage/memory'
