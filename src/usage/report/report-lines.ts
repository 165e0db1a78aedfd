import { factsOf, type Product } from '../kore/products.ts'
import { addMoney } from '../question/money.ts'
import { type AmountState, amountState, seriesState, toldOfSeries } from '../series/amount-state.ts'
import type { ComparedSums } from '../series/comparison.ts'
import { costPerGigabyte, type GigabyteCost } from '../series/series-cost.ts'
import { bucketTotal, type Measure, type UsageSeries } from '../series/usage-series.ts'
import { durationOf, type Interval } from '../time/interval.ts'
import { type ComparedStretch, comparedStretch, type ReportMonth } from './report-month.ts'
import type { ProductAnswers } from './report-questions.ts'

/** The total of a measure of one product, or of all of them, in a month and in those it is held against. */
export interface ReportLine {
  readonly product: Product | 'all'
  readonly measure: Measure
  /** Undefined where nothing of it is known. */
  readonly amount: number | undefined
  readonly state: AmountState
  /** Undefined where one of both is not known for sure. */
  readonly before: ComparedSums | undefined
  readonly yearBefore: ComparedSums | undefined
}

/** What a gigabyte of a product costs in a month, and cost in those it is held against. */
export interface PriceLine {
  readonly product: Product
  readonly currency: string
  /** How far what it cost this month can be relied on. */
  readonly state: AmountState
  readonly now: GigabyteCost
  readonly before: GigabyteCost | undefined
  readonly yearBefore: GigabyteCost | undefined
}

/** The lines of each product, and where there are several those of all of them. */
export function reportLines(
  answers: readonly ProductAnswers[],
  month: ReportMonth,
  now: Date,
): ReportLine[] {
  const own = answers.flatMap((answer) =>
    measuresOf([answer]).flatMap((measure) =>
      lineOf(answer.product, [answer], measure, month, now),
    ),
  )
  if (answers.length < 2) return own
  const all = measuresOf(answers)
    .filter((measure) => measure !== 'commands')
    .flatMap((measure) => lineOf('all', answers, measure, month, now))
  return [...all, ...own]
}

/** What a gigabyte costs, product by product; products and currencies have no price together. */
export function priceLines(answers: readonly ProductAnswers[]): PriceLine[] {
  return answers.flatMap(({ product, days, before, yearBefore }) =>
    (days?.currencies ?? []).flatMap((currency) => {
      const priceOf = (series: UsageSeries | undefined) =>
        series && costPerGigabyte(series, series.parts, currency)
      const now = priceOf(days)
      if (!days || !now) return []
      const state = seriesState(days, { currency })
      const earlier = { before: priceOf(before), yearBefore: priceOf(yearBefore) }
      return [{ product, currency, state, now, ...earlier }]
    }),
  )
}

/** What is measured: data, Commands where they are told, and money in each currency. */
function measuresOf(answers: readonly ProductAnswers[]): Measure[] {
  const currencies = answers.flatMap(({ days, before, yearBefore }) =>
    [days, before, yearBefore].flatMap((series) => series?.currencies ?? []),
  )
  return [
    'data',
    ...(answers.some(({ product }) => factsOf(product).tellsCommands) ? ['commands' as const] : []),
    ...[...new Set(currencies)].sort().map((currency) => ({ currency })),
  ]
}

function lineOf(
  product: ReportLine['product'],
  answers: readonly ProductAnswers[],
  measure: Measure,
  { interval, before, yearBefore }: ReportMonth,
  now: Date,
): ReportLine[] {
  const months = answers.map(({ days }) => days)
  if (months.includes(undefined)) return []
  const there = months.flatMap((series) => series ?? [])
  const products = answers.map((answer) => answer.product)
  const state = worstOf(there.map((series) => seriesState(series, measure)))
  const amounts = there.map((series) => toldOfSeries(series, measure, 'total'))
  // What is not known of one product leaves what is known of the others, and is no zero.
  const known = amounts.flatMap((amount) => amount ?? [])
  const amount =
    known.length === 0 || (known.length < amounts.length && known.every((one) => one === 0))
      ? undefined
      : known.reduce(add(measure), 0)
  const against = (
    earlier: Interval,
    seriesOf: (answer: ProductAnswers) => UsageSeries | undefined,
  ) => {
    const stretch = comparedStretch(interval, earlier, products, now)
    return stretch && compared(answers, measure, stretch, seriesOf)
  }
  return [
    {
      ...{ product, measure, state, amount },
      before: against(before, (answer) => answer.before),
      yearBefore: against(yearBefore, (answer) => answer.yearBefore),
    },
  ]
}

function compared(
  answers: readonly ProductAnswers[],
  measure: Measure,
  stretch: ComparedStretch,
  earlierOf: (answer: ProductAnswers) => UsageSeries | undefined,
): ComparedSums | undefined {
  const sumOf = (
    seriesOf: (answer: ProductAnswers) => UsageSeries | undefined,
    interval: Interval,
  ) =>
    answers.reduce<number | undefined>((sum, answer) => {
      const own = sumWithin(seriesOf(answer), measure, interval)
      return sum === undefined || own === undefined ? undefined : add(measure)(sum, own)
    }, 0)
  const later = sumOf(({ days }) => days, stretch.later)
  const earlier = sumOf(earlierOf, stretch.earlier)
  if (later === undefined || earlier === undefined) return undefined
  return {
    ...{ later, earlier },
    laterDuration: durationOf(stretch.later),
    earlierDuration: durationOf(stretch.earlier),
  }
}

/** What some days of a series come to; undefined where one of them is not known for sure. */
function sumWithin(
  series: UsageSeries | undefined,
  measure: Measure,
  { start, end }: Interval,
): number | undefined {
  if (!series) return undefined
  return series.buckets.reduce<number | undefined>((sum, bucket, index) => {
    if (bucket.start < start || bucket.start >= end) return sum
    if (sum === undefined || amountState(bucket, measure) !== 'final') return undefined
    return add(measure)(sum, bucketTotal(series, measure, 'total', index))
  }, 0)
}

function add(measure: Measure): (a: number, b: number) => number {
  return typeof measure === 'object' ? addMoney : (a, b) => a + b
}

/** What is made of several amounts is as sure as the least sure of them. */
function worstOf(states: readonly AmountState[]): AmountState {
  const order = ['unknown', 'future', 'provisional', 'final'] as const
  return order.find((state) => states.includes(state)) ?? 'final'
}
