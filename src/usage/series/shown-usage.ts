import type { Direction } from '../question/usage-record.ts'
import type { Comparison } from './comparison.ts'
import type { Arrivals } from './observed-usage.ts'
import type { Measure, UsageSeries } from './usage-series.ts'

/** Finds the name of a part by its key. */
export type PartNames = (key: string) => string

/** What a chart, its legend, its tooltip and its table show together. */
export interface ShownUsage {
  readonly series: UsageSeries
  readonly measure: Measure
  readonly direction: Direction
  readonly names: PartNames
  /** The earlier period that stands beside it. */
  readonly comparison: Comparison | undefined
  /** What has grown since the reader last looked. */
  readonly arrivals: Arrivals | undefined
  /** The key of the one part that is shown alone; all of them without. */
  readonly only?: string | undefined
  /** IANA name of a zone whose time stands beside UTC. */
  readonly timeZone: string | undefined
}
