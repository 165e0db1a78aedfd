import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClientLibrary } from '#testing/client-library.ts'
import { type Stack, startStack } from '#testing/stack.ts'

let stack: Stack
let client: Awaited<ReturnType<typeof createClientLibrary>>

beforeAll(async () => {
  stack = await startStack()
  client = await createClientLibrary(stack.sandboxUrl)
})

afterAll(() => stack.close())

describe('a client library made for Programmable Wireless', () => {
  it('lists SIMs over several pages, and with filters', async () => {
    const sims = await client.wireless.v1.sims.list({ pageSize: 70 })
    expect(sims).toHaveLength(300)
    expect(new Set(sims.map(({ sid }) => sid)).size).toBe(300)
    const [first] = sims
    expect(first?.dateCreated).toBeInstanceOf(Date)
    const active = await client.wireless.v1.sims.list({ status: 'active' })
    expect(active.length).toBeGreaterThan(200)
    expect(active.every(({ status }) => status === 'active')).toBe(true)
    const byIccid = await client.wireless.v1.sims.list({ iccid: first?.iccid ?? '' })
    expect(byIccid.map(({ sid }) => sid)).toEqual([first?.sid])
    const onPlan = await client.wireless.v1.sims.list({ ratePlan: first?.ratePlanSid ?? '' })
    expect(onPlan.every(({ ratePlanSid }) => ratePlanSid === first?.ratePlanSid)).toBe(true)
  })

  it('fetches one SIM by SID and by unique name', async () => {
    const [sim] = await client.wireless.v1.sims.list({ limit: 1 })
    if (!sim) throw new Error('no SIM')
    const byName = await client.wireless.v1.sims(sim.uniqueName).fetch()
    expect(byName.sid).toBe(sim.sid)
    await expect(client.wireless.v1.sims('nobody').fetch()).rejects.toMatchObject({
      status: 404,
      code: 33107,
    })
  })

  it('lists usage of the account and of a SIM, newest first', async () => {
    const range = { start: new Date('2026-10-01'), end: new Date('2026-11-01') }
    const days = await client.wireless.v1.usageRecords.list({
      ...range,
      granularity: 'daily',
      pageSize: 10,
    })
    expect(days).toHaveLength(31)
    expect(days.map(({ period }) => period.start)).toEqual(
      days
        .map(({ period }) => period.start)
        .toSorted()
        .toReversed(),
    )
    const [sim] = await client.wireless.v1.sims.list({ status: 'active', limit: 1 })
    if (!sim) throw new Error('no SIM')
    const hours = await client.wireless.v1
      .sims(sim.sid)
      .usageRecords.list({ ...range, granularity: 'hourly', limit: 60 })
    expect(hours).toHaveLength(60)
    expect(hours.every(({ simSid }) => simSid === sim.sid)).toBe(true)
    expect(await client.wireless.v1.usageRecords.list()).toHaveLength(1)
  })

  it('lists rate plans and data sessions', async () => {
    expect((await client.wireless.v1.ratePlans.list()).length).toBeGreaterThan(3)
    const [sim] = await client.wireless.v1.sims.list({ status: 'active', limit: 1 })
    const sessions = await client.wireless.v1.sims(sim?.sid ?? '').dataSessions.list()
    expect(sessions[0]?.operatorCountry).toMatch(/^[A-Z]{3}$/)
  })
})

describe('a client library made for Super SIM', () => {
  const startTime = new Date('2026-10-20')
  const endTime = new Date('2026-11-10')

  it('lists usage with each granularity, group and filter', async () => {
    const { usageRecords } = client.supersim.v1
    const [fleet] = await client.supersim.v1.fleets.list()
    const [network] = await client.supersim.v1.networks.list()
    const [sim] = await client.supersim.v1.sims.list({ status: 'active', limit: 1 })
    if (!fleet || !network || !sim) throw new Error('empty account')
    for (const granularity of ['hour', 'day', 'all'] as const) {
      const records = await usageRecords.list({ startTime, endTime, granularity, pageSize: 200 })
      expect(records.length).toBeGreaterThan(0)
    }
    for (const group of ['sim', 'fleet', 'network', 'isoCountry'] as const) {
      const records = await usageRecords.list({
        startTime,
        endTime,
        granularity: 'all',
        group,
        pageSize: 30,
      })
      expect(records.length).toBeGreaterThan(5)
    }
    for (const filter of [
      { sim: sim.sid },
      { sim: sim.uniqueName },
      { fleet: fleet.uniqueName },
      { network: network.sid },
      { isoCountry: 'US', fleet: fleet.sid },
    ]) {
      const records = await usageRecords.list({ startTime, endTime, granularity: 'day', ...filter })
      expect(records.length).toBeGreaterThan(0)
    }
  })

  it('lists SIMs, fleets, networks and billing periods', async () => {
    const sims = await client.supersim.v1.sims.list({ pageSize: 70 })
    expect(sims).toHaveLength(200)
    const [sim] = sims
    expect((await client.supersim.v1.sims(sim?.uniqueName ?? '').fetch()).sid).toBe(sim?.sid)
    const active = await client.supersim.v1.sims.list({ status: 'active', limit: 1 })
    const periods = await client.supersim.v1.sims(active[0]?.sid ?? '').billingPeriods.list()
    expect(periods[0]?.periodType).toBe('active')
    expect((await client.supersim.v1.fleets.list())[0]?.dataLimit).toBeGreaterThan(0)
    expect((await client.supersim.v1.networks.list())[0]?.isoCountry).toMatch(/^[A-Z]{2}$/)
  })
})
