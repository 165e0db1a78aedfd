import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { listen } from '#testing/stack.ts'
import { NO_STORE } from '#testing/store/no-store.ts'
import { createUpstream } from '../kore/forward.ts'
import { createGateway } from './handler.ts'
import { createWatch } from './watch.ts'

const USAGE = '/api/accounts/main/programmable-wireless/v1/UsageRecords?End=2020-01-02T00:00:00Z'

let lines: string[]
let status: number
let upstream: Awaited<ReturnType<typeof listen>>
let get: (path: string, headers?: Record<string, string>) => Response | Promise<Response>

beforeEach(async () => {
  lines = []
  status = 200
  upstream = await listen(({ url }) =>
    url.includes('/auth/')
      ? Response.json({ access_token: 'secret-token', expires_in: 3600 })
      : Response.json({ meta: {} }, { status }),
  )
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) })
  const watch = createWatch('sandbox', log)
  const gateway = createGateway({
    accounts: [mainAccount(createUpstream(sandboxUpstream(upstream.url), { watch }))],
    source: 'sandbox',
    store: {
      ...NO_STORE,
      check: () => Promise.reject(new Error('postgres://me:very-secret@db is away')),
    },
    watch,
    allowedHosts: ['localhost'],
  })
  get = (path, headers = {}) =>
    gateway.request(path, { headers: { Host: 'localhost', ...headers } })
})
afterEach(() => upstream.close())

describe('watching the gateway', () => {
  it('logs each request with an id that the browser sees, and no secret', async () => {
    const response = await get(USAGE)
    const id = response.headers.get('X-Request-Id')
    const logged = lines.map((line) => JSON.parse(line))
    expect(logged).toContainEqual(
      expect.objectContaining({
        id,
        method: 'GET',
        path: '/api/accounts/main/programmable-wireless/v1/UsageRecords',
        status: 200,
        milliseconds: expect.any(Number),
      }),
    )
    expect(lines.join('')).not.toMatch(/secret|Bearer|Authorization/)
  })

  it('keeps what a caller sends out of the lines of its log', async () => {
    const hostile = 'x\n{"level":60,"msg":"forged"}'
    await get(`/api/${encodeURIComponent(hostile)}`, { 'X-Request-Id': 'a"b' })
    for (const line of lines) expect(JSON.parse(line).msg).not.toBe('forged')
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(lines.length)
  })

  it('counts requests, what the upstream took, tokens, and where answers came from', async () => {
    await get(USAGE)
    await get(USAGE)
    status = 404
    await get('/api/accounts/main/super-sim/v1/Sims/HS1')
    for (const path of ['/api/about', '/api/views/HS1', '/api/nothing', '/readyz']) await get(path)
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toContain('roamboard_source{source="sandbox"} 1')
    expect(metrics).toContain('roamboard_answers_total{source="upstream"} 2')
    expect(metrics).toContain('roamboard_answers_total{source="memory"} 1')
    expect(metrics).toContain('roamboard_tokens_total{result="good"} 1')
    expect(metrics).toMatch(
      /roamboard_upstream_seconds_count\{product="super-sim",status="404"\} 1/,
    )
    const routes = new Set([...metrics.matchAll(/route="([^"]*)"/g)].map(([, route]) => route))
    expect([...routes].sort()).toEqual([
      '/api/*',
      '/api/about',
      '/api/accounts/:account/*',
      '/api/views/:id',
      '/readyz',
    ])
    expect(metrics).not.toContain('HS1')
  })

  it('says why it is not ready, without a password', async () => {
    const response = await get('/readyz')
    expect(response.status).toBe(503)
    const { reason } = await response.json()
    expect(reason).toContain('The store cannot be used. postgres://…@db is away.')
    expect(reason).not.toContain('very-secret')
  })

  it('logs no token of a link, and no line that a request has written', async () => {
    const token = 'a'.repeat(43)
    await get(`/api/accounts/~${token}~main/super-sim/v1/Sims`)
    await get(`/s/${token}`)
    await get('/api/accounts/main/super-sim/v1/Sims/%0a%7B%22level%22:60%7D')
    expect(lines.join('')).not.toContain(token)
    for (const line of lines) expect(line.trimEnd().split('\n')).toHaveLength(1)
  })
})
