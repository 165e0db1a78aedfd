import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { openSandbox } from '#testing/open-sandbox.ts'
import type { Client } from './accounts.ts'

const branch = z.looseObject({
  total: z.number(),
  billed: z.number(),
  billing_units: z.string(),
  country_code: z.optional(z.string()),
})
const tree = z.extend(branch, {
  home: z.optional(branch),
  national_roaming: z.optional(branch),
  international_roaming: z.array(branch),
})
const record = z.object({ data: tree, commands: tree })

type Tree = z.infer<typeof tree>
type Usage = z.infer<typeof record>

const millionths = ({ billed }: { billed: number }) => Math.round(billed * 1e6)
const partsOf = ({ home, national_roaming, international_roaming }: Tree) =>
  [home, national_roaming, ...international_roaming].flatMap((part) => part ?? [])
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const RANGE = 'Start=2026-11-10T00:00:00Z&End=2026-11-20T12:00:00Z'

async function usageOf(query: string, client: Client = 'sandbox', sims = 80): Promise<Usage[]> {
  const sandbox = await openSandbox({ sims }, client)
  return sandbox.all(`/programmable-wireless/v1/${query}&PageSize=1000`, record)
}

describe('Charges of Programmable Wireless', () => {
  it('add up from the parts to the top, in data and in Commands, to the millionth', async () => {
    const records = await usageOf('UsageRecords?Granularity=hourly&Start=2026-07-01&End=2026-07-15')
    for (const { data, commands } of records) {
      for (const whole of [data, commands]) {
        expect(sum(partsOf(whole).map(millionths))).toBe(millionths(whole))
        // No dust of binary fractions: what is told has six decimals at most.
        expect(partsOf(whole).map(({ billed }) => Number(billed.toFixed(6)))).toEqual(
          partsOf(whole).map(({ billed }) => billed),
        )
      }
    }
    expect(sum(records.map(({ data }) => millionths(data)))).toBeGreaterThan(0)
    expect(sum(records.map(({ commands }) => millionths(commands)))).toBeGreaterThan(0)
  })

  it('are the same over hours, days and the whole, late usage included', async () => {
    const charges = async (granularity: string) => {
      const records = await usageOf(`UsageRecords?Granularity=${granularity}&${RANGE}`)
      return [
        sum(records.map(({ data }) => millionths(data))),
        sum(records.map(({ commands }) => millionths(commands))),
      ]
    }
    const hours = await charges('hourly')
    expect(await charges('daily')).toEqual(hours)
    expect(await charges('all')).toEqual(hours)
    expect(Math.min(...hours)).toBeGreaterThan(0)
  })

  it('are the same over the SIMs as of the account', async () => {
    const sandbox = await openSandbox({ sims: 40 })
    const path = '/programmable-wireless/v1'
    const sims = await sandbox.all(`${path}/Sims`, z.object({ sid: z.string() }))
    const each = await Promise.all(
      sims.map(({ sid }) => sandbox.all(`${path}/Sims/${sid}/UsageRecords?${RANGE}`, record)),
    )
    const [account] = await sandbox.all(`${path}/UsageRecords?${RANGE}`, record)
    expect(sum(each.flat().map(({ data }) => millionths(data)))).toBe(
      account && millionths(account.data),
    )
  })

  it('are what the SIM’s plan costs in each place', async () => {
    const sandbox = await openSandbox()
    const path = '/programmable-wireless/v1/Sims'
    const perMegabyte = async (plan: string) => {
      const sims = await sandbox.all(
        `${path}?Status=active&RatePlan=${plan}`,
        z.object({ sid: z.string() }),
      )
      const all = await Promise.all(
        sims
          .slice(0, 30)
          .map(({ sid }) => sandbox.all(`${path}/${sid}/UsageRecords?${RANGE}`, record)),
      )
      const branches = all
        .flat()
        .flatMap(({ data }) => [
          ...(data.home ? [{ ...data.home, country_code: 'home' }] : []),
          ...(data.national_roaming
            ? [{ ...data.national_roaming, country_code: 'national' }]
            : []),
          ...data.international_roaming,
        ])
      return (place: string) => {
        const there = branches.filter(({ country_code }) => country_code === place)
        const megabytes = sum(there.map(({ total }) => total)) / 1e6
        return sum(there.map(({ billed }) => billed)) / megabytes
      }
    }
    const fleet = await perMegabyte('fleet-1000')
    const tracker = await perMegabyte('tracker-250')
    for (const [priceOf, place, dollars] of [
      [fleet, 'home', 0.02],
      [fleet, 'national', 0.025],
      [fleet, 'CA', 0.03],
      [fleet, 'MX', 0.05],
      [tracker, 'home', 0.03],
      [tracker, 'national', 0.0375],
    ] as const) {
      expect(priceOf(place)).toBeCloseTo(dollars, 5)
    }
  })

  it('have one currency in an account, and another in one of the children, in both products', async () => {
    for (const [client, currency] of [
      ['sandbox', 'USD'],
      ['sandbox-north', 'USD'],
      ['sandbox-south', 'EUR'],
    ] as const) {
      const records = await usageOf('UsageRecords?Start=2026-07-01&End=2026-08-01', client, 320)
      const units = records.flatMap(({ data, commands }) =>
        [data, commands].flatMap((whole) => [whole, ...partsOf(whole)]),
      )
      expect(new Set(units.map(({ billing_units }) => billing_units))).toEqual(new Set([currency]))
      const superSim = await (await openSandbox({}, client)).all(
        '/super-sim/v1/UsageRecords?StartTime=2026-10-01T00:00:00Z&EndTime=2026-11-01T00:00:00Z',
        z.object({ billed_unit: z.string() }),
      )
      expect(superSim).toEqual([{ billed_unit: currency }])
    }
  })
})
