import { describe, expect, it } from 'vitest'
import { compare, days, NOW, resolve } from '#testing/compared-days.ts'
import { dayStart } from '../time/calendar.ts'
import { describeCut, formatWholeGrowth } from '../words/comparison-words.ts'
import type { ComparedQuestion } from './compared-question.ts'
import { laterQuery } from './compared-question.ts'

describe('a comparison of whole calendar months', () => {
  const october = days('2026-10-01', '2026-10-31')

  it('holds all of a month against all of the month before, and says so', () => {
    const { sums, amounts, comparison } = compare(october, 'last-month', 'settled')
    // 31 days of 3 bytes, 30 days of 2.
    expect(sums).toMatchObject({ later: 93, earlier: 60 })
    expect(describeCut(comparison, 'data')).toBe('31 days with 30 days compared')
    expect(formatWholeGrowth(comparison, 'data', 'total')).toBe(
      '+55.0%, per day +50.0% (31 days with 30 days) vs 1 Sep – 30 Sep 2026',
    )
    // Its days are held against days still, and the last has none.
    expect(amounts.at(-1)).toBeUndefined()
  })

  it('says nothing of days where both are as long', () => {
    const { comparison } = compare(days('2026-08-01', '2026-08-31'), 'last-month', 'settled')
    expect(formatWholeGrowth(comparison, 'data', 'total')).toBe('+50.0% vs 1 Jul – 31 Jul 2026')
  })

  it('holds days against days where not all of both is there', () => {
    const november = days('2026-11-01', '2026-11-30')
    const { sums, comparison } = compare(november, 'last-month', 'settled')
    // The 18th ended 36 hours ago.
    expect(sums).toMatchObject({ later: 51, earlier: 34 })
    expect(describeCut(comparison, 'data')).toBe(
      '17 of 30 days compared; 3 are not settled on both sides, 10 have not begun',
    )
    expect(formatWholeGrowth(comparison, 'data', 'total')).toBe(
      '+50.0% (17 of 30 days) vs 1 Oct – 31 Oct 2026',
    )
    const gap = { start: dayStart('2026-09-09'), end: dayStart('2026-09-10') }
    const unread = compare(october, 'last-month', 'settled', { missing: [gap] })
    expect(unread.sums).toMatchObject({ later: 87, earlier: 58 })
    expect(describeCut(unread.comparison, 'data')).toBe(
      '29 of 31 days compared; 1 could not be read, 1 has no counterpart',
    )
  })

  it('compares the days of a month that is running, though it is shown as one total', () => {
    const range = days('2026-11-01', '2026-11-30')
    const asked: ComparedQuestion = { query: resolve(range, 'total'), range, period: 'last-month' }
    expect(laterQuery(asked, NOW, undefined).granularity).toBe('day')
    const past = { ...asked, query: resolve(october, 'total'), range: october }
    expect(laterQuery(past, NOW, undefined)).toBe(past.query)
  })
})
