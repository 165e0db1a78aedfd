import { describe, expect, it } from 'vitest'
import { upstreamErrorOf } from '../upstream-error.ts'
import { SimSumsBuilder } from './sim-sums-builder.ts'

const A = `HS${'a'.repeat(32)}`
const B = `HS${'b'.repeat(32)}`

const day = (date: string) => ({
  start: new Date(`${date}T00:00:00Z`),
  end: new Date(`${date}T24:00:00Z`),
})
const DAYS = [day('2026-11-01'), day('2026-11-02')]

function record(sid: string | null, start: string, change: Record<string, unknown> = {}) {
  return {
    sim_sid: sid,
    period: { start_time: `${start}T00:00:00Z`, end_time: `${start}T24:00:00Z` },
    data_upload: 1,
    data_download: 2,
    data_total: 3,
    data_total_billed: '0.5',
    billed_unit: 'USD',
    ...change,
  }
}

describe('sums by SIM and period', () => {
  it('puts each record in its cell, in whatever order they come', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    expect(
      builder.addPage([
        record(A, '2026-11-02', { data_upload: '10', data_download: 20, data_total: 30 }),
        record(B, '2026-11-01'),
      ]),
    ).toBe(true)
    expect(builder.addPage([record(A, '2026-11-01')])).toBe(true)
    const { sids, periods, upload, download, cost } = builder.columns()
    expect([sids, periods]).toEqual([A + B, 2])
    expect([...upload]).toEqual([1, 10, 1, 0])
    expect([...download]).toEqual([2, 20, 2, 0])
    expect([...(cost.get('USD') ?? [])]).toEqual([0.5, 0.5, 0.5, 0])
  })

  it('keeps a charge that is not known apart from one of zero', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    builder.addPage([
      record(A, '2026-11-01', { data_total_billed: '0', billed_unit: null }),
      record(B, '2026-11-01', { data_total_billed: 0 }),
    ])
    const { uncharged, cost } = builder.columns()
    expect([...uncharged]).toEqual([3, 0, 0, 0])
    expect([...(cost.get('USD') ?? [])]).toEqual([0, 0, 0, 0])
  })

  it('keeps two currencies of one SIM and day apart', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    const page = ['USD', 'EUR', null].map((unit) => record(A, '2026-11-01', { billed_unit: unit }))
    expect(builder.addPage(page)).toBe(true)
    const { total, cost, uncharged, oddities } = builder.columns()
    expect([...total]).toEqual([9, 0])
    expect([...uncharged]).toEqual([3, 0])
    expect(Object.fromEntries([...cost].map(([unit, column]) => [unit, [...column]]))).toEqual({
      USD: [0.5, 0],
      EUR: [0.5, 0],
    })
    expect(oddities).toEqual([])
    expect(builder.addPage([record(A, '2026-11-01', { billed_unit: 'EUR' })])).toBe(false)
  })

  it('counts a record once that one page tells twice, and says so', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    expect(builder.addPage([record(A, '2026-11-01'), record(A, '2026-11-01')])).toBe(true)
    expect([...builder.columns().total]).toEqual([3, 0])
    expect(builder.columns().oddities).toEqual([{ kind: 'repeated', amount: 1 }])
  })

  it('says what is of no SIM, and where a total is not its directions; a null total is their sum', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    builder.addPage([
      record(null, '2026-11-01'),
      record(A, '2026-11-01', { data_total: 10 }),
      record(A, '2026-11-02', { data_total: null }),
    ])
    expect([...builder.columns().total]).toEqual([10, 3])
    expect(builder.columns().oddities).toEqual([
      { kind: 'withoutSim', amount: 3 },
      { kind: 'directionsDiffer', amount: 7 },
    ])
  })

  it('takes a date-time without a zone for UTC', () => {
    const before = process.env.TZ
    process.env.TZ = 'Asia/Tokyo'
    const builder = new SimSumsBuilder(DAYS, 'day')
    const period = { start_time: '2026-11-02T00:00:00', end_time: '2026-11-03T00:00:00' }
    builder.addPage([record(A, '2026-11-01', { period })])
    process.env.TZ = before ?? 'UTC'
    expect([...builder.columns().total]).toEqual([0, 3])
  })

  it('counts nothing without a period, a SIM, or within what was asked for', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    builder.addPage([
      record(A, '2026-11-01', { period: {} }),
      record(null, '2026-11-01'),
      record(A, '2026-12-01'),
    ])
    expect(builder.columns().sids).toBe('')
  })

  it('says that a list has changed where a record comes twice', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    expect(builder.addPage([record(A, '2026-11-01')])).toBe(true)
    expect(builder.addPage([record(A, '2026-11-02'), record(A, '2026-11-01')])).toBe(false)
  })

  it('grows with the SIMs', () => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    const sids = Array.from({ length: 5_000 }, (_, n) => `HS${String(n).padStart(32, '0')}`)
    builder.addPage(sids.map((sid, n) => record(sid, '2026-11-02', { data_upload: n })))
    const { upload, cost } = builder.columns()
    expect(upload.length).toBe(10_000)
    expect(sids.every((_, n) => upload[2 * n + 1] === n)).toBe(true)
    expect(cost.get('USD')?.[9_999]).toBe(0.5)
  })

  it.each([
    ['no list', undefined, 'usage_records'],
    ['no record', [7], 'usage_records.0.'],
    ['no number', [record(A, '2026-11-01', { data_upload: 'x' })], 'usage_records.0.data_upload'],
    ['half a byte', [record(A, '2026-11-01', { data_download: 0.5 })], 'data_download'],
    ['too large', [record(A, '2026-11-01', { data_total: 2 ** 60 })], 'data_total'],
    ['no SID', [record('HS1', '2026-11-01')], 'sim_sid'],
    [
      'two days',
      [
        record(A, '2026-11-01', {
          period: { start_time: '2026-11-01T00:00:00Z', end_time: '2026-11-03T00:00:00Z' },
        }),
      ],
      'By day',
    ],
    ['no moment', [record(A, 'yesterday')], 'period.start_time'],
    ['no money', [record(A, '2026-11-01', { data_total_billed: 'much' })], 'data_total_billed'],
  ])('refuses what is not what the API promises: %s', (_, page, place) => {
    const builder = new SimSumsBuilder(DAYS, 'day')
    const add = () => builder.addPage(page)
    expect(add).toThrow()
    try {
      add()
    } catch (error) {
      expect(upstreamErrorOf(error)).toMatchObject({ kind: 'unreadable' })
      expect(JSON.stringify(upstreamErrorOf(error))).toContain(place)
    }
  })
})
