import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { readKoreDescription } from '#testing/kore-description.ts'
import { type OpenSandbox, openSandbox } from '#testing/open-sandbox.ts'
import type { Client } from './accounts.ts'
import type { SandboxConfig } from './config.ts'

const wireless = readKoreDescription('programmable-wireless')
const superSim = readKoreDescription('super-sim')
const token = readKoreDescription('token')
const isThere = Boolean(wireless && superSim && token)
const WHERE = isThere ? '' : ' (left out: ../shared/kore-openapi is not there)'

const named = z.looseObject({ sid: z.string(), status: z.nullish(z.string()) })

const NOVEMBER = '2026-11-01T00:00:00Z'
const NOON = '2026-11-20T12:00:00Z'

async function sidOf(sandbox: OpenSandbox, list: string, status = ''): Promise<string> {
  const [first] = await sandbox.all(`/${list}?PageSize=1000${status}`, named)
  if (!first) throw new Error(`${list} has nothing${status}`)
  return first.sid
}

/** Answers of Programmable Wireless that the gateway may reach, each by its path in the description. */
async function wirelessPaths(sandbox: OpenSandbox): Promise<[string, string[]][]> {
  const list = 'programmable-wireless/v1/Sims'
  const active = await sidOf(sandbox, list, '&Status=active')
  const unused = await sidOf(sandbox, list, '&Status=new')
  const plan = await sidOf(sandbox, 'programmable-wireless/v1/RatePlans')
  const usage = [
    '?Granularity=all',
    `?Granularity=daily&Start=2026-06-01T00:00:00Z&End=${NOON}&PageSize=40`,
    `?Granularity=hourly&Start=2026-11-10T00:00:00Z&End=${NOON}&PageSize=200`,
    `?Start=2024-01-01&End=${NOVEMBER}`,
    '',
  ]
  return [
    ['/v1/UsageRecords', usage.map((query) => `/UsageRecords${query}`)],
    [
      '/v1/Sims/{Sid}/UsageRecords',
      [active, unused].flatMap((sim) => usage.map((query) => `/Sims/${sim}/UsageRecords${query}`)),
    ],
    [
      '/v1/Sims',
      [
        '/Sims',
        '/Sims?PageSize=1000',
        '/Sims?Status=canceled',
        '/Sims?Status=scheduled',
        `/Sims?RatePlan=${plan}`,
      ],
    ],
    ['/v1/Sims/{Sid}', [`/Sims/${active}`, `/Sims/${unused}`]],
    [
      '/v1/Sims/{Sid}/DataSessions',
      [`/Sims/${active}/DataSessions?PageSize=10`, `/Sims/${unused}/DataSessions`],
    ],
    ['/v1/RatePlans', ['/RatePlans', '/RatePlans?PageSize=2']],
    ['/v1/RatePlans/{Sid}', [`/RatePlans/${plan}`, '/RatePlans/open']],
  ]
}

/** The same of Super SIM. */
async function superSimPaths(sandbox: OpenSandbox): Promise<[string, string[]][]> {
  const sim = await sidOf(sandbox, 'super-sim/v1/Sims', '&Status=active')
  const unused = await sidOf(sandbox, 'super-sim/v1/Sims', '&Status=new')
  const fleet = await sidOf(sandbox, 'super-sim/v1/Fleets')
  const network = await sidOf(sandbox, 'super-sim/v1/Networks')
  const ranges = {
    all: `StartTime=${NOVEMBER}&EndTime=${NOON}`,
    day: `StartTime=${NOVEMBER}&EndTime=2026-11-21T00:00:00Z`,
    hour: `StartTime=2026-11-19T00:00:00Z&EndTime=${NOON}`,
  }
  const groups = ['', '&Group=sim', '&Group=fleet', '&Group=network', '&Group=isoCountry']
  const filters = [
    `&Sim=${sim}`,
    `&Sim=${unused}`,
    `&Fleet=${fleet}`,
    `&Network=${network}`,
    '&IsoCountry=US',
  ]
  return [
    [
      '/v1/UsageRecords',
      Object.entries(ranges).flatMap(([granularity, range]) =>
        [...groups, ...filters, `${groups[1]}${filters[4]}`].map(
          (rest) => `/UsageRecords?PageSize=249&Granularity=${granularity}&${range}${rest}`,
        ),
      ),
    ],
    ['/v1/Sims', ['/Sims?PageSize=40', '/Sims?Status=inactive', `/Sims?Fleet=${fleet}`]],
    ['/v1/Sims/{Sid}', [`/Sims/${sim}`, `/Sims/${unused}`]],
    [
      '/v1/Sims/{SimSid}/BillingPeriods',
      [`/Sims/${sim}/BillingPeriods`, `/Sims/${unused}/BillingPeriods`],
    ],
    ['/v1/Fleets', ['/Fleets', '/Fleets?PageSize=5']],
    ['/v1/Fleets/{Sid}', [`/Fleets/${fleet}`]],
    ['/v1/Networks', ['/Networks?PageSize=15', '/Networks?IsoCountry=DE', '/Networks?Mcc=310']],
    ['/v1/Networks/{Sid}', [`/Networks/${network}`]],
  ]
}

/** So few that each account is read quickly, and so many that it has SIMs of every kind. */
const FEW: Readonly<Record<Client, Partial<SandboxConfig>>> = {
  sandbox: { sims: 100, superSims: 80 },
  'sandbox-north': { sims: 400, superSims: 320 },
  'sandbox-south': { sims: 400, superSims: 800 },
}

const isList = (path: string) => !path.endsWith('{Sid}')

describe.skipIf(!isThere)(`Answers against KORE’s own description${WHERE}`, () => {
  it.each<[string, Partial<SandboxConfig>, Client]>([
    ['as they are by default', {}, 'sandbox'],
    ['of an account in another currency', {}, 'sandbox-south'],
    ['with three letters for a country', { countryCode: 'alpha-3' }, 'sandbox'],
    ['with a record for every period', { emptyPeriods: 'zero' }, 'sandbox-north'],
    ['without records of empty periods', { emptyPeriods: 'missing' }, 'sandbox-north'],
    ['with bare records of empty periods', { emptyPeriods: 'bare' }, 'sandbox-north'],
  ])(
    'are without fault %s',
    async (_, settings, client) => {
      const sandbox = await openSandbox({ ...settings, ...FEW[client] }, client)
      for (const [product, description, paths] of [
        ['programmable-wireless', wireless, await wirelessPaths(sandbox)],
        ['super-sim', superSim, await superSimPaths(sandbox)],
      ] as const) {
        for (const [path, queries] of paths) {
          for (const query of queries) {
            const address = `/${product}/v1${query}`
            const bodies = isList(path)
              ? await sandbox.pages(address)
              : [await (await sandbox.get(address)).json()]
            const faults = bodies.flatMap((body) => description?.faults(path, 200, body))
            expect({ address, faults: faults.slice(0, 3) }).toEqual({ address, faults: [] })
          }
        }
      }
    },
    120_000,
  )

  it.each([
    ['/v1/UsageRecords', '/UsageRecords?Granularity=minutely', 400],
    ['/v1/UsageRecords', '/UsageRecords?PageToken=forged', 400],
    ['/v1/UsageRecords', '/UsageRecords?Start=', 400],
    ['/v1/Sims/{Sid}', '/Sims/nobody', 404],
    ['/v1/RatePlans/{Sid}', '/RatePlans/nobody', 404],
  ])('refuse %s as described: %s', async (path, query, status) => {
    const sandbox = await openSandbox({ sims: 5 })
    const response = await sandbox.get(`/programmable-wireless/v1${query}`)
    expect(response.status).toBe(status)
    expect(wireless?.faults(path, status, await response.json())).toEqual([])
  })

  it('fail as described', async () => {
    for (const [fault, status] of [
      ['500', 500],
      ['503', 503],
    ] as const) {
      const sandbox = await openSandbox({ sims: 5, fault })
      const body = await (await sandbox.get('/programmable-wireless/v1/Sims')).json()
      expect(wireless?.faults('/v1/Sims', status, body)).toEqual([])
    }
    const sandbox = await openSandbox({ sims: 5 })
    const refused = await sandbox.get('/programmable-wireless/v1/Sims', 'forged')
    expect(wireless?.faults('/v1/Sims', 401, await refused.json())).toEqual([])
    const limited = await openSandbox({ sims: 5, products: { sandbox: ['super-sim'] } })
    const forbidden = await limited.get('/programmable-wireless/v1/Sims')
    expect(wireless?.faults('/v1/Sims', 403, await forbidden.json())).toEqual([])
  })

  it('give a token as described', async () => {
    const { tokenAnswer } = await openSandbox({ sims: 5 })
    expect(token?.faults('/v1/auth/token', 200, tokenAnswer)).toEqual([])
  })

  it('are told apart from what KORE does not describe', async () => {
    const sandbox = await openSandbox({ sims: 60, shape: 'documents' })
    const path = `/programmable-wireless/v1/UsageRecords?Start=2026-07-01&End=2026-08-01`
    const [page] = await sandbox.pages(path)
    const faults = wireless?.faults('/v1/UsageRecords', 200, page).join('\n')
    expect(faults).toContain("/usage_records/0/data/home must have required property 'billed'")
    expect(faults).toContain("must have required property 'country_code'")
    expect(faults).toContain('/meta/next_page_url must be string')
    const unknown = { sid: null, iso_country: 'DE' }
    expect(wireless?.faults('/v1/Sims/{Sid}', 200, unknown).join()).toContain(
      'must NOT have additional properties',
    )
  })
})
