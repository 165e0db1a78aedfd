import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCookieBrowser } from '#testing/sign-in/cookie-browser.ts'
import { type MockProvider, startMockProvider } from '#testing/sign-in/mock-provider.ts'
import type { SignInSite } from '#testing/sign-in/sign-in-site.ts'
import { type CutStore, startCutStore } from '#testing/store/cut-store.ts'

/** What of the gateway has a fault, which no provider has caused. */
const faulty = vi.hoisted(() => ({ part: '' }))

vi.mock('openid-client', async (importOriginal) => {
  const client = await importOriginal<typeof import('openid-client')>()
  const broken =
    <A extends unknown[], R>(part: string, of: (...asked: A) => Promise<R>) =>
    (...asked: A): Promise<R> => {
      if (faulty.part === part) throw new RangeError('the index is out of range')
      return of(...asked)
    }
  return {
    ...client,
    authorizationCodeGrant: broken('grant', client.authorizationCodeGrant),
    fetchUserInfo: broken('userinfo', client.fetchUserInfo),
  }
})

let cut: CutStore
let provider: MockProvider
let site: SignInSite

beforeAll(async () => {
  // What other tests of this worker have loaded goes on without the fault.
  vi.resetModules()
  const { startSignInSite } = await import('#testing/sign-in/sign-in-site.ts')
  cut = await startCutStore()
  provider = await startMockProvider()
  site = await startSignInSite(cut.store, (url) => provider.signInConfig(url))
})
afterAll(async () => {
  await site.close()
  await provider.close()
  await cut.close()
  vi.resetModules()
})

async function open(part: string) {
  faulty.part = part
  site.log.length = 0
  const { url } = await createCookieBrowser().open(`${site.url}/account`)
  return { path: new URL(url).pathname + new URL(url).search, logged: site.log.at(-1) }
}

const CAUSE = {
  fault: 'own',
  detail: 'the index is out of range',
  stack: expect.stringContaining('own-fault.test.ts'),
}

it('ends a sign-in with a sentence for the reader, and its cause in the log', async () => {
  const { path, logged } = await open('grant')
  expect(path).toBe('/sign-in-failed?reason=own')
  expect(logged).toMatchObject({ ...CAUSE, msg: expect.stringContaining('sign-in failed') })
  expect(await site.signIns()).toMatchObject({ own: 1 })
})

it('in what is told beside the ID token keeps nobody from signing in, and is in the log', async () => {
  const { path, logged } = await open('userinfo')
  expect(path).toBe('/account')
  expect(logged).toMatchObject({ ...CAUSE, msg: expect.stringContaining('userinfo failed') })
})
