import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { listen } from '#testing/stack.ts'
import { NO_STORE } from '#testing/store/no-store.ts'
import { createUpstream } from '../kore/forward.ts'
import { createGateway } from './handler.ts'
import { serveGateway } from './serve-gateway.ts'
import { createWatch } from './watch.ts'

const PATIENCE = {
  headersTimeout: 300,
  requestTimeout: 600,
  connectionsCheckingInterval: 50,
  idle: 1_000,
  answer: 1_500,
}
/** More than lies in the buffers between a gateway and its browser. */
const LARGE_TEXT = 'x'.repeat(30_000_000)
const LARGE = '/api/accounts/main/super-sim/v1/Sims?Large=yes'
const PATH = '/api/accounts/main/super-sim/v1/Sims'

let folder: string
let port: number
let server: Server
let upstream: { url: string; close(): Promise<void> }
let forwarded: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roamboard-raw-'))
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'secret.txt'), 'the secret')
  await writeFile(join(folder, 'dist', 'icon.svg'), '<svg/>')
  upstream = await listen((request) => {
    if (request.url.includes('/auth/')) {
      return Response.json({ access_token: 'secret-token', expires_in: 3600 })
    }
    forwarded.push(request.url)
    return Response.json({ ok: true, more: request.url.includes('Large') ? LARGE_TEXT : '' })
  })
  const gateway = createGateway({
    accounts: [mainAccount(createUpstream(sandboxUpstream(upstream.url)))],
    source: 'sandbox',
    store: NO_STORE,
    watch: createWatch('sandbox'),
    allowedHosts: ['localhost'],
    app: { folder: join(folder, 'dist'), page: () => '<p>The app</p>' },
  })
  port = await new Promise((resolve) => {
    const options = { fetch: gateway.fetch, port: 0, hostname: '127.0.0.1', patience: PATIENCE }
    server = serveGateway(options, (address) => resolve(address.port))
  })
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await upstream.close()
  await rm(folder, { recursive: true })
})

/** Sends bytes as they are, and reads until the gateway ends or is silent. */
function send(bytes: string): Promise<string> {
  forwarded = []
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

const get = (target: string, headers = 'Host: localhost\r\n') =>
  send(`GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

describe('a request that is not what a browser sends', () => {
  it('is answered like any other where it is harmless', async () => {
    expect(statusOf(await get(PATH))).toBe(200)
    expect(forwarded).toHaveLength(1)
  })

  it.each([
    '/api/accounts/main/super-sim/v1/../../../secret',
    '/api/accounts/main/super-sim/v1/Sims/..%2f..%2fsecret',
    '/api/accounts/main/super-sim/v1/Sims%2fHS1',
    '/api/accounts/main%2fsuper-sim/v1/Sims',
    '/api/accounts/%6dain/super-sim/v1/Sims',
    '/api/accounts/main/super-sim@127.0.0.1:1/v1/Sims',
    '/api/accounts/main//127.0.0.1:1/v1/Sims',
    '/api/accounts/main/super-sim/v1/Sims\\..\\secret',
  ])('climbs nowhere and is not forwarded: %s', async (target) => {
    const answer = await get(target)
    expect([404, 400]).toContain(statusOf(answer))
    expect(forwarded).toEqual([])
  })

  it('is forwarded as the path that it comes to, where that is allowed', async () => {
    await get('/api/accounts/main/super-sim/v1/Sims/%2e%2e/UsageRecords')
    expect(forwarded).toEqual([`${upstream.url}/super-sim/v1/UsageRecords`])
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00/../secret.txt',
    '//secret.txt',
  ])('reads no file that is not the app’s: %s', async (target) => {
    expect(await get(target)).not.toContain('the secret')
  })

  it('reaches no other host by an absolute address', async () => {
    const answer = await get(`http://evil.example${PATH}`)
    expect([200, 400, 403]).toContain(statusOf(answer))
    for (const url of forwarded) expect(url.startsWith(upstream.url)).toBe(true)
    expect(statusOf(await get(PATH, 'Host: evil.example\r\n'))).toBe(403)
    const twice = await get(PATH, 'Host: localhost\r\nHost: evil.example\r\n')
    expect([400, 403]).toContain(statusOf(twice))
  })

  it.each([
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nTransfer-Encoding : chunked\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n',
    'NONSENSE\r\n\r\n',
  ])('smuggles no second request (%#)', async (bytes) => {
    const answer = await send(bytes)
    expect(statusOf(answer)).toBe(400)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })

  it('splits no answer by what it asks for', async () => {
    const answer = await get(`${PATH}?Page=%0d%0aX-Injected:%201&find=%0d%0aSet-Cookie:%20a=b`)
    expect(answer.toLowerCase()).not.toMatch(/\r\n(x-injected|set-cookie):/)
  })

  it('is cut off where it says too much', async () => {
    expect(statusOf(await get(PATH, `Host: localhost\r\nX: ${'a'.repeat(20_000)}\r\n`))).toBe(431)
    expect(statusOf(await get(`${PATH}?${'a'.repeat(20_000)}`))).toBe(431)
    const body = JSON.stringify({ name: 'x'.repeat(100_000) })
    const answer = await send(
      `POST /api/views HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    expect(statusOf(answer)).toBe(413)
  })

  it('is cut off where it is slow, and nobody else waits', async () => {
    const slow = send('GET / HTTP/1.1\r\nHost: local')
    const slowBody = send(
      'POST /api/views HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    )
    expect(statusOf(await get('/healthz'))).toBe(200)
    expect(statusOf(await slow)).toBe(408)
    expect([408, 400]).toContain(statusOf(await slowBody))
  })
})

describe('a browser that does not take its answer', () => {
  it.each([
    ['at all', undefined],
    ['but drop by drop', 100],
  ])('%s is cut off', async (_, every) => {
    const socket = connect(port, '127.0.0.1')
    socket.pause()
    socket.on('error', () => undefined)
    socket.write(`GET ${LARGE} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    const drops = every && setInterval(() => socket.read(1024), every)
    const closed = () =>
      new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
    await expect.poll(closed).toBe(1)
    await expect.poll(closed, { timeout: 5_000 }).toBe(0)
    clearInterval(drops)
    socket.destroy()
  })
})
