import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { patiently, stubKore } from '#testing/stub-kore.ts'
import { createWatch } from '../http/watch.ts'
import type { AllowedRequest } from './allowed-requests.ts'
import { accountOf, createUpstream } from './forward.ts'

const SETTLED = '?End=2020-01-01T00:00:00Z'

const WIRELESS: AllowedRequest = { product: 'programmable-wireless', path: '/v1/UsageRecords' }
const SUPER: AllowedRequest = { product: 'super-sim', path: '/v1/UsageRecords' }

const kore = stubKore()

const upstream = (options: Parameters<typeof createUpstream>[1] = {}) =>
  createUpstream(sandboxUpstream('http://127.0.0.1'), options)

/** A store for good that holds nothing and remembers what it was told. */
function emptyStore() {
  return {
    get: async () => undefined,
    put: vi.fn(async (_request: string, _list: string, _body: string) => undefined),
    replace: vi.fn(async () => undefined),
  }
}

describe('the way to an account', () => {
  it('asks each product at its own address, and takes the answer of none for the other’s', async () => {
    kore.answer = (url) => Response.json({ from: url.includes('super-sim') ? 'super' : 'wireless' })
    const search = '?End=2020-01-01T00:00:00Z&EndTime=2020-01-01T00:00:00Z'
    const account = upstream()
    const bodies = [await account.get(WIRELESS, search), await account.get(SUPER, search)]
    expect(bodies.map(({ body }) => body)).toEqual(['{"from":"wireless"}', '{"from":"super"}'])
    expect(kore.asked).toEqual([
      `/programmable-wireless/v1/UsageRecords${search}`,
      `/super-sim/v1/UsageRecords${search}`,
    ])
  })

  it('takes the answer to no other query for its own', async () => {
    kore.answer = (url) => Response.json({ url })
    const account = upstream()
    const one = await account.get(WIRELESS, `${SETTLED}&Granularity=daily`)
    const other = await account.get(WIRELESS, `${SETTLED}&Granularity=hourly`)
    expect(one.body).not.toBe(other.body)
    expect((await account.find(WIRELESS, `${SETTLED}&Granularity=daily`))?.body).toBe(one.body)
    expect(await account.find(WIRELESS, SETTLED)).toBeUndefined()
  })

  it.each([
    ['Page', '&Page=3'],
    ['PageToken', '&PageToken=abc'],
  ])(
    'leaves all that is kept of a list where a made-up page by %s is refused',
    async (_, later) => {
      const durable = emptyStore()
      const account = upstream({ durable })
      await account.get(WIRELESS, `${SETTLED}&PageSize=50`)
      kore.answer = () => Response.json({}, { status: 400 })
      await account.get(WIRELESS, `?PageSize=50${later}&${SETTLED.slice(1)}`)
      const list = 'programmable-wireless/v1/UsageRecords?End=2020-01-01T00%3A00%3A00Z&PageSize=50'
      expect(durable.put.mock.calls.map(([, kept]) => kept)).toEqual([list])
      expect(durable.replace).not.toHaveBeenCalled()
      expect(await account.find(WIRELESS, `${SETTLED}&PageSize=50`)).toBeDefined()
      const asked = kore.asked.length
      await account.get(WIRELESS, `${SETTLED}&PageSize=50`)
      expect(kore.asked.length).toBe(asked)
    },
  )

  it('takes for settled what is old by the time of the upstream, not of this machine alone', async () => {
    const durable = emptyStore()
    const account = upstream({ durable })
    // Long past here, and to come there: it can still change.
    const headers = { Date: 'Fri, 01 Jan 2010 12:00:00 GMT' }
    kore.answer = () => Response.json({}, { headers })
    await account.get({ ...WIRELESS, path: '/v1/RatePlans' }, '')
    await account.get(WIRELESS, SETTLED)
    await account.get(WIRELESS, '?End=2009-12-30T12:00:00Z')
    const kept = durable.put.mock.calls.map(([request]) => request)
    expect(kept).toEqual(['programmable-wireless/v1/UsageRecords?End=2009-12-30T12:00:00Z'])
  })

  it.each([
    ['told by its answers', 5],
    ['come by the time of this machine only', -5],
  ])('does not take for settled what was yesterday, %s', async (_, days) => {
    const durable = emptyStore()
    const account = upstream({ durable })
    const date = (ahead: number) => new Date(Date.now() + ahead * 24 * 3_600_000)
    const headers = { Date: date(days).toUTCString() }
    kore.answer = () => Response.json({}, { headers })
    await account.get({ ...WIRELESS, path: '/v1/RatePlans' }, '')
    await account.get(WIRELESS, `?End=${date(Math.min(0, days) - 0.5).toISOString()}`)
    expect(durable.put).not.toHaveBeenCalled()
  })

  it('judges its first answer by the time that comes with it, where this machine is ahead', async () => {
    const durable = emptyStore()
    const account = upstream({ durable })
    const headers = { Date: 'Fri, 01 Jan 2010 12:00:00 GMT' }
    kore.answer = () => Response.json({}, { headers })
    await account.get(WIRELESS, '?End=2010-01-01T00:00:00Z')
    await upstream({ durable }).get(WIRELESS, '?End=2009-12-30T12:00:00Z')
    const kept = durable.put.mock.calls.map(([request]) => request)
    expect(kept).toEqual(['programmable-wireless/v1/UsageRecords?End=2009-12-30T12:00:00Z'])
  })

  it('keeps no answer that broke off', async () => {
    const durable = emptyStore()
    const headers = { 'Content-Type': 'application/json' }
    kore.answer = () => new Response('{"usage_records":[{"da', { headers })
    const broken = await patiently(upstream({ durable }).get(WIRELESS, SETTLED))
    expect(broken.status).toBe(502)
    expect(durable.put).not.toHaveBeenCalled()
  })

  it('tells refused credentials from a token endpoint that is busy', async () => {
    kore.token = () => Response.json({ error: 'invalid_client' }, { status: 401 })
    const refused = await upstream().get(WIRELESS, SETTLED)
    expect([refused.status, refused.body]).toEqual([401, expect.stringContaining('credentials')])
    kore.token = () => Response.json({ error: 'slow_down' }, { status: 429 })
    const busy = await patiently(upstream().get(WIRELESS, SETTLED))
    expect([busy.status, busy.body]).toEqual([502, expect.stringContaining('answered 429')])
    expect(kore.asked).toEqual([])
  })

  it('leaves one product alone that fails, and not the other', async () => {
    kore.answer = (url) => Response.json({}, { status: url.includes('super-sim') ? 503 : 200 })
    const account = upstream()
    for (let number = 0; number < 3; number++) {
      await patiently(account.get(SUPER, `?Page=${number}`))
    }
    const before = kore.asked.length
    expect((await patiently(account.get(SUPER, '?Page=9'))).body).toContain('left alone')
    expect(kore.asked.length).toBe(before)
    expect((await account.get(WIRELESS, SETTLED)).status).toBe(200)
  })
})

describe('an illness', () => {
  it('of one account’s requests is not held against another', async () => {
    kore.answer = () => Response.json({}, { status: 503 })
    const ill = upstream()
    for (let page = 0; page < 3; page++) await patiently(ill.get(SUPER, `?Page=${page}`))
    expect((await patiently(ill.get(SUPER, '?Page=9'))).body).toContain('left alone')
    kore.answer = () => Response.json({})
    expect((await upstream().get(SUPER, '')).status).toBe(200)
  })

  it.each<[string, () => Response]>([
    ['is refused', () => Response.json({}, { status: 400 })],
    ['has an answer that is no JSON', () => new Response('<h1>')],
    [
      'has an answer that breaks off',
      () => new Response('{"a', { headers: { 'Content-Type': 'application/json' } }),
    ],
    ['is answered elsewhere', () => new Response('', { status: 302 })],
  ])('is none where one question %s', async (_, odd) => {
    kore.answer = (url) => (url.includes('Page=') ? odd() : Response.json({}))
    const account = upstream()
    for (let page = 0; page < 12; page++) await patiently(account.get(SUPER, `?Page=${page}`))
    expect((await account.get(SUPER, '')).status).toBe(200)
  })
})

it('takes a page that says 429 for a plea for patience', async () => {
  const headers = { 'Retry-After': '300' }
  kore.answer = () => new Response('<h1>Slow down</h1>', { status: 429, headers })
  expect(await upstream().get(WIRELESS, SETTLED)).toMatchObject({ status: 429, retryAfter: 300 })
})

it('names the account in the log, and no secret', async () => {
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  kore.answer = () => Response.json({}, { status: 500 })
  await patiently(
    upstream({ name: 'north', watch: createWatch('account', log) }).get(WIRELESS, SETTLED),
  )
  const told = lines.map((line) => JSON.parse(line))
  expect(told).toMatchObject([
    { account: 'north', status: 200, msg: 'asked for a token' },
    ...[1, 2, 3].map(() => ({ account: 'north', product: 'programmable-wireless', status: 500 })),
  ])
  expect(lines.join()).not.toMatch(/secret-token|"sandbox"|Bearer/)
})

it('knows each account by a mark of its own, which does not name it', () => {
  const markOf = (clientId: string) => accountOf({ ...sandboxUpstream('http://a'), clientId })
  expect(markOf('north')).toMatch(/^[0-9a-f]{16}$/)
  expect(markOf('north')).toBe(markOf('north'))
  expect(markOf('north')).not.toBe(markOf('south'))
})
