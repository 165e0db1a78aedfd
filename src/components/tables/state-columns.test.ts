import { expect, it } from 'vitest'
import { days, resolve, usage } from '#testing/compared-days.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { costColumns } from './cost-columns.tsx'
import { exportColumns } from './exported-columns.ts'
import { stateColumns } from './state-columns.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

/** What is told of networks that used a day: one charged in full, one in part, one not at all. */
function statesOf(day: string, missing = false) {
  const query = {
    ...resolve(days(day, day), 'day'),
    product: 'super-sim' as const,
    group: 'network' as const,
    members: ['charged', 'part', 'uncharged'],
  }
  const start = new Date(day)
  const cost = { amount: 6, currency: 'USD' }
  const records = [
    { ...usage(start, 5, 'charged'), cost },
    { ...usage(start, 5, 'part'), cost },
    usage(start, 5, 'part'),
    usage(start, 5, 'uncharged'),
  ]
  const series = buildSeries(query, records, missing ? [query.interval] : [], NOW)
  return exportColumns(stateColumns(series), series.parts)
}

it('tells of each row how final it is, and how far it is charged', () => {
  expect(statesOf('2026-11-10')).toEqual({
    headings: ['state', 'charge'],
    rows: [
      ['final', 'charged'],
      ['final', 'partlyCharged'],
      ['final', 'notCharged'],
    ],
  })
  expect(statesOf('2026-11-20').rows).toEqual([
    ['provisional', 'partlyCharged'],
    ['provisional', 'partlyCharged'],
    ['provisional', 'notCharged'],
  ])
  expect(statesOf('2026-11-10', true).rows[0]?.[0]).toBe('unknown')
})

it('tells of which rows Commands lack their charge, part by part', () => {
  const query = resolve(days('2026-11-10', '2026-11-10'), 'day')
  const start = new Date('2026-11-10')
  const [cost, commands] = [
    { amount: 6, currency: 'USD' },
    { total: 3, download: 3, upload: 0 },
  ]
  const records = [
    { ...usage(start, 5, 'home'), cost, commands, commandsCost: cost },
    { ...usage(start, 5, 'nationalRoaming'), cost, commands },
    { ...usage(start, 0, 'internationalRoaming'), commands },
  ]
  const series = buildSeries(query, records, [], NOW)
  const charges = exportColumns(stateColumns(series), series.parts).rows.map((row) => row[1])
  expect(charges).toEqual(['charged', 'partlyCharged', 'notCharged'])
  const [costColumn] = costColumns({ currencies: ['EUR'] })
  expect(series.parts.map((part) => costColumn?.value?.(part))).toEqual([0, undefined, undefined])
})

it('tells no charge of what KORE tells none of', () => {
  const query = resolve(days('2026-11-10', '2026-11-10'), 'day')
  const told = (cost?: { amount: number; currency: string }) => {
    const record = { ...usage(new Date('2026-11-10'), 5, 'home'), ...(cost ? { cost } : {}) }
    const series = buildSeries(query, [record], [], NOW)
    return exportColumns(stateColumns(series), series.parts).rows[0]
  }
  expect(told()).toEqual(['final', undefined])
  expect(told({ amount: 6, currency: 'USD' })).toEqual(['final', 'charged'])
})
