import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { resolveQuestion } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from '../series/build-series.ts'
import type { Measure } from '../series/usage-series.ts'
import { exportCsv, exportJson, exportTabs } from './export-text.ts'
import { buildExport, exportFileName } from './exported-usage.ts'

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

const read = (csv: string) => Papa.parse<string[]>(csv).data

describe('what is taken away', () => {
  it('says once what was odd, and has no column for it where nothing was', () => {
    const clean = shown('data')
    const odd = {
      ...clean,
      series: { ...clean.series, oddities: [{ kind: 'partsExceed', amount: 7 }] as const },
    }
    const sentence = 'The parts add up to more than KORE’s total by 7 B; the parts are shown.'
    const lines = read(exportCsv(buildExport(odd)))
    expect(lines.map((line) => line.at(-1))).toEqual([
      'notes',
      sentence,
      ...lines.slice(2).map(() => ''),
    ])
    expect(read(exportCsv(buildExport(clean)))[0]).not.toContain('notes')
    const source = {
      product: 'super-sim',
      accounts: ['main'],
      measure: 'data',
      direction: 'total',
      granularity: 'day',
      asOf: '2026-11-20T12:00:00.000Z',
    }
    expect(JSON.parse(exportJson(buildExport(odd), source))).toMatchObject({ notes: [sentence] })
    expect(JSON.parse(exportJson(buildExport(clean), source))).not.toHaveProperty('notes')
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
    expect(exportCsv(buildExport(shown('data'))).split('\r\n')).toEqual([
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
    const rows = read(exportCsv(buildExport(shown({ currency: 'USD' }))))
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
    expect(exportTabs(exported).split('\n')[1]?.split('\t')).toHaveLength(6)
    const source = {
      product: 'super-sim',
      accounts: ['main'],
      measure: 'data',
      direction: 'total',
      granularity: 'day',
      asOf: NOW.toISOString(),
    }
    const json = JSON.parse(exportJson(exported, source))
    expect(json).toMatchObject({ ...source, unit: 'bytes', total: exported.total })
    expect(json.buckets[1]).toMatchObject({ state: 'unknown', total: null })
    expect(json.buckets[0].parts).toEqual([
      { key: 'a', name: 'a', amount: 3_000_000_001 },
      { key: 'b', name: 'b', amount: 10 },
    ])
  })

  it('is never a formula, whatever a SIM is called, and comes back as it was', () => {
    for (const text of [...HOSTILE_STRINGS, '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      const exported = buildExport(shown('data', () => text))
      for (const name of read(exportCsv(exported))[0]?.slice(4) ?? []) {
        expect(name).not.toMatch(/^[=+\-@\t\r]/)
        expect(name.replace(/^'/, '')).toBe(`${text} (bytes)`.replace(/^'/, ''))
      }
    }
  })
})

describe('the name of a file', () => {
  const interval = { start: new Date('2026-11-15'), end: new Date('2026-11-22') }

  it('says what it is of, and has no room for a path', () => {
    expect(exportFileName('Data, Truck 7', interval, 'csv')).toBe(
      'roamboard-data-truck-7_2026-11-15_2026-11-21.csv',
    )
    for (const text of HOSTILE_STRINGS) {
      expect(exportFileName(text, interval, 'csv')).toMatch(/^roamboard[a-z0-9-]*_[\d_-]+\.csv$/)
    }
  })
})
