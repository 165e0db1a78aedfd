import { expect, it } from 'vitest'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { type BillingMonths, billingMonthAt } from './billing-month.ts'
import type { Interval } from './interval.ts'
import { resolveRange } from './time-range.ts'

const at = (moment: string) => new Date(moment)
const interval = (start: string, end: string): Interval => ({ start: at(start), end: at(end) })
const from = (day: number): BillingMonths => ({ kind: 'day', day })
const OWN: BillingMonths = {
  kind: 'periods',
  periods: [interval('2026-11-07', '2026-12-07'), interval('2026-10-09', '2026-11-07')],
}

inTimeZones('a billing month', () => {
  it('begins on its day, and lasts until it comes again', () => {
    expect(billingMonthAt(at('2026-11-15T00:00:00Z'), from(15))).toEqual(
      interval('2026-11-15', '2026-12-15'),
    )
    expect(billingMonthAt(at('2026-11-14T23:59:59Z'), from(15))).toEqual(
      interval('2026-10-15', '2026-11-15'),
    )
    expect(billingMonthAt(at('2026-01-05T12:00:00Z'), from(28))).toEqual(
      interval('2025-12-28', '2026-01-28'),
    )
    expect(billingMonthAt(at('2026-03-01T00:00:00Z'), from(28))).toEqual(
      interval('2026-02-28', '2026-03-28'),
    )
  })

  it('is followed back through the years', () => {
    expect(billingMonthAt(at('2026-03-10T00:00:00Z'), from(10), 3)).toEqual(
      interval('2025-12-10', '2026-01-10'),
    )
  })

  it('is the period that is told of a SIM, and before the oldest as long as a month', () => {
    const now = at('2026-11-20T12:00:00Z')
    expect(billingMonthAt(now, OWN)).toEqual(interval('2026-11-07', '2026-12-07'))
    expect(billingMonthAt(now, OWN, 1)).toEqual(interval('2026-10-09', '2026-11-07'))
    expect(billingMonthAt(now, OWN, 3)).toEqual(interval('2026-08-09', '2026-09-09'))
    // None is running any more.
    expect(billingMonthAt(at('2026-12-07T00:00:00Z'), OWN)).toEqual(
      interval('2026-12-01', '2027-01-01'),
    )
  })
})

it('makes ranges: the running one with today, and whole ones before it', () => {
  const now = at('2026-11-20T12:34:00Z')
  expect(resolveRange({ kind: 'thisBillingMonth' }, now, from(15))).toEqual(
    interval('2026-11-15', '2026-11-20T13:00:00Z'),
  )
  expect(resolveRange({ kind: 'lastBillingMonths', count: 1 }, now, from(15))).toEqual(
    interval('2026-10-15', '2026-11-15'),
  )
  expect(resolveRange({ kind: 'lastBillingMonths', count: 6 }, now, from(25))).toEqual(
    interval('2026-04-25', '2026-10-25'),
  )
  expect(resolveRange({ kind: 'lastBillingMonths', count: 2 }, now, OWN)).toEqual(
    interval('2026-09-09', '2026-11-07'),
  )
  expect(resolveRange({ kind: 'thisBillingMonth' }, now)).toEqual(
    interval('2026-11-01', '2026-11-20T13:00:00Z'),
  )
})
