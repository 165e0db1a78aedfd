import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { Amount } from '#components/amount.tsx'
import { BudgetInput } from '#components/budget-input.tsx'
import { ChoiceControl } from '#components/choice-control.tsx'
import { Beside, Figure, Figures } from '#components/page/figures.tsx'
import { loadLater } from '#components/page/load-later.ts'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Panel } from '#components/page/panel.tsx'
import { textScale } from '#components/text-scale.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { Forecast } from '#usage/series/forecast.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { isBillingRange } from '#usage/time/time-range.ts'
import {
  describeBudget,
  describeForecast,
  describeRecord,
  TOO_FEW_DAYS,
} from '#usage/words/forecast-words.ts'
import { describeError } from '../common/error-words.ts'
import { ReportLink } from '../common/report-link.tsx'
import { type ToldMonth, useMonth } from './use-month.ts'

const ForecastChart = loadLater(
  async () => (await import('#charts/forecast-chart.tsx')).ForecastChart,
)

/** The running month: what it has come to, what it is expected to come to, and the budget for it. */
export function MonthPanel({
  query,
  now,
  state,
}: {
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
}) {
  const { month, failure } = useMonth(query, now, state.search)
  return (
    <Panel
      title={isBillingRange(state.search.range) ? 'This billing month' : 'This month'}
      busy={!month && !failure}
    >
      {failure ? (
        <p role="alert">
          {describeError(failure.error).title}: without all of its days there is no forecast.
        </p>
      ) : month ? (
        <Month month={month} state={state} />
      ) : (
        <LoadingPart height={320} label="Loading the month" />
      )}
    </Panel>
  )
}

function Month({
  month: { series, measure, forecast, budget },
  state: { search, change },
}: {
  month: ToldMonth
  state: Search<UsageSearch>
}) {
  const [currency, ...others] = series.currencies
  const choice = currency !== undefined && (
    <ChoiceControl
      label="Month of"
      value={measure === 'data' ? ('data' as const) : ('cost' as const)}
      choices={[
        { value: 'data' as const, label: 'Data' },
        { value: 'cost' as const, label: `Cost in ${currency}` },
      ]}
      // A budget of one is none of the other.
      onChange={(month) => change({ month, budget: '' })}
    />
  )
  if (!forecast) {
    return <p>{TOO_FEW_DAYS}</p>
  }
  const days = formatInterval(forecast.period)
  return (
    <>
      {choice}
      <MonthFigures {...{ forecast, measure, budget }} />
      <Suspense fallback={<Skeleton height={220} />}>
        <ForecastChart
          {...{ forecast, measure, budget }}
          label={`${days}, day by day added up, with its forecast`}
          textScale={textScale()}
        />
      </Suspense>
      <BudgetInput
        key={search.budget}
        unit={measure === 'data' ? 'GB' : measure.currency}
        value={search.budget}
        onChange={(chosen) => change({ budget: chosen })}
      />
      <small>
        {describeForecast(forecast, measure)}
        {measure !== 'data' && others.length > 0 && ` Costs in ${others.join(', ')} come on top.`}
      </small>
      <ReportLink month={forecast.period} account={search.account} />
    </>
  )
}

function MonthFigures({
  forecast,
  measure,
  budget,
}: {
  forecast: Forecast
  measure: Measure
  budget: number | undefined
}) {
  const { toDate, expected, low, high } = forecast
  return (
    <Figures>
      <Figure name="Month to date" mark="so far, not final">
        <Amount amount={toDate} measure={measure} />
      </Figure>
      <Figure name="Expected at the end of the month" mark="a forecast" wide>
        <Amount amount={expected} measure={measure} />
        <Beside>
          <Amount amount={low} measure={measure} /> to <Amount amount={high} measure={measure} />;{' '}
          {describeRecord(forecast.record)}
        </Beside>
      </Figure>
      {budget !== undefined && (
        <Figure name="Budget">
          <Amount amount={budget} measure={measure} />
          <Beside>{describeBudget(forecast, budget)}</Beside>
        </Figure>
      )}
    </Figures>
  )
}
