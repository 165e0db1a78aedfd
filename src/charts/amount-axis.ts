import { amountTicks } from '#usage/series/amount-ticks.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatAxisAmounts } from '#usage/words/axis-amounts.ts'

/** What an axis of amounts names, and how. */
export interface AmountAxis {
  readonly ticks: readonly number[]
  readonly domain: readonly [number, number]
  format(tick: number): string
}

/** @param lowest zero or below it, `highest` zero or above it */
export function amountAxis(lowest: number, highest: number, measure: Measure): AmountAxis {
  const ticks = amountTicks(lowest, highest, measure === 'commands')
  const words = formatAxisAmounts(ticks, measure)
  return {
    ticks,
    domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1],
    format: (tick) => words[ticks.indexOf(tick)] ?? '',
  }
}
