/**
 * Gives a TFLite model the normalisation metadata that MediaPipe Tasks insists on.
 *
 * The models in `@mediapipe/pose` predate Tasks and carry a metadata entry, `min_runtime_version`, which
 * nothing here reads. FlatBuffers offsets only point forward, so the new name and the new
 * content are appended to the file and that entry is turned to point at them.
 * Schemas: tensorflow/lite/schema/schema.fbs and tflite-support metadata_schema.fbs.
 */
import { Builder, ByteBuffer } from 'flatbuffers'

const METADATA_NAME = 'TFLITE_METADATA'
const SPARE_ENTRY = 'min_runtime_version'
/** Field slots of the `Model`, `Metadata` and `Buffer` tables. */
const MODEL_BUFFERS = 4
const MODEL_METADATA = 6
const METADATA_NAME_SLOT = 0
const METADATA_BUFFER_SLOT = 1
const BUFFER_DATA = 0

/** How a model wants its pixels: `(value - mean) / std`, on 0-255 input. */
export interface Normalization {
  readonly mean: number
  readonly std: number
}

function normalizationMetadata({ mean, std }: Normalization): Uint8Array {
  const b = new Builder(256)
  const floats = (value: number): number => {
    b.startVector(4, 1, 4)
    b.addFloat32(value)
    return b.endVector()
  }
  const one = (offset: number): number => {
    b.startVector(4, 1, 4)
    b.addOffset(offset)
    return b.endVector()
  }
  const means = floats(mean)
  const stds = floats(std)
  b.startObject(2) // NormalizationOptions { mean, std }
  b.addFieldOffset(0, means, 0)
  b.addFieldOffset(1, stds, 0)
  const options = b.endObject()
  b.startObject(2) // ProcessUnit { options_type, options }
  b.addFieldInt8(0, 1, 0)
  b.addFieldOffset(1, options, 0)
  const units = one(b.endObject())
  b.startObject(7) // TensorMetadata
  b.addFieldOffset(4, units, 0)
  const inputs = one(b.endObject())
  b.startObject(7) // SubGraphMetadata
  b.addFieldOffset(2, inputs, 0)
  const subgraphs = one(b.endObject())
  b.startObject(8) // ModelMetadata
  b.addFieldOffset(3, subgraphs, 0)
  b.finish(b.endObject(), 'M001')
  return b.asUint8Array()
}

/**
 * Returns a copy of `model` that carries `normalization` for its only input.
 * Throws when the file is not a TFLite model with that entry.
 */
export function withNormalization(model: Uint8Array, normalization: Normalization): Uint8Array {
  const view = new ByteBuffer(model)
  if (!view.__has_identifier('TFL3')) throw new Error('not a TFLite model')
  const field = (table: number, slot: number): number => {
    const offset = view.__offset(table, 4 + 2 * slot)
    if (offset === 0) throw new Error(`the model has no field ${String(slot)} where one is expected`)
    return table + offset
  }
  const element = (vectorField: number, index: number): number =>
    view.__indirect(view.__vector(vectorField) + 4 * index)

  const root = view.readInt32(0)
  const metadata = field(root, MODEL_METADATA)
  const entry = Array.from({ length: view.__vector_len(metadata) }, (_, i) => element(metadata, i)).find(
    (table) => view.__string(field(table, METADATA_NAME_SLOT)) === SPARE_ENTRY,
  )
  if (entry === undefined) throw new Error(`the model has no ${SPARE_ENTRY} entry to replace`)
  const nameField = field(entry, METADATA_NAME_SLOT)
  const bufferIndex = view.readUint32(field(entry, METADATA_BUFFER_SLOT))
  const dataField = field(element(field(root, MODEL_BUFFERS), bufferIndex), BUFFER_DATA)

  const align = (n: number): number => Math.ceil(n / 16) * 16
  const content = normalizationMetadata(normalization)
  const nameAt = align(model.length)
  // A vector's length sits in the four bytes before its content, and the content is 16-aligned.
  const contentAt = align(nameAt + 4 + METADATA_NAME.length + 1 + 4)
  const out = new Uint8Array(contentAt + content.length)
  const write = new DataView(out.buffer)
  out.set(model)
  write.setUint32(nameAt, METADATA_NAME.length, true)
  out.set(new TextEncoder().encode(METADATA_NAME), nameAt + 4)
  write.setUint32(contentAt - 4, content.length, true)
  out.set(content, contentAt)
  write.setUint32(nameField, nameAt - nameField, true)
  write.setUint32(dataField, contentAt - 4 - dataField, true)
  return out
}
