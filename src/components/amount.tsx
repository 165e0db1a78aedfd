import { formatAmount, formatExactAmount } from '#usage/format-amount.ts'
import type { Measure } from '#usage/usage-series.ts'

/** An amount that a person reads, whose every digit shows on hover. */
export function Amount({ amount, measure }: { amount: number; measure: Measure }) {
  return <span title={formatExactAmount(amount, measure)}>{formatAmount(amount, measure)}</span>
}
