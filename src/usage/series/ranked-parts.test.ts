import { describe, expect, it } from 'vitest'
import type { RankedBy } from '../question/ranked-by.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from './build-series.ts'
import { rankOthers, rankParts } from './ranked-parts.ts'
import type { Measure } from './usage-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'country',
  interval: { start: new Date('2026-11-01'), end: new Date('2026-11-02') },
  granularity: 'day',
}

/** Twelve countries: `AA` used most and cost least, `LL` used least and cost most. */
const COUNTRIES = [...'ABCDEFGHIJKL'].map((letter) => letter + letter)
const RECORDS = COUNTRIES.map((part, index): UsageRecord => {
  const bytes = 1200 - 50 * index
  return {
    period: QUERY.interval,
    part,
    data: { total: bytes, download: bytes - index, upload: index },
    commands: NO_FLOW,
    cost: { amount: index + 1, currency: index === 11 ? 'EUR' : 'USD' },
  }
})

function ranked(rankedBy: RankedBy | undefined, measure: Measure) {
  const series = buildSeries({ ...QUERY, ...(rankedBy ? { rankedBy } : {}) }, RECORDS, [], NOW)
  const shown = { series, measure, direction: 'total' as const, comparison: undefined }
  const words = (one: { part: { key: string }; amount: number }) => `${one.part.key} ${one.amount}`
  return { parts: rankParts(shown).map(words), others: rankOthers(shown).map(words) }
}

describe('the parts of a stack', () => {
  it('are the ten largest by data, and the others in the end however much they are', () => {
    const { parts, others } = ranked(undefined, 'data')
    expect(parts).toHaveLength(11)
    expect(parts[0]).toBe('AA 1200')
    expect(parts.slice(-2)).toEqual(['JJ 750', 'others 1350'])
    expect(others).toEqual(['KK 700', 'LL 650'])
  })

  it('are the ten that cost most of one currency where cost is shown', () => {
    const { parts, others } = ranked({ currency: 'USD' }, { currency: 'USD' })
    expect(parts.slice(0, 2)).toEqual(['KK 11', 'JJ 10'])
    expect(parts.slice(-2)).toEqual(['BB 2', 'others 1'])
    expect(others).toEqual(['AA 1', 'LL 0'])
  })

  it('are ranked by the first currency by its code where none is named', () => {
    const { parts } = ranked({ currency: '' }, { currency: 'EUR' })
    expect(parts[0]).toBe('LL 12')
  })
})
