import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { days, resolve, usage } from '#testing/compared-days.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { BucketTooltip } from './bucket-tooltip.tsx'

it('tells no zero of a bucket that is not charged', () => {
  const query = {
    ...resolve(days('2026-11-09', '2026-11-10'), 'day'),
    product: 'super-sim' as const,
  }
  const cost = { amount: 6, currency: 'USD' }
  const records = [
    { ...usage(new Date('2026-11-09'), 2_000_000_000), cost },
    usage(new Date('2026-11-10'), 2_000_000_000),
  ]
  const series = buildSeries(query, records, [], new Date('2026-11-20T12:00:00Z'))
  const told = (index: number) =>
    renderToStaticMarkup(
      createElement(BucketTooltip, {
        series,
        measure: { currency: 'USD' },
        direction: 'total',
        comparison: undefined,
        arrivals: undefined,
        timeZone: undefined,
        names: () => 'All',
        index,
      }),
    )
  expect(told(0)).toContain('<td>$6.00</td>')
  expect(told(1)).toContain('<td>–</td>')
  expect(told(1)).not.toContain('$0.00')
})
