import { expect, it } from 'vitest'
import { days, resolve, usage } from '#testing/compared-days.ts'
import { buildExport } from '#usage/export/exported-usage.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import { toldOfPart } from '#usage/series/amount-state.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { earlierQuery } from '#usage/series/compared-question.ts'
import { buildComparison, comparedSums, countCompared } from '#usage/series/comparison.ts'
import { rankParts } from '#usage/series/ranked-parts.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { bucketRow, wholeRow } from './usage-rows.tsx'

const NOW = new Date('2026-11-20T12:00:00Z')
const [FIRST, SECOND] = [new Date('2026-11-10'), new Date('2026-11-11')]
const USD = { currency: 'USD' }

/** What a network used of a day; without an amount its charge is missing. */
function network(start: Date, part: string, amount?: number): UsageRecord {
  const cost = amount === undefined ? {} : { cost: { amount, currency: 'USD' } }
  return { ...usage(start, 5, part), ...cost }
}

/** Two days of three networks: one is charged, one on the second day alone, one never. */
const RECORDS = [
  network(FIRST, 'charged', 6),
  network(FIRST, 'late'),
  network(FIRST, 'never'),
  network(SECOND, 'charged', 0),
  network(SECOND, 'late', 4),
  network(SECOND, 'never'),
]

const QUERY = {
  ...resolve(days('2026-11-10', '2026-11-11'), 'day'),
  product: 'super-sim' as const,
  group: 'network' as const,
  members: ['charged', 'late', 'never'],
}

const shownOf = (records: readonly UsageRecord[], measure: Measure) => ({
  series: buildSeries(QUERY, records, [], NOW),
  measure,
  direction: 'total' as const,
  names: (key: string) => key,
  comparison: undefined,
  arrivals: undefined,
  timeZone: undefined,
})

it('of one member is no zero beside the charge of another, in tables, files and ranks', () => {
  const shown = shownOf(RECORDS, USD)
  expect(
    buildExport(shown).buckets.map(({ state, total, amounts }) => [state, total, amounts]),
  ).toEqual([
    ['provisional', 6, [6, undefined, undefined]],
    ['provisional', 4, [0, 4, undefined]],
  ])
  const [first] = shown.series.buckets
  expect(first && [...bucketRow(shown, first, 0).amounts]).toEqual([['charged', 6]])
  expect([...wholeRow(shown).amounts]).toEqual([
    ['charged', 6],
    ['late', 4],
  ])
  expect(rankParts(shown).map(({ part, told }) => [part.key, told])).toEqual([
    ['charged', 6],
    ['late', 4],
    ['never', undefined],
  ])
})

it('of Commands is no zero beside the charge of the data, nor the other way round', () => {
  const sent = { total: 3, download: 3, upload: 0 }
  const data = { ...network(FIRST, 'charged', 6), commands: sent }
  const free = { ...data, cost: { amount: 0, currency: 'USD' } }
  const commands = {
    ...network(FIRST, 'charged'),
    commands: sent,
    commandsCost: { amount: 2, currency: 'USD' },
  }
  const told = (record: UsageRecord) =>
    ([undefined, 'data', 'commands'] as const).map((of) => {
      const shown = shownOf([record], of ? { ...USD, of } : USD)
      const [part] = shown.series.parts
      return [
        buildExport(shown).buckets[0]?.total,
        part && toldOfPart(part, shown.measure, 'total'),
      ]
    })
  expect(told(data)).toEqual([
    [6, 6],
    [6, 6],
    [undefined, undefined],
  ])
  expect(told(free)).toEqual([
    [undefined, undefined],
    [0, 0],
    [undefined, undefined],
  ])
  expect(told(commands)).toEqual([
    [2, 2],
    [undefined, undefined],
    [2, 2],
  ])
})

it('is held against nothing, even where what is not settled counts', () => {
  const asked = {
    query: QUERY,
    range: days('2026-11-10', '2026-11-11'),
    period: 'previous' as const,
  }
  const then = earlierQuery(asked, NOW, undefined)
  if (!then) throw new Error('nothing to compare with')
  const later = [network(FIRST, 'charged', 6), network(SECOND, 'charged', 9)]
  const before = [
    network(new Date('2026-11-08'), 'charged', 1),
    network(new Date('2026-11-08'), 'late'),
    network(new Date('2026-11-09'), 'charged', 2),
  ]
  const comparison = buildComparison(
    asked,
    buildSeries(QUERY, later, [], NOW),
    buildSeries(then, before, [], NOW),
    'all',
  )
  expect(comparedSums(comparison, USD, 'total')).toMatchObject({ later: 9, earlier: 2 })
  expect(countCompared(comparison, USD).leftOut).toEqual(new Map([['notCharged', 1]]))
  expect(comparedSums(comparison, 'data', 'total')).toMatchObject({ later: 10, earlier: 15 })
})
