import { describe, expect, it } from 'vitest'
import type { UpstreamGroup } from '#usage/kore/products.ts'
import { checkShape } from '../get-json.ts'
import { UpstreamFailure } from '../upstream-error.ts'
import { identityOfUsageRecord, parseUsageRecord, wireUsageRecord } from './parse-usage-record.ts'

const RECORD = {
  account_sid: 'AC0',
  sim_sid: null,
  fleet_sid: 'HF1',
  network_sid: 'HW1',
  iso_country: 'DE',
  period: { start_time: '2026-11-01T00:00:00Z', end_time: '2026-11-02T00:00:00Z' },
  data_upload: 1,
  data_download: 2,
  data_total: 3,
  data_total_billed: '0.03',
  billed_unit: 'USD',
}

const read = (changes: object = {}, group?: UpstreamGroup) =>
  parseUsageRecord(checkShape(wireUsageRecord, { ...RECORD, ...changes }), group)

describe('a Super SIM usage record', () => {
  it('is read as a part named after the member of its group', () => {
    expect(read()).toEqual([
      {
        period: { start: new Date('2026-11-01'), end: new Date('2026-11-02') },
        part: 'whole',
        data: { total: 3, download: 2, upload: 1 },
        commands: { total: 0, download: 0, upload: 0 },
        cost: { amount: 0.03, currency: 'USD' },
      },
    ])
    expect(read({}, 'fleet')[0]?.part).toBe('HF1')
    expect(read({}, 'network')[0]?.part).toBe('HW1')
    expect(read({}, 'country')[0]?.part).toBe('DE')
    expect(read({}, 'sim')[0]?.part).toBe('unattributed')
  })

  it('takes amounts as numbers and as strings', () => {
    expect(read({ data_total_billed: 0.03 })[0]?.cost?.amount).toBe(0.03)
    expect(read({ data_upload: '1' })[0]?.data.upload).toBe(1)
  })

  it('tells a charge that is not known from one of zero', () => {
    expect(read({ data_total_billed: '0', billed_unit: null })[0]?.cost).toEqual({
      amount: 0,
      currency: undefined,
    })
    expect(read({ data_total_billed: '0' })[0]?.cost).toEqual({ amount: 0, currency: 'USD' })
  })

  it.each([null, undefined, ''])(
    'knows no charge whose unit is %o, whatever its amount',
    (unit) => {
      expect(read({ data_total_billed: '7', billed_unit: unit })[0]?.cost).toEqual({
        amount: 0,
        currency: undefined,
      })
    },
  )

  it('takes a charge without an amount for unknown, and never for zero', () => {
    expect(read({ data_total_billed: null })[0]?.cost).toEqual({ amount: 0, currency: undefined })
  })

  it('keeps two currencies of one period apart', () => {
    const records = ['USD', 'EUR', null].map((billed_unit) =>
      checkShape(wireUsageRecord, { ...RECORD, billed_unit }),
    )
    expect(new Set(records.map(identityOfUsageRecord)).size).toBe(3)
    expect(
      records.flatMap((record) => parseUsageRecord(record, undefined)).map(({ cost }) => cost),
    ).toEqual([
      { amount: 0.03, currency: 'USD' },
      { amount: 0.03, currency: 'EUR' },
      { amount: 0, currency: undefined },
    ])
  })

  it.each<[UpstreamGroup, string]>([
    ['sim', 'sim_sid'],
    ['fleet', 'fleet_sid'],
    ['network', 'network_sid'],
  ])('without its %s is a part that belongs to none', (group, key) => {
    for (const member of [null, undefined, '']) {
      expect(read({ [key]: member }, group)[0]?.part).toBe('unattributed')
    }
  })

  it('without a country is of an unknown one, however the API says so', () => {
    for (const country of [null, undefined, '', 'ZZ']) {
      expect(read({ iso_country: country }, 'country')[0]?.part).toBe('unknown')
    }
    expect(read({ iso_country: 'mex' }, 'country')[0]?.part).toBe('MX')
  })

  it('skips a record without a period, or with one end of it', () => {
    const { start_time, end_time } = RECORD.period
    expect(read({ period: {} })).toEqual([])
    expect(read({ period: { start_time } })).toEqual([])
    expect(read({ period: { end_time } })).toEqual([])
    expect(read({ period: null })).toEqual([])
  })

  it.each([
    { data_total: 2 ** 53 },
    { data_total: null, data_upload: null },
    { data_total_billed: 'free' },
    { period: { start_time: 'yesterday' } },
  ])('refuses %o', (changes) => {
    expect(() => read(changes)).toThrow(UpstreamFailure)
  })
})
