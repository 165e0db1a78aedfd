import { describe, expect, it } from 'vitest'
import type { UsageRecord } from '../question/usage-record.ts'
import {
  amountsOfDays,
  buildSimDays,
  bytesByDay,
  countriesOfDays,
  isAbroadInDays,
  lastUsedDay,
  oldestReading,
  planSimDays,
  type SimDays,
} from './sim-days.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const day = (date: number) => new Date(Date.UTC(2026, 10, date))
const range = (first: number, end: number) => ({ start: day(first), end: day(end) })

function used(date: number, part: string, bytes: number, change: Partial<UsageRecord> = {}) {
  return {
    period: range(date, date + 1),
    part,
    data: { total: bytes, download: bytes - 1, upload: 1 },
    commands: { total: 0, download: 0, upload: 0 },
    ...change,
  }
}

const charged = (amount: number, currency: string | undefined = 'USD') => ({
  cost: { amount, currency },
})

const DAYS: readonly SimDays[] = [
  buildSimDays({ group: 'country' }, [
    used(4, 'DE', 20, charged(0.5)),
    used(3, 'FR', 10, charged(2)),
    used(3, 'DE', 5, charged(1)),
    used(3, 'DE', 7, { cost: { amount: 0, currency: undefined } }),
    used(3, 'DE', 2, charged(4, 'EUR')),
  ]),
  buildSimDays({ group: 'country' }, [used(6, 'ES', 30, charged(3))]),
]

describe("a SIM's days", () => {
  it('add up all countries and currencies of a day, and keep uncharged bytes apart', () => {
    expect(DAYS[0]?.days[0]).toEqual({
      start: day(3).getTime(),
      data: { total: 24, download: 20, upload: 4 },
      commands: 0,
      cost: new Map([
        ['USD', 3],
        ['EUR', 4],
      ]),
      unchargedBytes: 7,
      unchargedCommands: 0,
      parts: new Map(),
      commandParts: [],
      countries: ['FR', 'DE'],
    })
    expect(DAYS[0]?.days.map(({ start }) => new Date(start))).toEqual([day(3), day(4)])
  })

  it('tell the bytes of each part, which are uncharged where no charge is told, and countries of roaming alone', () => {
    const { days } = buildSimDays({}, [
      used(3, 'home', 10),
      used(3, 'internationalRoaming', 5, { country: 'FR' }),
    ])
    expect(days).toMatchObject([
      {
        unchargedBytes: 15,
        unchargedCommands: 0,
        countries: ['FR'],
        data: { total: 15 },
        parts: new Map([
          ['home', 10],
          ['internationalRoaming', 5],
        ]),
      },
    ])
  })

  it('are summed over an interval whose end is exclusive', () => {
    expect(amountsOfDays(DAYS, range(3, 6))).toEqual({
      commands: 0,
      data: { total: 44, download: 39, upload: 5 },
      cost: new Map([
        ['USD', 3.5],
        ['EUR', 4],
      ]),
      unchargedBytes: 7,
      unchargedCommands: 0,
    })
    expect(amountsOfDays(DAYS, range(4, 7)).data.total).toBe(50)
    expect(amountsOfDays(DAYS, range(5, 6)).data.total).toBe(0)
  })

  it('count Commands beside bytes, and a day of them is one of use', () => {
    const sent = (date: number, bytes: number, total: number) =>
      used(date, 'home', bytes, { commands: { total, download: total, upload: 0 } })
    const days = buildSimDays({}, [sent(2, 7, 0), sent(5, 0, 500), sent(5, 0, 49), sent(9, 0, 0)])
    expect(amountsOfDays([days], range(1, 30))).toMatchObject({
      data: { total: 7 },
      commands: 549,
      unchargedBytes: 7,
      unchargedCommands: 549,
    })
    expect(lastUsedDay([days], range(1, 30))).toEqual(range(5, 6))
  })

  it('tell that it was abroad by Commands alone, and of no country by a record of nothing', () => {
    const commands = { total: 3, download: 3, upload: 0 }
    const abroad = (date: number, bytes: number, change: Partial<UsageRecord> = {}) =>
      used(date, 'internationalRoaming', bytes, { country: 'NO', ...change })
    const days = buildSimDays({}, [
      used(2, 'home', 5),
      abroad(3, 0),
      abroad(4, 0, { commands, country: 'SE' }),
      abroad(6, 9),
    ])
    const on = (date: number) => isAbroadInDays([days], range(date, date + 1))
    expect([2, 3, 4, 6].map(on)).toEqual([false, false, true, true])
    expect(countriesOfDays([days], range(2, 6))).toEqual(['SE'])
  })

  it('tell what was odd in their answer, each kind once', () => {
    const odd = (amount: number) => ({ oddities: [{ kind: 'partsExceed', amount }] as const })
    const { oddities } = buildSimDays({}, [
      used(3, 'home', 5, odd(2)),
      used(4, 'home', 5),
      used(5, 'home', 5, odd(3)),
    ])
    expect(oddities).toEqual([{ kind: 'partsExceed', amount: 5 }])
  })

  it('are told one by one, those without usage as zero', () => {
    expect(bytesByDay(DAYS, range(2, 7))).toEqual([0, 24, 20, 0, 30])
    expect(bytesByDay(DAYS, range(4, 6))).toEqual([20, 0])
  })

  it('tell the last that had usage, and where it was', () => {
    expect(lastUsedDay(DAYS, range(1, 10))).toEqual(range(6, 7))
    expect(lastUsedDay(DAYS, range(1, 6))).toEqual(range(4, 5))
    expect(lastUsedDay(DAYS, range(7, 10))).toBeUndefined()
    const silent = buildSimDays({}, [used(8, 'home', 0)])
    expect(lastUsedDay([...DAYS, silent], range(1, 10))).toEqual(range(6, 7))
    expect(countriesOfDays(DAYS, range(1, 10))).toEqual(['DE', 'ES', 'FR'])
    expect(countriesOfDays(DAYS, range(4, 6))).toEqual(['DE'])
  })

  it('are asked for of this SIM alone, by country where the API tells countries, and no wider', () => {
    const asked = (product: 'super-sim' | 'programmable-wireless') =>
      planSimDays({ account: 'main', product, sid: 'S1' }, range(3, 6), NOW)
    const request = {
      account: 'main',
      filter: { sim: 'S1' },
      granularity: 'day',
      interval: range(3, 6),
      settled: true,
    }
    expect(asked('super-sim')).toEqual([{ ...request, product: 'super-sim', group: 'country' }])
    expect(asked('programmable-wireless')).toEqual([
      { ...request, product: 'programmable-wireless' },
    ])
  })
})

it('were read when the oldest of those was that may still change', () => {
  const part = (readAt: Date | undefined) => ({ ...buildSimDays({}, []), readAt })
  expect(oldestReading([part(day(9)), part(undefined), part(day(7)), part(day(8))])).toEqual(day(7))
  expect(oldestReading([part(undefined)])).toBeUndefined()
})
