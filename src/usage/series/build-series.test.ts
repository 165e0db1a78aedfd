import { expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { type Cost, NO_FLOW, OTHERS, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries, largestMembers } from './build-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main', 'north'],
  filter: {},
  interval: { start: new Date('2026-11-20'), end: new Date('2026-11-21') },
  granularity: 'day',
}

const used = (part: string, bytes: number, cost?: Cost): UsageRecord => ({
  period: QUERY.interval,
  part,
  data: { total: bytes, download: bytes, upload: 0 },
  commands: NO_FLOW,
  ...(cost ? { cost } : {}),
})

const build = (change: Partial<UsageQuery>, records: UsageRecord[]) =>
  buildSeries({ ...QUERY, ...change }, records, [], NOW)

it('ranks members that used as much as each other by their keys', () => {
  expect(largestMembers([used('b', 5), used('c', 9), used('a', 5)])).toEqual(['c', 'a', 'b'])
})

it('gives what is counted for others no place among the ten largest', () => {
  const members = Array.from({ length: 10 }, (_, index) => used(`HS${index}`, 100 - index))
  const { parts } = build({ group: 'sim' }, [used(OTHERS, 999), ...members])
  expect(parts.map(({ key }) => key)).toEqual([...members.map(({ part }) => part), OTHERS])
  expect(parts.at(-1)?.members).toBe(1)
})

it('shows an account that has no usage', () => {
  const { parts } = build({ group: 'account' }, [used('north', 5)])
  expect(parts.map(({ key, total }) => [key, total.data.total])).toEqual([
    ['north', 5],
    ['main', 0],
  ])
})

it('takes a charge of no bytes for no charge of the day', () => {
  const { buckets } = build({}, [
    used('whole', 0, { amount: 0, currency: 'USD' }),
    used('whole', 5, { amount: 0, currency: undefined }),
  ])
  expect(buckets[0]).toMatchObject({ charge: 'notCharged', chargedBytes: 0 })
})

it('counts no byte as charged whose record tells no charge', () => {
  const { buckets, parts } = build({ product: 'programmable-wireless' }, [used('home', 5)])
  expect(buckets[0]).toMatchObject({ chargedBytes: 0, charge: 'notCharged' })
  expect(parts[0]?.charged.bytes).toBe(0)
})
