import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { days, resolve, usage } from '#testing/compared-days.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { costColumns } from './cost-columns.tsx'
import { exportColumns } from './exported-columns.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DAY = new Date('2026-11-10')

/** A network, and what it cost; undefined where no charge is told. */
function network(part: string, currency?: string): UsageRecord {
  const record = usage(DAY, 2_000_000_000, part)
  return currency ? { ...record, cost: { amount: 6, currency } } : record
}

it('holds no zero for what is not charged, or not told', () => {
  const query = {
    ...resolve(days('2026-11-10', '2026-11-10'), 'day'),
    product: 'super-sim' as const,
    group: 'network' as const,
    members: ['dollars', 'euros', 'uncharged', 'part', 'unused'],
  }
  const records = [
    network('dollars', 'USD'),
    network('euros', 'EUR'),
    network('uncharged'),
    network('part', 'EUR'),
    network('part'),
  ]
  const series = buildSeries(query, records, [], NOW)
  const columns = costColumns(series).filter(({ key }) => key.startsWith('cost'))
  expect(exportColumns(columns, series.parts)).toEqual({
    headings: ['cost (EUR)', 'cost (USD)'],
    rows: [
      [0, 6],
      [6, 0],
      [undefined, undefined],
      [6, undefined],
      [0, 0],
    ],
  })
  const cells = series.parts.map((part) => columns.map(({ cell }) => cell(part)))
  const shown = (index: number) =>
    renderToStaticMarkup(createElement('td', {}, ...(cells[index] ?? [])))
  expect(shown(2)).toBe('<td>––</td>')
  expect(shown(1)).toContain('$0.00')
})
