import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { listen, type Stack, startStack } from '#testing/stack.ts'
import { NO_STORE } from '#testing/store/no-store.ts'
import { createUpstream } from '../kore/forward.ts'
import { createGateway } from './handler.ts'
import { createWatch } from './watch.ts'

const closing: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const server of closing.splice(0)) await server.close()
})

async function stack(...options: Parameters<typeof startStack>): Promise<Stack> {
  const started = await startStack(...options)
  closing.push(started)
  return started
}

/** Nothing is opened before it is used, and these tests use none. */
const UNUSED = {
  store: { ...NO_STORE, check: async () => undefined },
  watch: createWatch('sandbox'),
}

/** A gateway whose upstream gives tokens and answers everything else as it is told. */
async function gatewayBefore(answer: (request: Request) => Response) {
  const seen: Request[] = []
  const upstream = await listen((request) => {
    if (request.url.includes('/auth/')) {
      return Response.json({ access_token: 'secret-token', expires_in: 3600 })
    }
    seen.push(request)
    return answer(request)
  })
  closing.push(upstream)
  const gateway = createGateway({
    accounts: [mainAccount(createUpstream(sandboxUpstream(upstream.url)))],
    source: 'sandbox',
    ...UNUSED,
    allowedHosts: ['localhost'],
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    gateway.request(path, { headers: { Host: 'localhost:8080', ...headers } })
  return { get, seen, gateway }
}

const USAGE = '/api/accounts/main/programmable-wireless/v1/UsageRecords'

describe('gateway', () => {
  it('forwards what is allowed, with the query as it came and the token of its own', async () => {
    const { get, seen } = await gatewayBefore(() => Response.json({ ok: true }))
    const query = '?Start=2026-11-01T00%3A00%3A00Z&PageToken=a%20b'
    const response = await get(USAGE + query, { Cookie: 'mine=1', Authorization: 'Bearer forged' })
    expect(await response.json()).toEqual({ ok: true })
    expect(seen[0]?.url).toMatch(/\/programmable-wireless\/v1\/UsageRecords\?Start=/)
    expect(seen[0]?.url.endsWith(query)).toBe(true)
    expect(seen[0]?.headers.get('Authorization')).toBe('Bearer secret-token')
    expect(seen[0]?.headers.get('Cookie')).toBeNull()
  })

  it('answers with the upstream’s status and error body', async () => {
    const body = { status: 400, code: 83604, message: 'too long' }
    const { get } = await gatewayBefore(() => Response.json(body, { status: 400 }))
    const response = await get(USAGE)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual(body)
  })

  it('hands on when to try again', async () => {
    const { get } = await gatewayBefore(() =>
      Response.json({}, { status: 429, headers: { 'Retry-After': '120' } }),
    )
    expect((await get(USAGE)).headers.get('Retry-After')).toBe('120')
  })

  it('answers a browser that has the newest answer with nothing', async () => {
    const { get, seen } = await gatewayBefore(() => Response.json({ usage_records: [] }))
    const settled = `${USAGE}?End=2020-01-01T00:00:00Z`
    const etag = (await get(settled)).headers.get('ETag') ?? ''
    expect(etag).not.toBe('')
    for (const mark of [etag, `W/${etag}`]) {
      expect((await get(settled, { 'If-None-Match': mark })).status).toBe(304)
    }
    const response = await get(settled, { 'If-None-Match': '"other"' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(seen).toHaveLength(1)
  })

  it('compresses what is kept once, for browsers that can read it', async () => {
    const records = { usage_records: Array.from({ length: 200 }, () => ({ data: 1 })) }
    const { get } = await gatewayBefore(() => Response.json(records))
    const settled = `${USAGE}?End=2020-01-01T00:00:00Z`
    const plain = await get(settled, { 'Accept-Encoding': 'br;q=0.5, gzip;q=0' })
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    expect(await plain.json()).toEqual(records)
    const compressed = await get(settled, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip')
    expect(compressed.headers.get('Vary')).toBe('Accept-Encoding')
    expect(compressed.headers.get('ETag')).toBe(`W/${plain.headers.get('ETag')}`)
    const bytes = Buffer.from(await compressed.arrayBuffer())
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(records)
  })

  it('follows no redirect and passes no foreign page on', async () => {
    const redirect = await gatewayBefore(() => Response.redirect('http://127.0.0.1:9/secret'))
    expect((await redirect.get(USAGE)).status).toBe(502)
    const page = await gatewayBefore(
      () => new Response('<script>alert(1)</script>', { headers: { 'Content-Type': 'text/html' } }),
    )
    const answer = await page.get(USAGE)
    expect(answer.status).toBe(502)
    expect(answer.headers.get('Content-Type')).toContain('json')
    expect(await answer.text()).not.toContain('<script>')
  })

  it('renews a refused token once, and then believes the refusal', async () => {
    const { get, seen } = await gatewayBefore(() => Response.json({ code: 20003 }, { status: 401 }))
    expect((await get(USAGE)).status).toBe(401)
    expect(seen).toHaveLength(2)
  })

  it('does not forward other paths or methods', async () => {
    const { get, gateway, seen } = await gatewayBefore(() => Response.json({}))
    expect((await get('/api/accounts/main/programmable-wireless/v1/Commands')).status).toBe(404)
    const headers = { Host: 'localhost' }
    expect((await gateway.request(USAGE, { method: 'POST', headers })).status).toBe(405)
    expect(seen).toEqual([])
  })

  it('refuses a foreign host', async () => {
    const { get } = await gatewayBefore(() => Response.json({}))
    for (const host of ['evil.example', 'localhost.evil.example', '']) {
      expect((await get('/healthz', { Host: host })).status).toBe(403)
    }
    expect((await get('/healthz', { Host: 'LOCALHOST:1' })).status).toBe(200)
  })

  it('says so where a link cannot be looked up, as the store is out of reach', async () => {
    const upstream = createUpstream(sandboxUpstream('http://127.0.0.1:1'))
    const gateway = createGateway({
      ...UNUSED,
      accounts: [mainAccount(upstream)],
      source: 'sandbox',
      allowedHosts: ['localhost'],
    })
    const answer = await gateway.request(`/api/about?link=${'a'.repeat(43)}`, {
      headers: { Host: 'localhost' },
    })
    expect(answer.status).toBe(503)
    expect((await answer.json()).message).toContain('store')
  })

  it('allows no inline script or style but its own', async () => {
    const { get } = await gatewayBefore(() => Response.json({}))
    const policy = (await get('/healthz')).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('lets nothing come of an answer of the API that is opened as a page', async () => {
    const { get } = await gatewayBefore(() => Response.json({}))
    for (const path of [USAGE, '/api/about', '/api/nothing']) {
      const policy = (await get(path)).headers.get('Content-Security-Policy')
      expect([path, policy]).toEqual([path, "default-src 'none'; frame-ancestors 'none'"])
    }
  })

  it('names every request, and by the name that it came with', async () => {
    const { get } = await gatewayBefore(() => Response.json({}))
    for (const path of [USAGE, '/api/about', '/api/nothing', '/healthz']) {
      const named = await get(path, { 'X-Request-Id': 'from-the-proxy' })
      expect([path, named.headers.get('X-Request-Id')]).toEqual([path, 'from-the-proxy'])
      expect((await get(path)).headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/)
    }
  })

  it('says why it is not ready', async () => {
    const gateway = createGateway({
      accounts: [mainAccount(createUpstream(sandboxUpstream('http://127.0.0.1:1')))],
      source: 'sandbox',
      ...UNUSED,
      allowedHosts: ['localhost'],
    })
    const response = await gateway.request('/readyz', { headers: { Host: 'localhost' } })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ reason: expect.stringContaining('reached') })
  })

  it('says when the upstream is too slow', async () => {
    const { gatewayUrl, sandbox } = await stack({}, { timeout: 200 })
    sandbox.setFault('slow')
    const response = await fetch(gatewayUrl + USAGE)
    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('0.2 seconds') })
  })

  it('tells the upstream’s time', async () => {
    const { gatewayUrl } = await stack()
    const about = await (await fetch(`${gatewayUrl}/api/about`)).json()
    expect(about.source).toBe('sandbox')
    expect(about.now).toMatch(/^2026-11-20T12:00:0/)
  })

  it('gets through a list whose token expires between pages', async () => {
    const { gatewayUrl, sandbox } = await stack()
    sandbox.setFault('expired-token')
    let url: string | null =
      `${gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims?PageSize=100`
    let count = 0
    while (url) {
      const page: { sims: unknown[]; meta: { next_page_url: string | null } } = await (
        await fetch(url)
      ).json()
      count += page.sims.length
      const next = page.meta.next_page_url
      url = next
        ? `${gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims${new URL(next).search}`
        : null
    }
    expect(count).toBe(300)
  })
})
