import { Hono } from 'hono'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { createUpstream, type Upstream } from '../kore/forward.ts'
import type { SettledAnswers } from '../store/settled-answers.ts'
import type { KeptLink } from '../store/shared-links.ts'
import { createHeldAnswers } from './held-answers.ts'
import { createLinkRequests } from './link-requests.ts'
import type { Identified, Reader } from './reader.ts'
import { serveAccount } from './serve-account.ts'

const LINK: KeptLink = {
  id: 'link-1',
  name: 'For Bo',
  path: '/account',
  search: 'range=2026-10-01..2026-10-15',
  owner: '',
  accounts: ['main'],
  createdAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2026-12-01T00:00:00.000Z',
}

const USAGE =
  '/api/accounts/main/programmable-wireless/v1/UsageRecords?Start=2026-10-02T00:00:00Z&End=2026-10-03T00:00:00Z'

/** The usage of the link, as its page asks for it. */
const LINKED =
  '/api/accounts/main/programmable-wireless/v1/UsageRecords?Start=2026-10-01T00%3A00%3A00Z&End=2026-10-16T00%3A00%3A00Z&Granularity=daily&PageSize=1000'

/** Longer than any answer of these tests takes. */
const HOLD = 5_000

const get = vi.fn<Upstream['get']>()
const queue = vi.fn<Upstream['queue']>()
const find = vi.fn<Upstream['find']>()
const forget = vi.fn()
const clear = vi.fn(async () => undefined)

const UPSTREAM: Upstream = {
  ...createUpstream(sandboxUpstream('http://127.0.0.1:1')),
  get,
  find,
  forget,
  queue,
}

const SETTLED: SettledAnswers = {
  get: async () => undefined,
  put: async () => undefined,
  replace: async () => undefined,
  summary: async () => ({ answers: 1, bytes: 20 }),
  async *exported() {
    yield { request: 'super-sim/v1/UsageRecords', keptAt: 0, body: '{"usage_records":[]}' }
  },
  clear,
}

const OWN: Reader = {
  person: undefined,
  accounts: [{ ...mainAccount(UPSTREAM), settled: SETTLED }],
}

beforeEach(() => {
  vi.resetAllMocks()
  get.mockResolvedValue({ status: 200, body: '{"ok":true}' })
  find.mockResolvedValue(undefined)
  queue.mockReturnValue({ perSecond: undefined, waiting: 0 })
})

function asked(reader: Reader, path: string, init: RequestInit = {}, hold = HOLD) {
  const known = { held: createHeldAnswers(hold), linkRequests: createLinkRequests() }
  const app = new Hono<Identified>()
    .use(async (context, next) => {
      context.set('reader', reader)
      await next()
    })
    .all('/api/accounts/:account/*', (context) => serveAccount(context, known))
  return app.request(path, init)
}

const cacheControl = (control: string) => ({ headers: { 'Cache-Control': control } })

describe('an account', () => {
  it('is not there for whoever may not see it', async () => {
    const response = await asked({ ...OWN, accounts: [] }, USAGE)
    expect(response.status).toBe(404)
    expect(get).not.toHaveBeenCalled()
  })

  it('is the one that is asked for, and no other', async () => {
    const ofNorth = vi.fn<Upstream['get']>(async () => ({ status: 200, body: '{}' }))
    const north = { ...mainAccount({ ...UPSTREAM, get: ofNorth }), id: 'north' }
    const both = { ...OWN, accounts: [...OWN.accounts, north] }
    const response = await asked(OWN, USAGE.replace('main', 'north'))
    expect([response.status, get.mock.calls]).toEqual([404, []])
    await asked(both, USAGE.replace('main', 'north'))
    expect(ofNorth).toHaveBeenCalledTimes(1)
    await asked(both, USAGE)
    expect(ofNorth).toHaveBeenCalledTimes(1)
  })

  it('is read anew where the browser will have no kept answer', async () => {
    await asked(OWN, USAGE)
    await asked(OWN, USAGE, cacheControl('no-cache'))
    expect(get.mock.calls.map(([, , wish]) => wish?.anew)).toEqual([false, true])
  })

  it('is not read where the browser wants what is kept', async () => {
    const nothing = await asked(OWN, USAGE, cacheControl('only-if-cached'))
    expect(nothing.status).toBe(204)
    find.mockResolvedValue({ status: 200, body: '{"kept":true}' })
    const kept = await asked(OWN, USAGE, cacheControl('only-if-cached'))
    expect(await kept.json()).toEqual({ kept: true })
    expect(get).not.toHaveBeenCalled()
  })

  it.each(['/kept//a:99999/', '/kept//', '/kept/x'])('has nothing at %s', async (path) => {
    const response = await asked(OWN, `/api/accounts/main${path}`)
    expect(response.status).toBe(404)
  })

  it('tells what is kept of it, and forgets it here and for good', async () => {
    const kept = await asked(OWN, '/api/accounts/main/kept')
    expect(await kept.json()).toEqual({ durable: true, answers: 1, bytes: 20 })
    const headers = { 'Content-Type': 'application/json' }
    await asked(OWN, '/api/accounts/main/kept', { method: 'DELETE', headers, body: '{}' })
    expect([clear.mock.calls.length, forget.mock.calls.length]).toEqual([1, 1])
  })
})

describe('an account that is read through a link', () => {
  const reader: Reader = { ...OWN, link: LINK }

  it('shows what the link shows and nothing else', async () => {
    expect((await asked(reader, LINKED)).status).toBe(200)
    get.mockClear()
    for (const path of [
      LINKED.replace('2026-10-01', '2026-09-02'),
      LINKED.replace('UsageRecords', `Sims/DE${'b'.repeat(32)}/DataSessions`),
      '/api/accounts/main/programmable-wireless/v1/Sims',
    ]) {
      for (const control of ['', 'only-if-cached', 'no-cache']) {
        const response = await asked(reader, path, cacheControl(control))
        expect([path, control, response.status]).toEqual([path, control, 403])
      }
    }
    expect(get.mock.calls).toEqual([])
  })

  it('is told to come again where the pages before the one that is asked for take long', async () => {
    get.mockImplementation(() => new Promise(() => undefined))
    const response = await asked(reader, `${LINKED}&Page=1`, {}, 20)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([202, '1'])
    // The first page was waited for, which names the next one, or does not.
    expect(get.mock.calls).toHaveLength(1)
  })

  it('shows no page that the one before it does not name', async () => {
    const response = await asked(reader, `${LINKED}&Page=1`)
    expect([response.status, await response.json()]).toEqual([
      403,
      { status: 403, message: 'This link does not show that.' },
    ])
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('says what has failed where a page that would tell what it shows is not there', async () => {
    get.mockResolvedValue({ status: 503, body: '{"status":503}', retryAfter: 9 })
    const response = await asked(reader, `${LINKED}&Page=1`)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '9'])
  })

  it('is never read anew', async () => {
    await asked(reader, LINKED, cacheControl('no-cache'))
    expect(get.mock.calls.map(([, , wish]) => wish?.anew)).toEqual([undefined])
  })

  it('tells nothing of what is kept, and lets nothing of it be deleted', async () => {
    for (const path of ['/api/accounts/main/kept', '/api/accounts/main/kept/export']) {
      const response = await asked(reader, path)
      expect([path, response.status]).toEqual([path, 404])
    }
    const headers = { 'Content-Type': 'application/json' }
    await asked(reader, '/api/accounts/main/kept', { method: 'DELETE', headers, body: '{}' })
    expect([clear.mock.calls, forget.mock.calls]).toEqual([[], []])
  })
})

describe('an answer', () => {
  const answered = async (answer: Awaited<ReturnType<Upstream['get']>>) => {
    get.mockResolvedValue(answer)
    return (await asked(OWN, USAGE)).headers
  }

  it('may be kept by the browser where it has a mark, which asks each time', async () => {
    const marked = await answered({ status: 200, body: '{}', etag: '"mark"', age: 61 })
    expect([marked.get('Cache-Control'), marked.get('ETag'), marked.get('Age')]).toEqual([
      'private, no-cache',
      '"mark"',
      '61',
    ])
    const unmarked = await answered({ status: 503, body: '{}', retryAfter: 5 })
    expect([unmarked.get('Cache-Control'), unmarked.get('Retry-After')]).toEqual(['no-store', '5'])
  })
})

describe('the order and the pace', () => {
  const USUAL = { product: 'programmable-wireless', path: '/v1/UsageRecords' }

  it.each([
    ['u=5', 5],
    ['u=1, i', 1],
    ['i, u=7', 7],
    ['u=9', undefined],
    ['i', undefined],
    [undefined, undefined],
  ])('takes Priority %j as urgency %j', async (priority, urgency) => {
    await asked(OWN, USAGE, priority === undefined ? {} : { headers: { Priority: priority } })
    expect(get.mock.calls[0]?.[0]).toEqual(USUAL)
    expect(get.mock.calls[0]?.[2]).toEqual({ anew: false, urgency })
  })

  it('tells the pace of the product that was asked, where one is known', async () => {
    expect((await asked(OWN, USAGE)).headers.get('Roamboard-Pace')).toBeNull()
    queue.mockReturnValue({ perSecond: 0.954, waiting: 12 })
    expect((await asked(OWN, USAGE)).headers.get('Roamboard-Pace')).toBe('0.95;waiting=12')
    expect(queue).toHaveBeenLastCalledWith('programmable-wireless')
  })
})
