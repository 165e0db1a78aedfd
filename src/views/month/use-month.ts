import { useUsage } from '#queries/usage/use-usage.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import {
  buildForecast,
  type Forecast,
  forecastMonth,
  forecastQuery,
} from '#usage/series/forecast.ts'
import type { Money, UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { monthBudget, monthMeasure } from './month-measure.ts'

/** The running month as it is told: what of it, what it comes to, and what it may come to. */
export interface ToldMonth {
  readonly series: UsageSeries
  readonly measure: 'data' | Money
  /** Undefined where there are too few days for one. */
  readonly forecast: Forecast | undefined
  /** In bytes or in money; undefined for no limit. */
  readonly budget: number | undefined
}

/**
 * Fetches the running month.
 *
 * @returns of it nothing until all is there, and what could not be read
 */
export function useMonth(query: UsageQuery, now: Date, search: UsageSearch) {
  const month = forecastMonth(search.range, query, now)
  const asked = forecastQuery(query, now, month)
  const { series, outdated, answered, requests, failures } = useUsage(asked, now, false)
  const isThere = answered === requests && !outdated
  return {
    month: series && isThere ? monthOf(series, search, now, month) : undefined,
    failure: failures[0],
  }
}

function monthOf(series: UsageSeries, search: UsageSearch, now: Date, month: Interval): ToldMonth {
  const measure = monthMeasure(search, series)
  const budget = monthBudget(search, measure)
  return { series, measure, forecast: buildForecast(series, measure, now, month), budget }
}
