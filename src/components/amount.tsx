import type { Measure } from '#usage/series/usage-series.ts'
import { formatAmount, formatExactAmount } from '#usage/words/format-amount.ts'

/** An amount that a person reads, whose every digit shows on hover. */
export function Amount({ amount, measure }: { amount: number; measure: Measure }) {
  return <span title={formatExactAmount(amount, measure)}>{formatAmount(amount, measure)}</span>
}
