import { describe, expect, it } from 'vitest'
import { parseUsageRecord } from './parse-usage-record.ts'
import { wireUsageRecord } from './wire-usage-record.ts'

const PERIOD = { start: '2026-11-01T00:00:00Z', end: '2026-11-02T00:00:00Z' }

/** As KORE's own description has it: counts, and what was charged for them. */
function data(total: number, billed: number | string | null, unit: string | null = 'USD') {
  return { total, download: total, upload: 0, units: 'bytes', billed, billing_units: unit }
}

function commands(total: number, billed: number, unit = 'USD') {
  return { total, to_sim: total, from_sim: 0, billed, billing_units: unit }
}

function read(record: object) {
  const records = parseUsageRecord(wireUsageRecord.parse({ period: PERIOD, ...record }))
  return records.map(({ part, country, data: { total }, cost, commandsCost }) => ({
    part,
    ...(country ? { country } : {}),
    data: total,
    cost,
    commandsCost,
  }))
}

describe('the countries and charges of Programmable Wireless', () => {
  it('are those of each country, by its code, whatever stands at the same position another day', () => {
    const abroad = (code: string) => ({
      data: {
        ...data(5, 0.5),
        international_roaming: [{ country_code: code, ...data(5, 0.5) }],
      },
    })
    expect([...read(abroad('CA')), ...read(abroad('MEX'))].map(({ country }) => country)).toEqual([
      'CA',
      'MX',
    ])
  })

  it('adds a country up that one record tells twice', () => {
    const roaming = [
      { country_code: 'CA', ...data(1_200_000, 0.12) },
      { country_code: 'can', ...data(300_000, 0.03) },
    ]
    expect(read({ data: { ...data(1_500_000, 0.15), international_roaming: roaming } })).toEqual([
      {
        part: 'internationalRoaming',
        country: 'CA',
        data: 1_500_000,
        cost: { amount: 0.15, currency: 'USD' },
        commandsCost: undefined,
      },
    ])
  })

  it('charges data and Commands apart', () => {
    const record = {
      data: { ...data(100, 0.1), home: data(100, 0.1) },
      commands: { ...commands(3, 0.06), home: commands(3, 0.06) },
    }
    expect(read(record)).toEqual([
      {
        part: 'home',
        data: 100,
        cost: { amount: 0.1, currency: 'USD' },
        commandsCost: { amount: 0.06, currency: 'USD' },
      },
    ])
  })

  it('knows no charge where none is told, where its currency is not, or its amount', () => {
    const untold = { total: 9, download: 9, upload: 0, units: 'bytes' }
    const unknown = { amount: 0, currency: undefined }
    const costOf = (home: object) => read({ data: { ...untold, home } })[0]?.cost
    expect(costOf(untold)).toBeUndefined()
    expect(costOf(data(9, 0.5, null))).toEqual(unknown)
    expect(costOf(data(9, null, 'USD'))).toEqual(unknown)
    expect(costOf(data(9, '0.50', 'USD'))).toEqual({ amount: 0.5, currency: 'USD' })
  })

  it('keeps what the whole is charged and no part is, to the millionth', () => {
    const record = {
      data: {
        ...data(10, 0.3),
        home: data(7, 0.1),
        national_roaming: data(2, 0.1),
      },
    }
    expect(read(record).at(-1)).toEqual({
      part: 'unattributed',
      data: 1,
      cost: { amount: 0.1, currency: 'USD' },
      commandsCost: undefined,
    })
  })

  it('is a charge without usage, too', () => {
    expect(read({ data: { ...data(0, 2), home: data(0, 2) } })).toEqual([
      {
        part: 'home',
        data: 0,
        cost: { amount: 2, currency: 'USD' },
        commandsCost: undefined,
      },
    ])
  })

  it('does not add two currencies of one country', () => {
    const roaming = [
      { country_code: 'CA', ...data(1, 0.12) },
      { country_code: 'CA', ...data(2, 0.03, 'EUR') },
    ]
    expect(
      read({ data: { ...data(3, 0, null), international_roaming: roaming } })[0]?.cost,
    ).toEqual({ amount: 0, currency: undefined })
  })
})
