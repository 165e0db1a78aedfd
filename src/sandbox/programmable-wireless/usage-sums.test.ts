import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LATEST_HOURS } from '../lateness.ts'
import { createWorld } from '../world.ts'
import { accountUsageSums, NOTHING, type Sums, simUsageSums, type UsageSums } from './usage-sums.ts'

const HOUR = 3_600_000
const NOW_HOUR = Date.UTC(2026, 10, 20, 12) / HOUR
const world = createWorld(7, 40)
const account = accountUsageSums(world)

const amounts = (sums: Sums) =>
  [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, volume]) => [place, { ...volume }])

function addUp(parts: readonly Sums[]): Sums {
  const total: Sums = new Map()
  for (const [place, amounts] of parts.flatMap((sums) => [...sums])) {
    const sum = total.get(place) ?? { ...NOTHING }
    sum.upload += amounts.upload
    sum.download += amounts.download
    sum.toSim += amounts.toSim
    sum.fromSim += amounts.fromSim
    sum.dataCharge += amounts.dataCharge
    sum.commandCharge += amounts.commandCharge
    total.set(place, sum)
  }
  return total
}

const hourByHour = (sums: UsageSums, start: number, end: number, nowHour = NOW_HOUR) =>
  addUp(
    Array.from({ length: end - start }, (_, hour) =>
      sums.between(start + hour, start + hour + 1, nowHour),
    ),
  )

const range = fc
  .tuple(fc.integer({ min: NOW_HOUR - 400, max: NOW_HOUR }), fc.integer({ min: 1, max: 200 }))
  .map(([start, length]) => [start, start + length] as const)

describe('usage of the made-up fleet', () => {
  it('adds up from hours to any range, late usage included', () => {
    fc.assert(
      fc.property(range, ([start, end]) => {
        expect(amounts(hourByHour(account, start, end))).toEqual(
          amounts(account.between(start, end, NOW_HOUR)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('adds up from SIMs to the account', () => {
    fc.assert(
      fc.property(range, ([start, end]) => {
        const sims = world.sims.map((sim) => simUsageSums(world, sim).between(start, end, NOW_HOUR))
        expect(amounts(addUp(sims))).toEqual(amounts(account.between(start, end, NOW_HOUR)))
      }),
      { numRuns: 30 },
    )
  })

  it('arrives late, grows, and is all there after two days', () => {
    const [start, end] = [NOW_HOUR - 24, NOW_HOUR]
    const total = (nowHour: number) =>
      amounts(account.between(start, end, nowHour)).reduce(
        (sum, [, volume]) =>
          sum + (typeof volume === 'object' ? volume.upload + volume.download : 0),
        0,
      )
    const seen = [0, 6, 12, 24, 36, LATEST_HOURS, 100, 1000].map((later) => total(NOW_HOUR + later))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen[0]).toBeLessThan((seen[6] ?? 0) * 0.8)
    expect(seen[5]).toBe(seen[7])
    expect(seen[6]).toBeGreaterThan(0)
  })

  it('is the same for the same seed, and another for another', () => {
    const again = accountUsageSums(createWorld(7, 40)).between(NOW_HOUR - 90, NOW_HOUR, NOW_HOUR)
    expect(amounts(again)).toEqual(amounts(account.between(NOW_HOUR - 90, NOW_HOUR, NOW_HOUR)))
    const other = accountUsageSums(createWorld(8, 40)).between(NOW_HOUR - 90, NOW_HOUR, NOW_HOUR)
    expect(amounts(other)).not.toEqual(amounts(again))
  })

  it('has lives of many kinds', () => {
    const { sims } = createWorld(7, 300)
    const active = sims.filter(({ device }) => device.firstDay < NOW_HOUR / 24)
    expect(new Set(sims.map(({ profile }) => profile)).size).toBeGreaterThan(7)
    expect(active.length).toBeLessThan(sims.length)
    const summer = Date.UTC(2026, 6, 1) / HOUR
    const places = accountUsageSums(createWorld(7, 300)).between(summer, summer + 24 * 31, NOW_HOUR)
    expect([...places.keys()].filter((place) => place.length === 2).length).toBeGreaterThan(6)
  })
})
