import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from '../series/build-series.ts'
import { explainChange } from './change-cause.ts'
import { comparedMembers, dimensionsOf } from './compared-members.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const OCTOBER = { start: new Date('2026-10-01Z'), end: new Date('2026-11-01Z') }
const SEPTEMBER = { start: new Date('2026-09-01Z'), end: new Date('2026-10-01Z') }

const record = (
  period: UsageRecord['period'],
  part: string,
  bytes: number,
  charge?: number,
  country?: string,
): UsageRecord => ({
  ...{ period, part, commands: NO_FLOW, data: { total: bytes, download: bytes, upload: 0 } },
  ...(charge === undefined ? {} : { cost: { amount: charge, currency: 'USD' } }),
  ...(country === undefined ? {} : { country }),
})

const superSim: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'country',
  granularity: 'total',
  interval: OCTOBER,
}

describe('the members of a dimension', () => {
  it('are all of them, also those beyond the ten that a chart tells apart, and those that are gone', () => {
    const many = Array.from({ length: 12 }, (_, at) => record(OCTOBER, `C${at}`, 100 - at, 1))
    const later = buildSeries(superSim, many, [], NOW)
    const before = [record(SEPTEMBER, 'C11', 9, 1), record(SEPTEMBER, 'ZZ', 7, 2)]
    const earlier = buildSeries({ ...superSim, interval: SEPTEMBER }, before, [], NOW)
    const members = comparedMembers(later, earlier, 'country')
    expect(members.map(({ key }) => key).sort()).toEqual([
      ...['C0', 'C1', 'C10', 'C11', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'ZZ'],
    ])
    const { causes, change } = explainChange(members, { currency: 'USD' })
    expect(causes.find(({ key }) => key === 'ZZ')).toMatchObject({ kind: 'gone', change: -2 })
    expect(change).toBe(12 - 3)
  })

  it('without a charge have a cost that is not known', () => {
    const later = buildSeries(
      superSim,
      [record(OCTOBER, 'US', 5), record(OCTOBER, 'DE', 5, 2)],
      [],
      NOW,
    )
    const earlier = buildSeries(
      { ...superSim, interval: SEPTEMBER },
      [record(SEPTEMBER, 'US', 5, 1)],
      [],
      NOW,
    )
    const { causes } = explainChange(comparedMembers(later, earlier, 'country'), {
      currency: 'USD',
    })
    expect(causes.map(({ key, change }) => [key, change])).toEqual([
      ['DE', 2],
      ['US', undefined],
    ])
  })

  it('of a tree are its countries abroad beside what was not abroad, and add up to all of it', () => {
    const query: UsageQuery = {
      ...{ product: 'programmable-wireless', accounts: ['main'], filter: {} },
      ...{ granularity: 'total', interval: OCTOBER },
    }
    const later = buildSeries(
      query,
      [
        record(OCTOBER, 'home', 50, 5),
        record(OCTOBER, 'internationalRoaming', 20, 4, 'MX'),
        record(OCTOBER, 'internationalRoaming', 10, 3, 'CA'),
      ],
      [],
      NOW,
    )
    const earlier = buildSeries({ ...query, interval: SEPTEMBER }, [], [], NOW)
    const causes = (dimension: 'part' | 'country') =>
      explainChange(comparedMembers(later, earlier, dimension), 'data').causes.map(
        ({ key, change }) => [key, change],
      )
    expect(causes('country')).toEqual([
      ['home', 50],
      ['MX', 20],
      ['CA', 10],
    ])
    expect(causes('part')).toEqual([
      ['home', 50],
      ['internationalRoaming', 30],
    ])
  })

  it('are asked for as the product can tell them', () => {
    expect(dimensionsOf('programmable-wireless', 1)).toEqual(['part', 'country'])
    expect(dimensionsOf('super-sim', 2)).toEqual(['country', 'network', 'fleet', 'sim', 'account'])
  })
})
