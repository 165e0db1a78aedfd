import { expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from '../series/build-series.ts'
import { buildSimPlaces } from './sim-places.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

const QUERY: UsageQuery = {
  product: 'programmable-wireless',
  accounts: ['main'],
  filter: { sim: 'DE1' },
  interval: { start: new Date('2026-11-01T00:00:00Z'), end: new Date('2026-11-05T00:00:00Z') },
  granularity: 'day',
}

function record(date: string, part: string, bytes: number, country?: string): UsageRecord {
  const start = new Date(`${date}T00:00:00Z`)
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { ...NO_FLOW, total: bytes },
    commands: NO_FLOW,
    ...(country ? { country } : {}),
  }
}

const placesOf = (query: UsageQuery, records: UsageRecord[]) =>
  buildSimPlaces(buildSeries(query, records, [], NOW)).map(
    ({ kind, key, bytes, first, last, column }) => [
      kind,
      key,
      bytes,
      first.start.getUTCDate(),
      last.start.getUTCDate(),
      column.join(' '),
    ],
  )

it('tells each place of a Programmable Wireless SIM, countries abroad one by one, newest first', () => {
  expect(
    placesOf(QUERY, [
      record('2026-11-01', 'home', 10),
      record('2026-11-02', 'internationalRoaming', 5, 'FR'),
      record('2026-11-03', 'internationalRoaming', 7, 'FR'),
      record('2026-11-03', 'internationalRoaming', 9, 'ES'),
      record('2026-11-04', 'home', 0),
    ]),
  ).toEqual([
    ['country', 'FR', 12, 2, 3, '0 5 7 0'],
    ['country', 'ES', 9, 3, 3, '0 0 9 0'],
    ['part', 'home', 10, 1, 1, '10 0 0 0'],
  ])
})

it('tells the networks of a Super SIM', () => {
  const query: UsageQuery = { ...QUERY, product: 'super-sim', group: 'network' }
  expect(placesOf(query, [record('2026-11-01', 'HW1', 3), record('2026-11-04', 'HW2', 4)])).toEqual(
    [
      ['part', 'HW2', 4, 4, 4, '0 0 0 4'],
      ['part', 'HW1', 3, 1, 1, '3 0 0 0'],
    ],
  )
})

it('tells where a SIM was that sent Commands and no bytes', () => {
  const sent = (date: string, part: string, total: number, country?: string): UsageRecord => ({
    ...record(date, part, 0, country),
    commands: { ...NO_FLOW, total },
  })
  const records = [
    sent('2026-11-01', 'home', 500),
    sent('2026-11-02', 'internationalRoaming', 49, 'FR'),
  ]
  const places = buildSimPlaces(buildSeries(QUERY, records, [], NOW))
  expect(
    places.map(({ key, bytes, commands, commandsColumn, last }) => [
      key,
      bytes,
      commands,
      commandsColumn.join(' '),
      last.start.getUTCDate(),
    ]),
  ).toEqual([
    ['FR', 0, 49, '0 49 0 0', 2],
    ['home', 0, 500, '500 0 0 0', 1],
  ])
})
it('tells a country of a Super SIM once', () => {
  const query: UsageQuery = { ...QUERY, product: 'super-sim', group: 'country' }
  expect(placesOf(query, [record('2026-11-02', 'DE', 3)])).toEqual([
    ['part', 'DE', 3, 2, 2, '0 3 0 0'],
  ])
})

it('does not take those that are too small to be told apart for a place', () => {
  const query: UsageQuery = { ...QUERY, product: 'super-sim', group: 'network' }
  const records = Array.from({ length: 12 }, (_, index) =>
    record('2026-11-02', `HW${index}`, 100 - index),
  )
  expect(placesOf(query, records).map(([, key]) => key)).toEqual(
    records.slice(0, 10).map(({ part }) => part),
  )
})

it('tells the place that was used most first of those that were left on the same day', () => {
  const query: UsageQuery = { ...QUERY, product: 'super-sim', group: 'network' }
  const records = [
    record('2026-11-01', 'HW2', 3),
    record('2026-11-03', 'HW2', 1),
    record('2026-11-02', 'HW1', 9),
    record('2026-11-03', 'HW1', 1),
  ]
  expect(placesOf(query, records).map(([, key]) => key)).toEqual(['HW1', 'HW2'])
})
