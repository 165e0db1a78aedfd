import { describe, expect, it } from 'vitest'
import { days, NOW, resolve, usage } from '#testing/compared-days.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from './build-series.ts'
import { earlierQuery } from './compared-question.ts'
import {
  buildComparison,
  type ComparedSums,
  compareBucket,
  comparedCountrySums,
  comparedSums,
} from './comparison.ts'

const RANGE = days('2026-10-03', '2026-10-04')
const abroad = (day: string, bytes: number, country: string): UsageRecord => ({
  ...usage(new Date(day), bytes, 'internationalRoaming'),
  country,
})

/** Two days held against the two before: at home 5 after 4, in Germany 7 after 1, in France 2 after nothing. */
function compared() {
  const query = resolve(RANGE, 'day')
  const asked = { query, range: RANGE, period: 'previous' as const }
  const then = earlierQuery(asked, NOW, undefined)
  if (!then) throw new Error('nothing to compare with')
  const later = [
    usage(new Date('2026-10-03'), 5),
    abroad('2026-10-03', 7, 'DE'),
    abroad('2026-10-04', 2, 'FR'),
  ]
  const before = [usage(new Date('2026-10-01'), 4), abroad('2026-10-01', 1, 'DE')]
  const series = buildSeries(query, later, [], NOW)
  const comparison = buildComparison(asked, series, buildSeries(then, before, [], NOW), 'settled')
  return { series, comparison }
}

const amounts = (sums: ComparedSums | undefined) => sums && [sums.later, sums.earlier]

describe('what is compared', () => {
  it('is all parts, or one of them', () => {
    const { comparison } = compared()
    expect(amounts(comparedSums(comparison, 'data', 'total'))).toEqual([14, 5])
    expect(amounts(comparedSums(comparison, 'data', 'total', 'home'))).toEqual([5, 4])
  })

  it('is one country, new where nothing was used there before', () => {
    const { comparison } = compared()
    const of = (country: string) =>
      amounts(comparedCountrySums(comparison, 'data', 'total', country))
    expect(of('DE')).toEqual([7, 1])
    expect(of('FR')).toEqual([2, 0])
  })

  it('is one part of a bucket where that is shown alone', () => {
    const { series, comparison } = compared()
    expect(compareBucket(series, comparison, 'data', 'total', 0)?.before).toBe(5)
    expect(compareBucket(series, comparison, 'data', 'total', 0, 'home')?.before).toBe(4)
  })
})
