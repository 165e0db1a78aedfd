import { describe, expect, it } from 'vitest'
import { checkShape } from '../get-json.ts'
import { UpstreamFailure } from '../upstream-error.ts'
import { parseUsageRecord } from './parse-usage-record.ts'
import { wireUsageRecord } from './wire-usage-record.ts'

const PERIOD = { start: '2026-11-01T00:00:00Z', end: '2026-11-02T00:00:00Z' }

const read = (record: object) =>
  parseUsageRecord(checkShape(wireUsageRecord, { period: PERIOD, ...record })).map(
    ({ part, country, data, commands }) => ({
      part,
      country,
      data: data.total,
      commands: commands.total,
    }),
  )

const leaf = (total: unknown) => ({ total, upload: total, download: 0, units: 'bytes' })

describe('a Programmable Wireless usage record', () => {
  it('is read into one record for each part and country, data and Commands together', () => {
    const data = {
      ...leaf(15),
      home: leaf(8),
      national_roaming: leaf(4),
      international_roaming: [
        { iso_country: 'DE', ...leaf(2) },
        { country: 'FR', ...leaf(1) },
      ],
    }
    const commands = {
      total: 3,
      to_sim: 1,
      from_sim: 2,
      home: { total: 2, to_sim: 1, from_sim: 1 },
      national_roaming: null,
      international_roaming: [{ iso_country: 'DE', total: 1, to_sim: 0, from_sim: 1 }],
    }
    expect(read({ data, commands })).toEqual([
      { part: 'home', country: undefined, data: 8, commands: 2 },
      { part: 'nationalRoaming', country: undefined, data: 4, commands: 0 },
      { part: 'internationalRoaming', country: 'DE', data: 2, commands: 1 },
      { part: 'internationalRoaming', country: 'FR', data: 1, commands: 0 },
    ])
  })

  it('maps Commands to the SIM to download, and from it to upload', () => {
    const commands = {
      total: 3,
      to_sim: 1,
      from_sim: 2,
      home: { total: 3, to_sim: 1, from_sim: 2 },
    }
    const [record] = parseUsageRecord(checkShape(wireUsageRecord, { period: PERIOD, commands }))
    expect(record?.commands).toEqual({ total: 3, download: 1, upload: 2 })
    expect(record?.period.end.toISOString()).toBe('2026-11-02T00:00:00.000Z')
  })

  it.each([
    [
      'null branches',
      { data: { ...leaf(0), home: null, national_roaming: null, international_roaming: [] } },
    ],
    ['empty objects', { data: {}, commands: {} }],
    ['nothing', {}],
    ['null', { data: null, commands: null }],
    ['an empty period', { period: {}, data: { ...leaf(5), home: leaf(5) } }],
    ['a period without an end', { period: { start: PERIOD.start }, data: { home: leaf(5) } }],
    ['a period without a start', { period: { end: PERIOD.end }, data: { home: leaf(5) } }],
    ['no period', { period: null, data: { ...leaf(5), home: leaf(5) } }],
  ])('with %s has no usage', (_, record) => {
    expect(read(record)).toEqual([])
  })

  it('takes strings for numbers', () => {
    expect(read({ data: { ...leaf('12'), home: leaf('12') } })).toMatchObject([{ data: 12 }])
  })

  it('never makes a place of countries that are not named, nor minds keys that it does not know', () => {
    const abroad = [
      { mystery: 'Ruritania', ...leaf(1) },
      { iso_country: null, ...leaf(2) },
    ]
    expect(read({ data: { ...leaf(3), international_roaming: abroad }, news: true })).toMatchObject(
      [{ part: 'internationalRoaming', country: 'unknown', data: 3 }],
    )
  })

  it('keeps what the total counts and no part does', () => {
    expect(read({ data: { ...leaf(10), home: leaf(7) } })).toMatchObject([
      { part: 'home', data: 7 },
      { part: 'unattributed', data: 3 },
    ])
  })

  it('believes parts that count more than their whole, and takes nothing away for it', () => {
    const more = { ...leaf(5), home: leaf(8), national_roaming: leaf(1) }
    expect(read({ data: more })).toEqual([
      { part: 'home', country: undefined, data: 8, commands: 0 },
      { part: 'nationalRoaming', country: undefined, data: 1, commands: 0 },
    ])
    // One way they count less, the other way more.
    const crossed = {
      ...{ total: 10, upload: 6, download: 4 },
      home: { total: 9, upload: 2, download: 7 },
    }
    const records = parseUsageRecord(checkShape(wireUsageRecord, { period: PERIOD, data: crossed }))
    expect(records.map(({ part, data }) => [part, data])).toEqual([
      ['home', { total: 9, upload: 2, download: 7 }],
      ['unattributed', { total: 1, upload: 4, download: 0 }],
    ])
  })

  it.each([2 ** 53, '9007199254740993', 1.5, 'many', '', true])(
    'refuses %s as a count',
    (total) => {
      expect(() => read({ data: leaf(total) })).toThrow(UpstreamFailure)
    },
  )

  it('says where the answer is not what it should be', () => {
    try {
      read({ data: leaf('many') })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        error: { kind: 'unreadable', detail: expect.stringContaining('data.total') },
      })
    }
  })

  it('counts 2^53 − 1 bytes exactly', () => {
    const data = { ...leaf(Number.MAX_SAFE_INTEGER), home: leaf(Number.MAX_SAFE_INTEGER) }
    expect(read({ data })).toMatchObject([{ data: Number.MAX_SAFE_INTEGER }])
  })
})
