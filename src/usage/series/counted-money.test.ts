import { expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { countSeries, planCounted, planRanking } from './counted-plan.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DAY = { start: new Date('2026-11-10'), end: new Date('2026-11-11') }
const SIMS = ['a', 'b', 'c'].map((letter) => `HS${letter.repeat(32)}`)

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'sim',
  granularity: 'day',
  interval: DAY,
}

const record = (part: string, total: number, amount: number): UsageRecord => ({
  period: DAY,
  part,
  data: { total, download: total, upload: 0 },
  commands: { total: 0, download: 0, upload: 0 },
  cost: { amount, currency: 'USD' },
})

it('leaves nothing of the largest in the others, and asks for no member that has no name', () => {
  const ranking = planRanking(QUERY, NOW)
  expect(ranking).toHaveLength(1)
  const ranked = [[...SIMS.map((sid) => record(sid, 10, 0.1)), record('unattributed', 99, 0)]]
  const plan = planCounted(QUERY, ranked, NOW)
  expect(plan.map(({ request }) => request.filter.sim)).toEqual([undefined, ...SIMS])
  const answers = plan.map(({ request: { filter } }) =>
    filter.sim ? [record('whole', 10, 0.1)] : [record('whole', 30, 0.3)],
  )
  const others = countSeries(QUERY, plan, answers, NOW).parts.find(({ key }) => key === 'others')
  // Neither 5.6e-17 nor −0.
  expect(others?.total.cost.get('USD')).toBe(0)
  expect(others?.cost.get('USD')).toEqual([0])
  expect(others?.total.data).toEqual({ total: 0, download: 0, upload: 0 })
})
