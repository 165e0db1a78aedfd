import { describe, expect, it } from 'vitest'
import { billingMonthsOf } from '../kore/billing-days.ts'
import type { BillingMonths } from '../time/billing-month.ts'
import { resolveRange, type TimeRange } from '../time/time-range.ts'
import { fittingGranularities, resolveQuestion } from './usage-query.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

const resolve = (range: TimeRange, granularity: 'auto' | 'hour' | 'day' = 'auto') =>
  resolveQuestion(
    { product: 'programmable-wireless', accounts: ['main'], filter: {}, range, granularity },
    NOW,
  )

it('resolves the last 30 days to whole days, today included', () => {
  expect(resolve({ kind: 'last', count: 30, unit: 'days' })).toMatchObject({
    kind: 'query',
    query: {
      granularity: 'day',
      interval: { start: new Date('2026-10-22'), end: new Date('2026-11-21') },
    },
  })
})

it('refuses hours for longer than they can be read, and offers what fits', () => {
  const days = (count: number) => resolve({ kind: 'last', count, unit: 'days' }, 'hour')
  expect(days(92)).toMatchObject({ kind: 'query' })
  expect(days(93)).toMatchObject({
    kind: 'problem',
    problem: { kind: 'tooLong', granularity: 'hour', fits: 'day' },
  })
  const range = { kind: 'last', count: 93, unit: 'days' } as const
  expect(fittingGranularities(resolveRange(range, NOW))).toEqual(['day', 'week', 'month', 'total'])
})

it('knows the future and the past that nobody keeps', () => {
  const days = (first: string, last: string) => resolve({ kind: 'days', first, last })
  expect(days('2026-11-21', '2026-11-22')).toMatchObject({ problem: { kind: 'inFuture' } })
  expect(days('2026-11-20', '2026-11-22')).toMatchObject({ kind: 'query' })
  const lost = { kind: 'beyondRetention', retentionStart: new Date('2025-05-20') }
  // What is older than KORE remembers may have been kept here, but not for ever.
  expect(days('2025-05-01', '2025-05-19')).toMatchObject({ kind: 'query' })
  expect(days('2016-11-01', '2016-11-19')).toMatchObject({ problem: lost })
  const exact = { range: { kind: 'days', first: '2025-05-01', last: '2025-05-19' } } as const
  expect(
    resolveQuestion(
      {
        product: 'super-sim',
        accounts: ['main'],
        filter: {},
        granularity: 'day',
        ...exact,
        exact: true,
      },
      NOW,
    ),
  ).toMatchObject({ problem: lost })
  expect(days('2025-05-01', '2025-05-20')).toMatchObject({ kind: 'query' })
})

describe('a range of billing months', () => {
  const of = (billingMonths: BillingMonths) =>
    resolveQuestion(
      {
        product: 'super-sim',
        accounts: ['main', 'north'],
        filter: {},
        range: { kind: 'lastBillingMonths', count: 1 },
        granularity: 'day',
        billingMonths,
      },
      NOW,
    )

  it('is of the accounts’ day, and refused where they have several', () => {
    const north = { billingDays: { 'super-sim': 15 } }
    expect(of(billingMonthsOf([north, north], ['super-sim'])).interval).toEqual({
      start: new Date('2026-10-15'),
      end: new Date('2026-11-15'),
    })
    expect(of(billingMonthsOf([north, {}], ['super-sim']))).toMatchObject({
      kind: 'problem',
      problem: { kind: 'billingMonthsDiffer', days: [1, 15] },
    })
    // Another product is no reason.
    expect(billingMonthsOf([north, {}], ['programmable-wireless'])).toEqual({ kind: 'day', day: 1 })
  })
})
