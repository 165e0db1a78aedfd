import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { NO_FLOW } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { chartedOf, measureOf, measuresOf } from './shown-measure.ts'

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  interval: { start: new Date('2026-11-01'), end: new Date('2026-11-02') },
  granularity: 'day',
}
const charged = (currency: string) => ({
  period: QUERY.interval,
  part: 'whole',
  data: { total: 1, download: 1, upload: 0 },
  commands: NO_FLOW,
  cost: { amount: 1, currency },
})
const SERIES = buildSeries(
  QUERY,
  [charged('USD'), charged('EUR')],
  [],
  new Date('2026-11-20T12:00:00Z'),
)
const MEASURES = measuresOf(SERIES, 'all')

describe('what a chart shows', () => {
  it('can be data and the cost in each currency; of Super SIM no Commands', () => {
    expect(MEASURES).toEqual(['data', { currency: 'EUR' }, { currency: 'USD' }])
  })

  it('is what the address asks for, and data where there is no such thing', () => {
    expect(measureOf('cost', MEASURES)).toEqual({ currency: 'EUR' })
    expect(measureOf('cost-USD', MEASURES)).toEqual({ currency: 'USD' })
    expect(measureOf('commands', MEASURES)).toBe('data')
    expect(measureOf('cost-GBP', MEASURES)).toBe('data')
  })

  it('is asked for by the address in the same words', () => {
    const words = MEASURES.map((measure) => chartedOf(measure, SERIES))
    expect(words).toEqual(['data', 'cost', 'cost-USD'])
  })
})
