import { Amount } from '#components/amount.tsx'
import { OpeningFigure } from '#components/page/figure-row.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { monthTick } from '#usage/time/moment.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { useMonth } from './use-month.ts'

const NOTHING = { measure: undefined, forecast: undefined, budget: undefined }

/** What the running month is expected to come to, once it is asked for; opens how that is made, and closes it. */
export function ExpectedFigure({
  query,
  now,
  state: { search, change },
}: {
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
}) {
  const opened = search.month !== 'off'
  const { month } = useMonth(query, now, search, opened)
  const { measure, forecast, budget } = month ?? NOTHING
  return (
    <OpeningFigure
      name={`${monthTick({ start: now, end: now }).name} expected`}
      mark={forecast ? 'a forecast' : undefined}
      amount={
        forecast && measure ? <Amount amount={forecast.expected} measure={measure} /> : 'Forecast'
      }
      beside={
        measure && budget !== undefined
          ? `of ${formatAmount(budget, measure)}`
          : forecast && measure
            ? `${formatAmount(forecast.low, measure)} to ${formatAmount(forecast.high, measure)}`
            : month
              ? 'too few settled days'
              : opened
                ? ''
                : 'the month and its end'
      }
      opened={opened}
      onClick={() => change({ month: opened ? 'off' : 'forecast' })}
    />
  )
}
