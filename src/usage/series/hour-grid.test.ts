import { expect, it } from 'vitest'
import { resolveQuestion } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from './build-series.ts'
import { buildHourGrid, hoursSince, LEVELS } from './hour-grid.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const HOUR = 3_600_000
const NO_FLOW = { total: 0, download: 0, upload: 0 }

function gridOf(
  used: Readonly<Record<string, number>>,
  gap?: [string, string],
  commandsAt: Readonly<Record<string, number>> = {},
  created?: number,
) {
  const resolved = resolveQuestion(
    {
      product: 'super-sim',
      accounts: ['main'],
      filter: { sim: 'HS1' },
      range: { kind: 'hours', start: '2026-11-17T06', end: '2026-11-20T15' },
      granularity: 'hour',
    },
    NOW,
  )
  if (resolved.kind !== 'query') throw new Error(resolved.problem.kind)
  const records = Object.entries(used).map(([hour, bytes]): UsageRecord => {
    const start = new Date(`2026-11-${hour}:00:00Z`)
    const period = { start, end: new Date(start.getTime() + HOUR - 1000) }
    const data = { total: bytes, download: bytes, upload: 0 }
    const commands = { ...NO_FLOW, total: commandsAt[hour] ?? 0 }
    return { period, part: 'whole', data, commands }
  })
  const missing = gap ? [{ start: new Date(gap[0]), end: new Date(gap[1]) }] : []
  return buildHourGrid(buildSeries(resolved.query, records, missing, NOW), created)
}

it('has a row for each UTC day, and a cell for each hour of the range', () => {
  const { rows } = gridOf({})
  expect(rows.map(({ day }) => day.toISOString().slice(0, 10))).toEqual([
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
  ])
  expect(rows.map(({ cells }) => cells.length)).toEqual([18, 24, 24, 15])
  expect(rows[0]?.cells[0]?.hour).toBe(6)
})

it('tells silence from what may still arrive, what was not read, and what has not begun', () => {
  const { rows, silent, settled } = gridOf({ '17T08': 5, '20T01': 7 }, [
    '2026-11-18T00:00:00Z',
    '2026-11-18T04:00:00Z',
  ])
  const stateAt = (row: number, hour: number) =>
    rows[row]?.cells.find((cell) => cell.hour === hour)?.state
  expect(stateAt(0, 7)).toBe('silent')
  expect(stateAt(0, 8)).toBe('used')
  expect(stateAt(1, 3)).toBe('unknown')
  expect(stateAt(1, 4)).toBe('silent')
  // The last 24 hours may still come.
  expect([stateAt(2, 11), stateAt(2, 12)]).toEqual(['silent', 'open'])
  expect([stateAt(3, 1), stateAt(3, 11), stateAt(3, 13)]).toEqual(['used', 'open', 'future'])
  expect([silent, settled]).toEqual([49, 50])
})

it('sorts the hours with usage into levels, and finds the busiest and the last', () => {
  const used = Object.fromEntries(
    Array.from({ length: 10 }, (_, hour) => [`18T0${hour}`, (hour + 1) * 100]),
  )
  const { rows, busiest, lastUsed } = gridOf(used)
  expect(rows[1]?.cells.slice(0, 11).map(({ level }) => level)).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0,
  ])
  expect(Math.max(...(rows[1]?.cells.map(({ level }) => level) ?? []))).toBe(LEVELS)
  expect(busiest?.bytes).toBe(1000)
  expect(lastUsed && hoursSince(lastUsed, NOW)).toBe(50)
  expect(gridOf({}).busiest).toBeUndefined()
})

it('takes an hour of Commands without bytes for one that was used', () => {
  const bytes = { '17T08': 0, '17T09': 0, '17T10': 0 }
  const commandsAt = { '17T08': 12, '17T09': 549 }
  const { rows, busiest, lastUsed, silent, settled } = gridOf(bytes, undefined, commandsAt)
  const cells = rows[0]?.cells.filter(({ hour }) => hour >= 8 && hour <= 10)
  expect(cells?.map(({ state, level, commands }) => [state, level, commands])).toEqual([
    ['used', 1, 12],
    ['used', 1, 549],
    ['silent', 0, 0],
  ])
  expect([busiest?.commands, lastUsed?.hour]).toEqual([549, 9])
  expect(settled - silent).toBe(2)
  // Bytes outweigh Commands.
  expect(gridOf({ ...bytes, '17T11': 1 }, undefined, commandsAt).busiest?.bytes).toBe(1)
})

it('does not take hours before a SIM was there for silence', () => {
  const born = Date.parse('2026-11-17T08:30:00Z')
  const { rows, silent, settled } = gridOf({ '17T06': 3 }, undefined, {}, born)
  expect(rows[0]?.cells.slice(0, 4).map(({ state }) => state)).toEqual([
    // What was used was there, whatever KORE says.
    'used',
    'absent',
    'silent',
    'silent',
  ])
  const all = gridOf({ '17T06': 3 })
  expect([all.silent - silent, all.settled - settled]).toEqual([1, 1])
})

it('takes the first of the hours that were equally busy', () => {
  const { busiest, lastUsed } = gridOf({ '18T03': 7, '18T05': 7, '18T09': 2 })
  expect(busiest?.bucket.start).toEqual(new Date('2026-11-18T03:00:00Z'))
  expect(lastUsed?.bucket.start).toEqual(new Date('2026-11-18T09:00:00Z'))
})

it('counts no hours since one that is still running', () => {
  const { lastUsed } = gridOf({ '20T12': 7 })
  expect(lastUsed && hoursSince(lastUsed, NOW)).toBe(0)
})
