import { beforeEach, expect, it, vi } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { NO_STORE } from '#testing/store/no-store.ts'
import { createUpstream, type Upstream } from '../kore/forward.ts'
import { createGateway } from './handler.ts'
import { createWatch } from './watch.ts'

const USAGE = '/api/accounts/main/programmable-wireless/v1/UsageRecords'

const get = vi.fn<Upstream['get']>()
const upstream = { ...createUpstream(sandboxUpstream('http://127.0.0.1:1')), get }
const gateway = createGateway({
  accounts: [mainAccount(upstream)],
  source: 'sandbox',
  store: NO_STORE,
  watch: createWatch('sandbox'),
  allowedHosts: ['localhost'],
})

/** The status of the answer to a page. */
async function answered(method: string, path: string, more: Readonly<Record<string, string>>) {
  const headers = { Host: 'localhost', 'Content-Type': 'application/json', ...more }
  const body = method === 'GET' ? null : '{}'
  const { status } = await gateway.request(path, { method, headers, body })
  return status
}

beforeEach(() => {
  get.mockReset()
  get.mockResolvedValue({ status: 200, body: '{}' })
})

it.each([
  ['GET', USAGE],
  ['GET', '/api/about'],
  ['GET', '/api/views'],
  ['POST', '/api/views'],
  ['PUT', '/api/views/start'],
  ['POST', '/api/links'],
  ['DELETE', '/api/links/one'],
  ['DELETE', '/api/accounts/main/kept'],
  ['DELETE', '/api/session'],
])('gets nothing and changes nothing as another site’s page: %s %s', async (method, path) => {
  for (const site of ['cross-site', 'same-site']) {
    expect([site, await answered(method, path, { 'Sec-Fetch-Site': site })]).toEqual([site, 403])
  }
  expect(get).not.toHaveBeenCalled()
})

it.each(['same-origin', 'none'])('is answered where it is no other site’s: %s', async (site) => {
  expect(await answered('GET', USAGE, { 'Sec-Fetch-Site': site })).toBe(200)
})

it.each([
  ['POST', '/api/views'],
  ['POST', '/api/links'],
  ['DELETE', '/api/accounts/main/kept'],
])('changes nothing by a form: %s %s', async (method, path) => {
  expect(await answered(method, path, { 'Content-Type': 'text/plain' })).toBe(415)
})
