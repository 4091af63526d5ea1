/** The driving angle over a set, laid out for drawing. */
import type { Curve } from '../../../core/analysis/definition'
import { exercises } from '../../../exercises'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { SetRecord } from '../../../storage/records/schema'

export interface TraceLayout {
  readonly width: number
  readonly height: number
  /** Unbroken stretches of the angle, as SVG paths. */
  readonly lines: readonly string[]
  readonly bands: readonly {
    readonly index: number
    readonly x: number
    readonly width: number
    readonly top: number
  }[]
  /** Where form gave; null when it held. */
  readonly gaveX: number | null
  readonly degrees: readonly { readonly y: number; readonly label: string }[]
  readonly seconds: readonly { readonly x: number; readonly label: string }[]
  /** x of a time, clamped to the drawing, and the time at an x; in seconds on the set's clock. */
  readonly xAt: (time: number) => number
  readonly timeAt: (x: number) => number
}

export interface DrawnCurve extends Curve {
  readonly values: readonly (number | null)[]
}

const LEFT = 52
const RIGHT = 12
const TOP = 44
const BOTTOM = 28
/** Seconds shown before the first rep and after the last. */
const MARGIN_SECONDS = 1.5
/** A stretch without samples that is longer than this is a gap, not a line. */
const GAP_SECONDS = 0.5

export function layOut(record: SetRecord, width: number, height: number): TraceLayout {
  const { series, reps, holds, breakdown } = record.analysis
  const { values, unit } = curveOf(record)
  const parts = reps.length > 0 ? reps : holds
  const first = (parts[0]?.start ?? series.time[0] ?? 0) - MARGIN_SECONDS
  const last = (parts.at(-1)?.end ?? series.time.at(-1) ?? 1) + MARGIN_SECONDS
  const from = Math.max(first, series.time[0] ?? first)
  const to = Math.min(last, series.time.at(-1) ?? last)
  const shown = series.time.flatMap((time, index) => {
    const angle = values[index]
    return time < from || time > to || angle === null || angle === undefined ? [] : [{ time, angle }]
  })
  const angles = shown.map(({ angle }) => angle)
  const [low, high] = bounds(angles, unit)
  const x = scaleLinear()
    .domain([from, Math.max(from + 0.1, to)])
    .range([LEFT, width - RIGHT])
  const xWithin = x.copy().clamp(true)
  const y = scaleLinear()
    .domain([low, high])
    .range([height - BOTTOM, TOP])
    .clamp(true)
  const path = line<{ time: number; angle: number }>()
    .x(({ time }) => x(time))
    .y(({ angle }) => y(angle))
    .digits(1)
  return {
    width,
    height,
    lines: stretches(shown).map((stretch) => path(stretch) ?? ''),
    bands: reps.map((rep) => ({
      index: rep.index,
      x: x(rep.start),
      width: Math.max(1, x(rep.end) - x(rep.start)),
      top: x(rep.top),
    })),
    gaveX: breakdown === null ? null : x(gaveAt(record, breakdown)),
    degrees: [low, (low + high) / 2, high].map((angle) => ({
      y: y(angle),
      label: `${Math.round(angle)}${unit}`,
    })),
    seconds: secondTicks(to - from, width).map((second) => ({ x: x(from + second), label: `${second} s` })),
    xAt: xWithin,
    timeAt: (at) => x.invert(at),
  }
}

/**
 * The drawn curve. Reps are drawn as a share of a full one and not as a joint angle, which falls again past straight,
 * so that a hip that goes too far would look as if it fell short.
 */
export function curveOf({ exercise, analysis }: SetRecord): DrawnCurve {
  return { values: analysis.series.drive, ...exercises[exercise].curve }
}

/** The time at which form gave: the start of that rep, or the second of a hold in which the breach began. */
function gaveAt(record: SetRecord, breakdown: NonNullable<SetRecord['analysis']['breakdown']>): number {
  const rep = record.analysis.reps.find(({ index }) => index === breakdown.rep)
  return rep?.start ?? breakdown.seconds
}

function stretches<T extends { readonly time: number }>(samples: readonly T[]): T[][] {
  const found: T[][] = []
  for (const sample of samples) {
    const current = found.at(-1)
    const previous = current?.at(-1)
    if (current && previous && sample.time - previous.time <= GAP_SECONDS) current.push(sample)
    else found.push([sample])
  }
  return found.filter((stretch) => stretch.length > 1)
}

/** Bounds at tens of degrees with a margin; for shares of a rep, from 0 to at least 120 %. */
function bounds(values: readonly number[], unit: string): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0) return [0, 100]
  if (unit !== '°') return [0, Math.max(120, Math.ceil((high + 3) / 20) * 20)]
  const bottom = Math.floor((low - 3) / 10) * 10
  return [bottom, Math.max(bottom + 20, Math.ceil((high + 3) / 10) * 10)]
}

/** Round seconds, about 100 pixels and no less than five seconds apart. */
function secondTicks(length: number, width: number): number[] {
  const count = Math.min(width / 100, length / 5)
  return scaleLinear().domain([0, length]).ticks(count)
}
