import { expect, it } from 'vitest'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { amountsOfDays, buildSimDays, lastUsedDay } from './sim-days.ts'

const at = (date: string) => new Date(`${date}T00:00:00Z`)
const NOVEMBER = { start: at('2026-11-01'), end: at('2026-12-01') }

const sent = (date: string, bytes: number, commands: number): UsageRecord => ({
  period: { start: at(date), end: new Date(at(date).getTime() + 86_400_000) },
  part: 'home',
  data: { ...NO_FLOW, total: bytes },
  commands: { ...NO_FLOW, total: commands },
})

it('counts Commands beside bytes, and takes a day of them for one of use', () => {
  const days = buildSimDays({}, [
    sent('2026-11-02', 7, 0),
    sent('2026-11-05', 0, 500),
    sent('2026-11-05', 0, 49),
    sent('2026-11-09', 0, 0),
  ])
  expect(amountsOfDays([days], NOVEMBER)).toMatchObject({ data: { total: 7 }, commands: 549 })
  expect(lastUsedDay([days], NOVEMBER)).toEqual({ start: at('2026-11-05'), end: at('2026-11-06') })
})
