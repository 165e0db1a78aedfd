import { describe, expect, it } from 'vitest'
import type { Product } from '../kore/products.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from '../series/build-series.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import { bucketsOf } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { priceLines, reportLines } from './report-lines.ts'
import { type ReportMonth, reportMonth } from './report-month.ts'
import { type ProductAnswers, productQuestions } from './report-questions.ts'

const GB = 1_000_000_000

/** A month in which every day was so many gigabytes, at so much each; undefined for no charge. */
function monthOf(
  product: Product,
  interval: Interval,
  now: Date,
  { gigabytes = 1, price = 2, currency = 'USD', lacks = -1 } = {},
): UsageSeries {
  const records = bucketsOf(interval, 'day')
    .filter(({ start }) => start < now)
    .flatMap((period, index): UsageRecord[] => {
      const isIn =
        product !== 'super-sim' || now.getTime() - period.end.getTime() >= MILLISECONDS_PER_DAY
      const uncharged: UsageRecord = {
        period,
        part: product === 'super-sim' ? 'whole' : 'home',
        data: { total: gigabytes * GB, download: gigabytes * GB, upload: 0 },
        commands: NO_FLOW,
      }
      const charged = { ...uncharged, cost: { amount: gigabytes * price, currency } }
      // One day may be charged in part.
      return index === lacks ? [charged, uncharged] : [isIn ? charged : uncharged]
    })
  const query = { product, accounts: ['main'], filter: {}, granularity: 'day', interval } as const
  return buildSeries(query, records, [], now)
}

function answersOf(
  product: Product,
  month: ReportMonth,
  now: Date,
  {
    days = {},
    before = {},
    yearBefore = {},
  }: Partial<Record<'days' | 'before' | 'yearBefore', object>> = {},
): ProductAnswers {
  return {
    ...{ product, forecast: undefined, dimensions: [] },
    stretch: productQuestions(product, ['main'], month, now).stretch,
    days: monthOf(product, month.interval, now, days),
    before: monthOf(product, month.before, now, before),
    yearBefore: monthOf(product, month.yearBefore, now, yearBefore),
  }
}

const NOW = new Date('2026-11-20T12:00:00Z')
const USD = { currency: 'USD' }

describe('the lines of a report', () => {
  const october = reportMonth('2026-10', NOW)

  it('hold whole months against whole months, with how long each was', () => {
    const answers = [
      answersOf('super-sim', october, NOW, { before: { gigabytes: 2 }, yearBefore: { price: 1 } }),
    ]
    const day = MILLISECONDS_PER_DAY
    expect(reportLines(answers, october, NOW)).toEqual([
      {
        ...{ product: 'super-sim', measure: 'data', amount: 31 * GB, state: 'final' },
        before: {
          later: 31 * GB,
          earlier: 60 * GB,
          laterDuration: 31 * day,
          earlierDuration: 30 * day,
        },
        yearBefore: {
          later: 31 * GB,
          earlier: 31 * GB,
          laterDuration: 31 * day,
          earlierDuration: 31 * day,
        },
      },
      {
        ...{ product: 'super-sim', measure: USD, amount: 62, state: 'final' },
        before: { later: 62, earlier: 120, laterDuration: 31 * day, earlierDuration: 30 * day },
        yearBefore: { later: 62, earlier: 31, laterDuration: 31 * day, earlierDuration: 31 * day },
      },
    ])
  })

  it('add products up, and never two currencies', () => {
    const answers = [
      answersOf('programmable-wireless', october, NOW, {
        days: { price: 3, currency: 'EUR' },
        before: { currency: 'EUR' },
      }),
      answersOf('super-sim', october, NOW),
    ]
    const all = reportLines(answers, october, NOW).filter(({ product }) => product === 'all')
    expect(all.map(({ measure, amount }) => [measure, amount])).toEqual([
      ['data', 62 * GB],
      [{ currency: 'EUR' }, 93],
      [USD, 62],
    ])
  })

  it('hold only settled days against as many while the month is running', () => {
    const november = reportMonth('2026-11', NOW)
    const [data, cost] = reportLines([answersOf('super-sim', november, NOW)], november, NOW)
    // By 20 November, 12:00, the 18th is the last day that is settled.
    expect(data).toMatchObject({ amount: 20 * GB, state: 'provisional' })
    expect(data?.before).toMatchObject({ later: 18 * GB, earlier: 18 * GB })
    expect(cost).toMatchObject({ amount: 36, state: 'provisional', before: { later: 36 } })
  })

  it('do not take a missing charge for a cost of nothing', () => {
    const answers = [answersOf('super-sim', october, NOW, { before: { lacks: 4 } })]
    const [data, cost] = reportLines(answers, october, NOW)
    expect(data?.before).toBeDefined()
    expect(cost).toMatchObject({ amount: 62, before: undefined })
    expect(cost?.yearBefore).toBeDefined()
  })

  it('have a price of a gigabyte of their own', () => {
    const answers = [answersOf('super-sim', october, NOW, { before: { price: 1.5 } })]
    expect(priceLines(answers)).toMatchObject([
      {
        product: 'super-sim',
        currency: 'USD',
        state: 'final',
        now: { cost: 2 },
        before: { cost: 1.5 },
      },
    ])
  })
})
