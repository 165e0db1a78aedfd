import { expect, it } from 'vitest'
import { NO_FLOW } from '../question/usage-record.ts'
import { lastPlace } from './last-place.ts'
import type { SimDay } from './sim-days.ts'

const at = (date: string) => new Date(`2026-11-${date}T00:00:00Z`)

const day = (
  date: string,
  parts: Record<string, number>,
  countries: string[] = [],
  commandParts: string[] = [],
): SimDay => ({
  start: at(date).getTime(),
  data: NO_FLOW,
  commands: 0,
  cost: new Map(),
  unchargedBytes: 0,
  unchargedCommands: 0,
  parts: new Map(Object.entries(parts)),
  commandParts,
  countries,
})

const lastOf = (...days: SimDay[]) => lastPlace([{ days, oddities: [] }])

it('is of the last day that says where a SIM was', () => {
  const place = lastOf(day('22', { home: 5 }), day('24', { home: 0 }), day('23', {}, ['DE']))
  expect(place).toEqual({
    day: { start: at('23'), end: at('24') },
    countries: ['DE'],
    parts: [],
  })
  expect(lastOf(day('24', { home: 0 }))).toBeUndefined()
})

it('tells international roaming by its countries where they are known, and the largest part first', () => {
  const used = { home: 1, nationalRoaming: 2, internationalRoaming: 9 }
  expect(lastOf(day('24', used, ['FR']))).toMatchObject({
    countries: ['FR'],
    parts: ['nationalRoaming', 'home'],
  })
  expect(lastOf(day('24', used))?.parts).toEqual([
    'internationalRoaming',
    'nationalRoaming',
    'home',
  ])
})

it('is where Commands were sent, too, though no data was', () => {
  const sent = day('25', { home: 0, nationalRoaming: 0 }, [], ['nationalRoaming'])
  expect(lastOf(day('24', { home: 5 }), sent)).toMatchObject({
    day: { start: at('25') },
    parts: ['nationalRoaming'],
  })
  const abroad = day('25', { internationalRoaming: 0 }, ['NO'], ['internationalRoaming'])
  expect(lastOf(abroad)).toMatchObject({ countries: ['NO'], parts: [] })
})
