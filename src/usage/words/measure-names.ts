import type { Direction } from '../question/usage-record.ts'
import type { Measure } from '../series/usage-series.ts'

const COUNTED: Record<'data' | 'commands', Record<Direction, string>> = {
  data: { total: 'Data', download: 'Data downloaded', upload: 'Data uploaded' },
  commands: { total: 'Commands', download: 'Commands to SIM', upload: 'Commands from SIM' },
}

const COSTS = { all: 'Cost', data: 'Cost of data', commands: 'Cost of Commands' }

/** What a chart of a measure is called: `Data downloaded`, `Cost of Commands in USD`. */
export function nameMeasure(measure: Measure, direction: Direction): string {
  if (typeof measure !== 'object') return COUNTED[measure][direction]
  return `${COSTS[measure.of ?? 'all']} in ${measure.currency}`
}

/** The same within a sentence or a heading: `data downloaded`; a Command keeps its capital. */
export function nameMeasureWithin(measure: Measure, direction: Direction): string {
  return nameMeasure(measure, direction).replace(/^[DC](?=ata|ost)/, (first) => first.toLowerCase())
}
