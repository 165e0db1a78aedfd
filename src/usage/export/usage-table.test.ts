import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { readWorkbook } from '#testing/read-workbook.ts'
import { resolveQuestion, type UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from '../series/build-series.ts'
import { earlierQuery } from '../series/compared-question.ts'
import { buildComparison } from '../series/comparison.ts'
import type { Measure } from '../series/usage-series.ts'
import { bucketsOf, type Granularity } from '../time/granularity.ts'
import { exportCsv, exportTabs } from './export-csv.ts'
import { exportExcel } from './export-excel.ts'
import { exportUsageJson } from './export-json.ts'
import { buildExport, type ExportedUsage } from './exported-usage.ts'
import { usageTable } from './usage-table.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const NO_FLOW = { total: 0, download: 0, upload: 0 }

const record = (date: string, part: string, bytes: number, charged = true): UsageRecord => ({
  period: { start: new Date(`${date}T00:00:00Z`), end: new Date(`${date}T23:59:59Z`) },
  part,
  data: { total: bytes, download: bytes - 1, upload: 1 },
  commands: NO_FLOW,
  cost: { amount: charged ? bytes / 3 : 0, currency: charged ? 'USD' : undefined },
})

/** Days from the 15th of November on, of which the 16th could not be read. */
function shown(measure: Measure, names: (key: string) => string = (key) => key) {
  const resolved = resolveQuestion(
    {
      product: 'super-sim',
      accounts: ['main'],
      filter: {},
      group: 'fleet',
      range: { kind: 'days', first: '2026-11-15', last: '2026-11-21' },
      granularity: 'day',
    },
    NOW,
  )
  if (resolved.kind !== 'query') throw new Error(resolved.problem.kind)
  const records = [
    record('2026-11-15', 'a', 3_000_000_001),
    record('2026-11-15', 'b', 10),
    record('2026-11-17', 'b', 20),
    record('2026-11-19', 'a', 30, false),
    record('2026-11-20', 'a', 40, false),
  ]
  const gap = { start: new Date('2026-11-16'), end: new Date('2026-11-17') }
  const series = buildSeries(resolved.query, records, [gap], NOW)
  return {
    series,
    measure,
    direction: 'total' as const,
    names,
    comparison: undefined,
    arrivals: undefined,
    timeZone: undefined,
  }
}

const SOURCE = {
  product: 'super-sim',
  accounts: ['main'],
  measure: 'data',
  direction: 'total',
  granularity: 'day',
  asOf: '2026-11-20T12:00:00.000Z',
}

const read = (text: string, delimiter = ',') => Papa.parse<string[]>(text, { delimiter }).data

describe('what is taken away', () => {
  it('says once what was odd, and has no column for it where nothing was', () => {
    const clean = shown('data')
    const odd = {
      ...clean,
      series: { ...clean.series, oddities: [{ kind: 'partsExceed', amount: 7 }] as const },
    }
    const sentence = 'The parts add up to more than KORE’s total by 7 B; the parts are shown.'
    const lines = read(exportCsv(usageTable(buildExport(odd))))
    expect(lines.map((line) => line.at(-1))).toEqual([
      'notes',
      sentence,
      ...lines.slice(2).map(() => ''),
    ])
    expect(read(exportCsv(usageTable(buildExport(clean))))[0]).not.toContain('notes')
    expect(JSON.parse(exportUsageJson(buildExport(odd), SOURCE))).toMatchObject({
      notes: [sentence],
    })
    expect(JSON.parse(exportUsageJson(buildExport(clean), SOURCE))).not.toHaveProperty('notes')
  })

  it('sums money to the millionth in every export', () => {
    const { series, ...rest } = shown({ currency: 'USD' })
    const [part] = series.parts
    if (!part) throw new Error('no part')
    const column = series.buckets.map(() => 0.1)
    const cost = new Map([['USD', column]])
    const parts = [0, 1, 2].map(() => ({ ...part, cost }))
    const exported = buildExport({ ...rest, series: { ...series, parts } }, 3)
    expect(exported.buckets.at(-1)?.total).toBe(0.3)
    expect(exported.total).toBe(0.9)
  })

  it('is every bucket with its state, in UTC and in whole bytes', () => {
    expect(exportCsv(usageTable(buildExport(shown('data')))).split('\r\n')).toEqual([
      'start,end,state,total (bytes),a (bytes),b (bytes)',
      '2026-11-15T00:00:00.000Z,2026-11-16T00:00:00.000Z,final,3000000011,3000000001,10',
      '2026-11-16T00:00:00.000Z,2026-11-17T00:00:00.000Z,unknown,,,',
      '2026-11-17T00:00:00.000Z,2026-11-18T00:00:00.000Z,final,20,0,20',
      '2026-11-18T00:00:00.000Z,2026-11-19T00:00:00.000Z,final,0,0,0',
      '2026-11-19T00:00:00.000Z,2026-11-20T00:00:00.000Z,provisional,30,30,0',
      '2026-11-20T00:00:00.000Z,2026-11-21T00:00:00.000Z,provisional,40,40,0',
      '2026-11-21T00:00:00.000Z,2026-11-22T00:00:00.000Z,future,,,',
    ])
  })

  it('adds up to what the chart shows', () => {
    const { total, buckets } = buildExport(shown('data'))
    expect(total).toBe(shown('data').series.total.data.total)
    expect(buckets.reduce((sum, bucket) => sum + (bucket.total ?? 0), 0)).toBe(total)
  })

  it('never tells a charge that is not known as zero', () => {
    const rows = read(exportCsv(usageTable(buildExport(shown({ currency: 'USD' })))))
    expect(rows[0]?.[3]).toBe('total (USD)')
    expect(rows[1]?.slice(2)).toEqual([
      'final',
      '1000000003.666666',
      '1000000000.333333',
      '3.333333',
    ])
    expect(rows[5]?.slice(2)).toEqual(['unknown', '', '', ''])
  })

  it('is the newest rows where only those are shown', () => {
    const { buckets, total } = buildExport(shown('data'), 3)
    expect(buckets.map(({ start }) => start.slice(0, 10))).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ])
    expect(total).toBe(70)
  })

  it('comes with tabs for a spreadsheet, and as JSON with what it is of', () => {
    const exported = buildExport(shown('data'))
    expect(exportTabs(usageTable(exported)).split('\n')[1]?.split('\t')).toHaveLength(6)
    const json = JSON.parse(exportUsageJson(exported, SOURCE))
    expect(json).toMatchObject({ ...SOURCE, unit: 'bytes', total: exported.total })
    expect(json.buckets[1]).toMatchObject({ state: 'unknown', total: null })
    expect(json.buckets[0].parts).toEqual([
      { key: 'a', name: 'a', amount: 3_000_000_001 },
      { key: 'b', name: 'b', amount: 10 },
    ])
  })

  it('says the same as a workbook, where times are dates', async () => {
    const content = await exportExcel(usageTable(buildExport(shown('data'))))
    const { rows } = readWorkbook(new Uint8Array(await content.arrayBuffer()))
    const day = (date: string) => new Date(`2026-11-${date}T00:00:00Z`)
    expect(rows).toEqual([
      ['start', 'end', 'state', 'total (bytes)', 'a (bytes)', 'b (bytes)'],
      [day('15'), day('16'), 'final', 3_000_000_011, 3_000_000_001, 10],
      [day('16'), day('17'), 'unknown'],
      [day('17'), day('18'), 'final', 20, 0, 20],
      [day('18'), day('19'), 'final', 0, 0, 0],
      [day('19'), day('20'), 'provisional', 30, 30, 0],
      [day('20'), day('21'), 'provisional', 40, 40, 0],
      [day('21'), day('22'), 'future'],
    ])
  })

  it('is never a formula, whatever a SIM is called, and comes back as it was', () => {
    for (const text of [...HOSTILE_STRINGS, '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      const exported = buildExport(shown('data', () => text))
      for (const [head] of [
        read(exportCsv(usageTable(exported))),
        read(exportTabs(usageTable(exported)), '\t'),
      ]) {
        expect(head).toHaveLength(6)
        for (const name of head?.slice(4) ?? []) {
          expect(name).not.toMatch(/^[=+\-@\t\r]/)
          expect(name.replaceAll("'", '')).toBe(`${text} (bytes)`.replaceAll("'", ''))
        }
      }
    }
  })
})

/** The last days of October and the first of November, by day and by month, held against the month before. */
function compared(first: string, last: string, granularity: Granularity) {
  const range = { kind: 'days', first, last } as const
  const resolved = resolveQuestion(
    { product: 'super-sim', accounts: ['main'], filter: {}, range, granularity },
    NOW,
  )
  if (resolved.kind !== 'query') throw new Error(resolved.problem.kind)
  const asked = { query: resolved.query, range, period: 'last-month' } as const
  const then = earlierQuery(asked, NOW, undefined)
  if (!then) throw new Error('nothing to compare with')
  const seriesOf = (query: UsageQuery, bytes: number) => {
    const days = bucketsOf(query.interval, 'day').map(({ start }) => start.toISOString())
    const records = days.map((day) => record(day.slice(0, 10), 'whole', bytes))
    return buildSeries(query, records, [], NOW)
  }
  const series = seriesOf(asked.query, 300)
  const comparison = buildComparison(asked, series, seriesOf(then, 200), 'settled')
  return buildExport({ ...shown('data'), series, comparison })
}

describe('what is taken away of a comparison', () => {
  it('is what each bucket is held against, after all other columns', () => {
    const rows = exportCsv(usageTable(compared('2026-10-30', '2026-10-31', 'day'))).split('\r\n')
    expect(rows.map((row) => row.split(',').slice(4).join(','))).toEqual([
      'whole (bytes),earlier start,earlier end,earlier (bytes),compared with it (bytes),growth (%),growth per day (%),of',
      '300,2026-09-30T00:00:00.000Z,2026-10-01T00:00:00.000Z,200,300,50,,',
      '300,,,,,,,',
    ])
  })

  it('says of which days the growth of the whole is, and per day where one is longer', () => {
    const json = (exported: ExportedUsage) => JSON.parse(exportUsageJson(exported, SOURCE))
    expect(json(compared('2026-10-30', '2026-10-31', 'day'))).toMatchObject({
      total: 600,
      compared: { earlier: 200, later: 300, growthPercent: 50, of: '1 of 2 days' },
      buckets: [{ compared: { growthPercent: 50 } }, {}],
    })
    expect(json(compared('2026-10-01', '2026-10-31', 'month'))).toMatchObject({
      total: 9300,
      compared: {
        start: '2026-09-01T00:00:00.000Z',
        end: '2026-10-01T00:00:00.000Z',
        earlier: 6000,
        later: 9300,
        growthPercent: 55,
        growthPerDayPercent: 50,
        of: '31 days with 30 days',
      },
      buckets: [{ compared: { growthPercent: 55, growthPerDayPercent: 50 } }],
    })
  })
})
