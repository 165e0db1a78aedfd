import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type OpenSandbox, openSandbox } from '#testing/open-sandbox.ts'
import { daySlices } from './programmable-wireless/slices.ts'
import { createWorld, type RatePlan } from './world.ts'

const DAY = 86_400_000
const WIRELESS = '/programmable-wireless/v1'

const sim = z.looseObject({
  sid: z.string(),
  status: z.string(),
  date_created: z.string(),
  date_updated: z.string(),
})
const session = z.looseObject({
  imei: z.string(),
  start: z.string(),
  cell_id: z.string(),
  operator_country: z.string(),
  cell_location_estimate: z.nullable(z.object({ lat: z.number(), lon: z.number() })),
})

const simsOf = (sandbox: OpenSandbox, product: string) =>
  sandbox.all(`/${product}/v1/Sims?PageSize=1000`, sim)

async function allSessions(sims: number) {
  const sandbox = await openSandbox({ sims })
  return Promise.all(
    (await simsOf(sandbox, 'programmable-wireless')).map(({ sid }) =>
      sandbox.all(`${WIRELESS}/Sims/${sid}/DataSessions?PageSize=1000`, session),
    ),
  )
}

describe('The made-up fleet', () => {
  it.each(['2024-03-05T00:30:00Z', '2026-08-31T12:00:00Z', '2026-11-20T12:00:00Z'])(
    'has nothing that was made after its clock, %s',
    async (now) => {
      const sandbox = await openSandbox({ superSims: 300 }, 'sandbox', now)
      for (const product of ['programmable-wireless', 'super-sim']) {
        const sims = await simsOf(sandbox, product)
        expect(sims.length).toBeGreaterThan(30)
        for (const one of sims) {
          expect(Date.parse(one.date_created)).toBeLessThanOrEqual(Date.parse(now))
          expect(Date.parse(one.date_updated)).toBeLessThanOrEqual(Date.parse(now))
          expect(Date.parse(one.date_updated)).toBeGreaterThanOrEqual(Date.parse(one.date_created))
        }
      }
    },
  )

  it('does not know a SIM before it has come', async () => {
    const later = await openSandbox()
    const early = await openSandbox({}, 'sandbox', '2024-03-05T00:30:00Z')
    const known = new Set((await simsOf(early, 'programmable-wireless')).map(({ sid }) => sid))
    const unknown = (await simsOf(later, 'programmable-wireless')).find(
      ({ sid }) => !known.has(sid),
    )
    expect(known.size).toBeLessThan(300)
    expect((await early.get(`${WIRELESS}/Sims/${unknown?.sid}`)).status).toBe(404)
    expect((await later.get(`${WIRELESS}/Sims/${unknown?.sid}`)).status).toBe(200)
    early.clock.set(new Date('2026-11-20T12:00:00Z'))
    expect(await simsOf(early, 'programmable-wireless')).toHaveLength(300)
  })

  it('has SIMs that are used only after they have come', async () => {
    const sandbox = await openSandbox({ sims: 60 })
    const record = z.looseObject({
      period: z.object({ start: z.string() }),
      data: z.object({ total: z.number() }),
    })
    const sims = await simsOf(sandbox, 'programmable-wireless')
    for (const { sid, date_created } of sims) {
      const end = date_created.slice(0, 10)
      const path = `${WIRELESS}/Sims/${sid}/UsageRecords?Start=2023-01-01&End=${end}`
      const [before] = await sandbox.all(path, record)
      expect(before?.data.total).toBe(0)
    }
  })

  it('has SIMs in every state of life, canceled ones too', async () => {
    const sims = await simsOf(await openSandbox({ sims: 600 }), 'programmable-wireless')
    expect([...new Set(sims.map(({ status }) => status))].sort()).toEqual([
      'active',
      'canceled',
      'deactivated',
      'new',
      'ready',
      'suspended',
    ])
  })

  it('has SIMs that were moved to another device, each device by a number that checks', async () => {
    const fleets = await allSessions(200)
    const imeis = fleets.map((sessions) => [...new Set(sessions.map(({ imei }) => imei))])
    const active = imeis.filter(({ length }) => length > 0)
    const moved = active.filter(({ length }) => length > 1)
    expect(moved.length).toBeGreaterThan(2)
    expect(moved.length).toBeLessThan(active.length / 5)
    const sumOf = (imei: string) =>
      [...imei].reduceRight((total, digit, position) => {
        const value = Number(digit) * (position % 2 === 1 ? 2 : 1)
        return total + Math.floor(value / 10) + (value % 10)
      }, 0)
    expect(active.flat().every((imei) => sumOf(imei) % 10 === 0)).toBe(true)
  })

  it('has cells in the country of their operator, some of which nobody can place', async () => {
    const sessions = (await allSessions(100)).flat()
    const placed = sessions.flatMap((one) =>
      one.cell_location_estimate ? [{ ...one, at: one.cell_location_estimate }] : [],
    )
    expect(placed.length).toBeGreaterThan(sessions.length * 0.75)
    expect(placed.length).toBeLessThan(sessions.length)
    for (const { operator_country, at } of placed) {
      const inAmerica = ['USA', 'CAN', 'MEX'].includes(operator_country)
      expect([operator_country, at.lon < -60]).toEqual([operator_country, inAmerica])
      expect(Math.abs(at.lat)).toBeLessThan(60)
    }
    const places = new Map(placed.map(({ cell_id, at }) => [cell_id, at]))
    for (const { cell_id, at } of placed) expect(at).toEqual(places.get(cell_id))
  })

  it('has SIMs whose roaming nears its limit in the month since their day of activation', () => {
    const world = createWorld(7, 300)
    const today = Date.UTC(2026, 10, 20) / DAY
    const sharesOf = (
      isIn: (place: string) => boolean,
      limitOf: (plan: RatePlan) => number | null,
    ) =>
      world.sims.flatMap((one) => {
        const limit = limitOf(one.ratePlan)
        const bytes = monthDays(one.device.firstDay, today)
          .flatMap((day) => daySlices(world, one, day))
          .filter(({ place }) => isIn(place))
          .reduce((total, { upload, download }) => total + upload + download, 0)
        return limit === null ? [] : bytes / (limit * 1e6)
      })
    const isNear = (share: number) => share >= 0.8 && share <= 1.1
    const national = sharesOf(
      (place) => place === 'national',
      (plan) => plan.nationalRoamingDataLimit,
    )
    expect(national.filter(isNear).length).toBeGreaterThan(1)
    const international = sharesOf(
      (place) => place.length === 2,
      (plan) => plan.internationalRoamingDataLimit,
    )
    expect(international.filter(isNear).length).toBeGreaterThan(1)
  })
})

/** The days from the last monthly return of a SIM's day of activation to before today. */
function monthDays(firstDay: number, today: number): number[] {
  const activation = new Date(firstDay * DAY).getUTCDate()
  const now = new Date(today * DAY)
  const months = now.getUTCDate() >= activation ? 0 : 1
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, activation) / DAY
  return Array.from({ length: Math.max(0, today - start) }, (_, age) => start + age)
}
