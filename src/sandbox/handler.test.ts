import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokens } from './auth.ts'
import { DEFAULT_CONFIG, parseConfig } from './config.ts'
import { createSandbox, type Sandbox } from './handler.ts'

const NOW = '2026-11-20T12:00:00Z'
const V1 = '/programmable-wireless/v1'

let sandbox: Sandbox
let accessToken: string

const request = (path: string, init?: RequestInit) =>
  sandbox.fetch(new Request(`http://sandbox${path}`, init))

const askToken = (clientId: string, secret: string) =>
  request('/api-services/v1/auth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    }),
  })

const get = (path: string) =>
  request(V1 + path, { headers: { Authorization: `Bearer ${accessToken}` } })

beforeAll(async () => {
  sandbox = createSandbox(parseConfig(['--now', NOW, '--sims', '300'], {}))
  accessToken = (await (await askToken('sandbox', 'sandbox')).json()).access_token
})

afterAll(() => sandbox.setFault('none'))

describe('sandbox', () => {
  it('refuses any other client or secret', async () => {
    for (const [client, secret] of [
      ['sandbox', 'wrong'],
      ['someone', 'sandbox'],
    ] as const) {
      const response = await askToken(client, secret)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ error: 'unauthorized_client' })
    }
  })

  it('wants a token that it has given out', async () => {
    for (const headers of [{}, { Authorization: 'Bearer forged' }, { Authorization: 'Basic x' }]) {
      const response = await request(`${V1}/Sims`, { headers })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ status: 401, code: 33201 })
    }
  })

  it('lets tokens expire', () => {
    let time = 0
    const tokens = createTokens(() => time)
    const claims = { client: 'sandbox', accountSid: 'AC', products: ['super-sim'] } as const
    const { accessToken: token, expiresIn } = tokens.issue(claims)
    time = expiresIn * 1000 - 1
    expect(tokens.claimsOf(token)).toEqual(claims)
    time += 1
    expect(tokens.claimsOf(token)).toBeUndefined()
  })

  it('pages with absolute URLs of its own', async () => {
    const { meta, sims } = await (await get('/Sims?PageSize=25')).json()
    expect(sims).toHaveLength(25)
    expect(meta).toMatchObject({ key: 'sims', page: 0, page_size: 25, previous_page_url: null })
    expect(meta.next_page_url).toMatch(
      /^http:\/\/sandbox\/programmable-wireless\/v1\/Sims\?.*PageToken=/,
    )
    const last = await (await get('/Sims?PageSize=25&PageToken=PT290')).json()
    expect(last.sims).toHaveLength(10)
    expect(last.meta.next_page_url).toBeNull()
  })

  it.each([
    ['/Sims?PageSize=0', 400, 33101],
    ['/Sims?PageSize=1001', 400, 33101],
    ['/Sims?Status=asleep', 400, 33101],
    ['/UsageRecords?Granularity=minutely', 400, 33101],
    ['/UsageRecords?Start=yesterday', 400, 33101],
    ['/UsageRecords?Start=2026-11-02T00:00:00Z&End=2026-11-01T00:00:00Z', 400, 33101],
    ['/Sims?Page=first', 400, 33101],
    ['/UsageRecords?Start=', 400, 33102],
    ['/Sims?PageToken=forged', 400, 33103],
    ['/Sims/nobody', 404, 33107],
    ['/Sims/nobody/UsageRecords', 404, 33107],
    ['/Sims/nobody/DataSessions', 404, 33107],
    ['/RatePlans/nobody', 404, 20404],
    ['/Nothing', 404, 20404],
  ])('refuses %s', async (path, status, code) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ status, code, message: expect.any(String) })
  })

  it('adds every tree up', async () => {
    const path =
      '/UsageRecords?Granularity=daily&Start=2026-07-01T00:00:00Z&End=2026-08-01T00:00:00Z'
    const { usage_records: records } = await (await get(path)).json()
    expect(records).toHaveLength(31)
    for (const { data } of records) {
      const parts = [data.home, data.national_roaming, ...data.international_roaming].filter(
        Boolean,
      )
      for (const key of ['total', 'upload', 'download']) {
        const sum = parts.reduce((total: number, part) => total + part[key], 0)
        expect(sum).toBe(data[key])
      }
    }
  })

  it('shows empty trees of a SIM that did nothing', async () => {
    const { sims } = await (await get('/Sims?Status=new')).json()
    const { usage_records: records } = await (await get(`/Sims/${sims[0].sid}/UsageRecords`)).json()
    expect(records).toHaveLength(1)
    const charge = { billed: 0, billing_units: 'USD' }
    expect(records[0]).toEqual({
      account_sid: expect.stringMatching(/^AC[0-9a-f]{32}$/),
      sim_sid: sims[0].sid,
      period: { start: '2026-10-20T12:00:00Z', end: '2026-11-20T12:00:00Z' },
      commands: { total: 0, to_sim: 0, from_sim: 0, ...charge, international_roaming: [] },
      data: {
        total: 0,
        upload: 0,
        download: 0,
        units: 'bytes',
        ...charge,
        international_roaming: [],
      },
    })
  })

  it('fails as it is told to', async () => {
    sandbox.setFault('429')
    const limited = await get('/Sims')
    expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '1'])
    sandbox.setFault('500')
    expect((await get('/Sims')).status).toBe(500)
    sandbox.setFault('503')
    const overloaded = await get('/Sims')
    expect(overloaded.status).toBe(503)
    expect(await overloaded.json()).toMatchObject({ status: 503, code: 33004 })
    sandbox.setFault('html')
    expect((await get('/Sims')).headers.get('Content-Type')).toContain('html')
    sandbox.setFault('cut')
    await expect((await get('/Sims')).json()).rejects.toThrow()
    sandbox.setFault('none')
    expect((await get('/Sims')).status).toBe(200)
  })

  it('tells its own time', async () => {
    expect((await get('/Sims')).headers.get('Date')).toBe('Fri, 20 Nov 2026 12:00:00 GMT')
  })
})

describe('sandbox settings', () => {
  it('come from the command line, else from the environment, else by default', () => {
    const config = parseConfig(['--seed', '9'], { SANDBOX_SEED: '3', SANDBOX_FAULT: 'slow' })
    expect(config).toEqual({ ...DEFAULT_CONFIG, seed: 9, fault: 'slow' })
  })

  it.each([
    '--now=yesterday',
    '--sims=-1',
    '--port=99999',
    '--fault=fire',
    '--private-beta=maybe',
    '--super-sims=many',
    '--latency=1.5',
  ])('that are wrong are named: %s', (option) => {
    const [name = ''] = option.split('=')
    expect(() => parseConfig([option], {})).toThrow(name)
  })
})
