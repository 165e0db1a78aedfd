import { Amount } from '#components/amount.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { useMonth } from './use-month.ts'

interface AskedMonth {
  readonly query: UsageQuery
  readonly now: Date
  readonly search: UsageSearch
}

/** What the running month is expected to come to. */
export function ExpectedAmount({ query, now, search }: AskedMonth) {
  const { month } = useMonth(query, now, search)
  if (!month?.forecast) return 'Forecast'
  return <Amount amount={month.forecast.expected} measure={month.measure} />
}

/** The budget that it is held against, or the range that it lies in; why there is none. */
export function ExpectedBeside({ query, now, search }: AskedMonth) {
  const { month } = useMonth(query, now, search)
  if (!month) return ''
  const { measure, forecast, budget } = month
  if (budget !== undefined) return `of ${formatAmount(budget, measure)}`
  if (!forecast) return 'too few settled days'
  return `${formatAmount(forecast.low, measure)} to ${formatAmount(forecast.high, measure)}`
}
