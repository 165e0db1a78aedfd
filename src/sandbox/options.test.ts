import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { openSandbox } from '#testing/open-sandbox.ts'
import { parseConfig } from './config.ts'

const WIRELESS = '/programmable-wireless/v1'
const SUPER_SIM = '/super-sim/v1'
const SUMMER = `${WIRELESS}/UsageRecords?Start=2026-07-01&End=2026-08-01`
const NOVEMBER = 'StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-02T00:00:00Z'

const anything = z.looseObject({})
const wirelessRecord = z.looseObject({
  period: z.object({ start: z.string(), end: z.string() }),
  data: z.looseObject({
    total: z.optional(z.number()),
    international_roaming: z.optional(
      z.array(z.looseObject({ country_code: z.optional(z.string()) })),
    ),
  }),
})

describe('What KORE’s sources leave open', () => {
  it('is answered as the older documents say where that is chosen', async () => {
    const sandbox = await openSandbox({ shape: 'documents' })
    const [record] = await sandbox.all(SUMMER, wirelessRecord)
    const leaf = {
      total: expect.any(Number),
      upload: expect.any(Number),
      download: expect.any(Number),
      units: 'bytes',
    }
    expect(record?.data).toEqual({
      ...leaf,
      home: leaf,
      national_roaming: leaf,
      international_roaming: record?.data.international_roaming?.map(() => leaf),
    })
    expect(record?.data.international_roaming?.length).toBeGreaterThan(6)
    const [unused] = await sandbox.all(`${WIRELESS}/Sims?Status=new`, z.object({ sid: z.string() }))
    const nothing = { home: null, national_roaming: null, international_roaming: [] }
    const [empty] = await sandbox.all(`${WIRELESS}/Sims/${unused?.sid}/UsageRecords`, anything)
    expect(empty).toMatchObject({
      data: { total: 0, upload: 0, download: 0, units: 'bytes', ...nothing },
      commands: { total: 0, to_sim: 0, from_sim: 0, ...nothing },
    })
    const [page] = await sandbox.pages(SUMMER)
    expect(page).toMatchObject({ meta: { next_page_url: null, previous_page_url: null } })
    const superSim = `${SUPER_SIM}/UsageRecords?PageSize=1000&${NOVEMBER}`
    const [charged] = await sandbox.all(superSim, anything)
    expect(charged?.data_total_billed).toMatch(/^\d+(\.\d{1,6})?$/)
  })

  it('is a page of more than 249 refused, or cut', async () => {
    const path = `${SUPER_SIM}/UsageRecords?Group=sim&${NOVEMBER}&PageSize=`
    const refused = await openSandbox({ superSims: 400 })
    expect((await refused.get(`${path}249`)).status).toBe(200)
    const response = await refused.get(`${path}250`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 83600 })
    const cut = await openSandbox({ superSims: 400, largePages: 'cut' })
    const page = await (await cut.get(`${path}1000`)).json()
    expect(page.usage_records).toHaveLength(249)
    expect(page.meta).toMatchObject({ page_size: 249, next_page_url: expect.any(String) })
    expect((await cut.get(`${SUPER_SIM}/Sims?PageSize=1001`)).status).toBe(400)
  })

  it('is a country of two letters, or of three', async () => {
    const codes = async (countryCode: 'alpha-2' | 'alpha-3') => {
      const sandbox = await openSandbox({ countryCode })
      const records = await sandbox.all(SUMMER, wirelessRecord)
      return records.flatMap(({ data }) =>
        data.international_roaming?.map((one) => one.country_code),
      )
    }
    const two = await codes('alpha-2')
    const three = await codes('alpha-3')
    const NAMES = new Map([
      ['CA', 'CAN'],
      ['DE', 'DEU'],
      ['GB', 'GBR'],
      ['MX', 'MEX'],
    ])
    for (const [short, long] of NAMES) {
      expect(two.indexOf(short)).toBeGreaterThanOrEqual(0)
      expect(three[two.indexOf(short)]).toBe(long)
    }
  })

  it('is a day without usage zero, bare, or missing', async () => {
    const one = { sims: 1, superSims: 1 }
    const week = 'Granularity=daily&Start=2023-01-01&End=2023-01-08'
    const days = async (emptyPeriods: 'usual' | 'zero' | 'missing' | 'bare') => {
      const sandbox = await openSandbox({ ...one, emptyPeriods })
      return sandbox.all(`${WIRELESS}/UsageRecords?${week}`, wirelessRecord)
    }
    expect((await days('usual')).map(({ data }) => data.total)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect((await days('zero')).map(({ data }) => data.total)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect((await days('bare')).map(({ data }) => data)).toEqual([{}, {}, {}, {}, {}, {}, {}])
    expect(await days('missing')).toEqual([])
    const superSimDays = async (emptyPeriods: 'usual' | 'zero' | 'missing') => {
      const sandbox = await openSandbox({ superSims: 0, emptyPeriods })
      const range = 'StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-04T00:00:00Z'
      return sandbox.all(`${SUPER_SIM}/UsageRecords?Granularity=day&PageSize=2&${range}`, anything)
    }
    expect(await superSimDays('usual')).toEqual([])
    expect(await superSimDays('missing')).toEqual([])
    expect((await superSimDays('zero')).map(({ data_total }) => data_total)).toEqual([0, 0, 0])
  })

  it('keeps the days that have usage where the empty ones are missing', async () => {
    const sandbox = await openSandbox()
    const sims = await sandbox.all(
      `${WIRELESS}/Sims?Status=active&PageSize=300`,
      z.object({ unique_name: z.string() }),
    )
    const meter = sims.find(({ unique_name }) => unique_name.startsWith('meter'))?.unique_name
    const path = `${WIRELESS}/Sims/${meter}/UsageRecords`
    const query = `${path}?Granularity=hourly&Start=2026-11-01&End=2026-11-08`
    const every = await sandbox.all(query, wirelessRecord)
    const sparing = await openSandbox({ emptyPeriods: 'missing' })
    const used = await sparing.all(`${query}&PageSize=7`, wirelessRecord)
    expect(every).toHaveLength(168)
    expect(used).toEqual(every.filter(({ data }) => data.total !== 0))
    expect(used.length).toBeGreaterThan(0)
    expect(used.length).toBeLessThan(168)
  })
})

describe('Tokens', () => {
  it('are refused with 401, or with 403 and another body', async () => {
    const refusal = async (tokenRefusal: 401 | 403, path: string) => {
      const response = await (await openSandbox({ tokenRefusal })).get(path, 'forged')
      return { status: response.status, body: await response.json() }
    }
    expect(await refusal(401, `${WIRELESS}/Sims`)).toMatchObject({
      status: 401,
      body: { status: 401, code: 33201 },
    })
    expect(await refusal(401, `${SUPER_SIM}/Sims`)).toMatchObject({
      status: 401,
      body: { status: 401, code: 20003 },
    })
    expect(await refusal(403, `${SUPER_SIM}/Sims`)).toEqual({
      status: 403,
      body: {
        message: 'User is not authorized to access this resource with an explicit deny',
        error: 'Invalid or expired token',
      },
    })
  })

  it('say their expiry, their scope and their account', async () => {
    const before = Math.floor(Date.now() / 1000)
    const sandbox = await openSandbox()
    const [header = '', claims = ''] = sandbox.accessToken.split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    expect(read(header)).toMatchObject({ alg: 'RS256', typ: 'JWT' })
    const { exp, scope, account_sid } = read(claims)
    expect(exp - before).toBeGreaterThanOrEqual(3600)
    expect(exp - before).toBeLessThan(3660)
    expect(scope).toBe('programmable-wireless super-sim')
    const [record] = await sandbox.all(SUMMER, anything)
    expect(account_sid).toBe(record?.account_sid)
  })

  it('open only the products that they are for', async () => {
    const products = { 'sandbox-north': ['super-sim'] } as const
    const limited = await openSandbox({ products }, 'sandbox-north')
    expect(limited.tokenAnswer).toMatchObject({ scope: 'super-sim' })
    expect((await limited.get(`${SUPER_SIM}/Networks`)).status).toBe(200)
    const refused = await limited.get(`${WIRELESS}/Sims`)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ status: 403, message: expect.any(String) })
    const other = await openSandbox({ products })
    expect((await other.get(`${WIRELESS}/RatePlans`)).status).toBe(200)
  })
})

describe('A rate limit', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('answers so many requests a second to each account at each API, and says how long to wait', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 })
    const sandbox = await openSandbox({ rateLimit: 2, sims: 5 })
    const north = await sandbox.tokenOf('sandbox-north')
    const statuses = async (path: string, token?: string) => {
      const answers = Array.from({ length: 3 }, () => sandbox.get(path, token))
      return (await Promise.all(answers)).map(({ status }) => status)
    }
    expect(await statuses(`${WIRELESS}/RatePlans`)).toEqual([200, 200, 429])
    expect(await statuses(`${SUPER_SIM}/Fleets`)).toEqual([200, 200, 429])
    expect(await statuses(`${SUPER_SIM}/Fleets`, north)).toEqual([200, 200, 429])
    vi.setSystemTime(999)
    const refused = await sandbox.get(`${SUPER_SIM}/Fleets`)
    expect(refused.headers.get('Retry-After')).toBe('1')
    expect(await refused.json()).toMatchObject({ status: 429, code: 20429 })
    vi.setSystemTime(1000)
    expect(await statuses(`${SUPER_SIM}/Fleets`)).toEqual([200, 200, 429])
  })

  it('can tell the wait as a date', async () => {
    const sandbox = await openSandbox({ fault: '429', retryAfter: 'date' })
    const refused = await sandbox.get(`${WIRELESS}/Sims`)
    expect(refused.headers.get('Retry-After')).toBe('Fri, 20 Nov 2026 12:00:01 GMT')
  })
})

describe('The settings of a form', () => {
  it('come from the environment', () => {
    expect(
      parseConfig([], {
        SANDBOX_SHAPE: 'documents',
        SANDBOX_LARGE_PAGES: 'cut',
        SANDBOX_COUNTRY_CODE: 'alpha-3',
        SANDBOX_EMPTY_PERIODS: 'missing',
        SANDBOX_TOKEN_REFUSAL: '403',
        SANDBOX_RATE_LIMIT: '5',
        SANDBOX_RETRY_AFTER: 'date',
        SANDBOX_PRIVATE_BETA: 'off',
        SANDBOX_PRODUCTS: 'sandbox-north=super-sim sandbox-south=programmable-wireless',
      }),
    ).toMatchObject({
      shape: 'documents',
      largePages: 'cut',
      countryCode: 'alpha-3',
      emptyPeriods: 'missing',
      tokenRefusal: 403,
      rateLimit: 5,
      retryAfter: 'date',
      privateBeta: false,
      products: { 'sandbox-north': ['super-sim'], 'sandbox-south': ['programmable-wireless'] },
    })
    expect(parseConfig(['--products', 'super-sim'], {}).products).toEqual({
      sandbox: ['super-sim'],
      'sandbox-north': ['super-sim'],
      'sandbox-south': ['super-sim'],
    })
  })

  it.each([
    '--shape=round',
    '--large-pages=torn',
    '--country-code=DE',
    '--empty-periods=none',
    '--token-refusal=404',
    '--rate-limit=fast',
    '--retry-after=soon',
    '--products=voice',
    '--products=nobody=super-sim',
  ])('that are wrong are named: %s', (option) => {
    const [name = ''] = option.split('=')
    expect(() => parseConfig([option], {})).toThrow(name)
  })
})
