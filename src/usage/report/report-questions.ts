import { factsOf, type Product } from '../kore/products.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { forecastQuery } from '../series/forecast.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import type { Interval } from '../time/interval.ts'
import { type AskedSeries, wholeSeries } from './asked-series.ts'
import { type Dimension, dimensionsOf, groupOf } from './compared-members.ts'
import { type ComparedStretch, comparedStretch, type ReportMonth } from './report-month.ts'

/** One thing for each question of a report's section on a product. */
interface Questioned<T> {
  /** The month, the one before and that of a year before, day by day. */
  readonly days: T
  readonly before: T
  readonly yearBefore: T
  /** Undefined where the month is not running. */
  readonly forecast: T | undefined
  readonly dimensions: readonly {
    readonly dimension: Dimension
    readonly month: T
    /** What is held against what; undefined while nothing can be. */
    readonly later: T | undefined
    readonly earlier: T | undefined
  }[]
}

/** What a report asks of one product. */
interface ProductQuestions extends Questioned<AskedSeries> {
  readonly product: Product
  readonly stretch: ComparedStretch | undefined
}

/** The answers; undefined for what is not there. */
export interface ProductAnswers extends Questioned<UsageSeries | undefined> {
  readonly product: Product
  readonly stretch: ComparedStretch | undefined
}

/**
 * What a report asks of a product. Days are asked for without a group, as every other page does; the
 * members of a dimension as totals, which are a page or two, however long the month.
 */
export function productQuestions(
  product: Product,
  accounts: readonly string[],
  { interval, before, yearBefore }: ReportMonth,
  now: Date,
): ProductQuestions {
  const whole = { product, accounts, filter: {} }
  const byDay = (of: Interval): AskedSeries =>
    wholeSeries({ ...whole, granularity: 'day', interval: of })
  const stretch = comparedStretch(interval, before, [product], now)
  const isRunning = interval.start <= now && now < interval.end
  return {
    ...{ product, stretch },
    days: byDay(interval),
    before: byDay(before),
    yearBefore: byDay(yearBefore),
    forecast: isRunning ? wholeSeries(forecastQuery(byDay(interval).query, now)) : undefined,
    dimensions: dimensionsOf(product, accounts.length)
      .filter((dimension) => dimension !== 'sim')
      .map((dimension) => {
        const group = groupOf(product, dimension)
        const isUpstreams = group !== undefined && group !== 'account'
        const asked = (of: Interval): AskedSeries => {
          const granularity: UsageQuery['granularity'] = isUpstreams ? 'total' : 'day'
          return wholeSeries({ ...whole, ...(group ? { group } : {}), granularity, interval: of })
        }
        return {
          dimension,
          month: asked(interval),
          later: stretch && asked(stretch.later),
          earlier: stretch && asked(stretch.earlier),
        }
      }),
  }
}

/** All questions of a product, in an order that stays. */
export function listQuestions(questions: Questioned<AskedSeries>): AskedSeries[] {
  const { days, before, yearBefore, forecast, dimensions } = questions
  return [
    ...[days, before, yearBefore],
    ...dimensions.flatMap(({ month, later, earlier }) =>
      [month, later ?? [], earlier ?? []].flat(),
    ),
    ...(forecast ? [forecast] : []),
  ]
}

/**
 * Puts answers in the places of their questions.
 *
 * @param answers as `listQuestions` lists what they answer
 */
export function placeAnswers(
  questions: ProductQuestions,
  answers: readonly (UsageSeries | undefined)[],
): ProductAnswers {
  const places = new Map(listQuestions(questions).map((asked, index) => [asked, answers[index]]))
  const answerTo = (asked: AskedSeries | undefined) => asked && places.get(asked)
  const { product, stretch, days, before, yearBefore, forecast, dimensions } = questions
  return {
    ...{ product, stretch },
    days: answerTo(days),
    before: answerTo(before),
    yearBefore: answerTo(yearBefore),
    forecast: answerTo(forecast),
    dimensions: dimensions.map(({ dimension, month, later, earlier }) => ({
      dimension,
      month: answerTo(month),
      later: answerTo(later),
      earlier: answerTo(earlier),
    })),
  }
}

/** Whether a product tells no charge with any usage of a series, so that there is none to wait for. */
export function tellsNoCharge({ product, currencies }: UsageSeries): boolean {
  return currencies.length === 0 && factsOf(product).chargeDelay === undefined
}
