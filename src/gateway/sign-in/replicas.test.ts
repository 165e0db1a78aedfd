import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CookieBrowser, createCookieBrowser } from '#testing/sign-in/cookie-browser.ts'
import {
  type KnownPerson,
  type OpenIdProvider,
  startOpenIdProvider,
} from '#testing/sign-in/openid-provider.ts'
import { type SignInSite, startSignInSite } from '#testing/sign-in/sign-in-site.ts'
import { startCutStore } from '#testing/store/cut-store.ts'
import { POSTGRES_PROGRAMS, startPostgres } from '#testing/store/postgres.ts'
import { connectPostgres } from '../store/external-postgres.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { createSessions } from '../store/sessions.ts'

const ADA: KnownPerson = { email: 'ada@example.com', emailVerified: true, groups: ['fleet'] }
const BO: KnownPerson = { email: 'bo@example.com', emailVerified: true, groups: [] }
const JSON_BODY = { headers: { 'Content-Type': 'application/json' }, body: '{}' }

/** The stores of two replicas, and what ends them. */
interface Stores {
  readonly stores: readonly [Store, Store]
  close(): Promise<void>
}

async function embedded(): Promise<Stores> {
  const { store, close } = await startCutStore()
  return { stores: [store, store], close }
}

async function server(): Promise<Stores> {
  const { url, stop } = await startPostgres(POSTGRES_PROGRAMS ?? '')
  const [one, two] = [openStore(connectPostgres(url)), openStore(connectPostgres(url))]
  await one.ready()
  return {
    stores: [one, two],
    close: async () => {
      await Promise.all([one.close(), two.close()])
      await stop()
    },
  }
}

describe.each([
  ['an embedded store', embedded, true],
  ['a Postgres server', server, POSTGRES_PROGRAMS !== undefined],
] as const)('two replicas on %s', (_, open, there) => {
  if (!there) {
    it.skip('there is no Postgres on this machine')
    return
  }
  let opened: Stores
  let provider: OpenIdProvider
  let here: SignInSite
  let elsewhere: SignInSite

  beforeAll(async () => {
    opened = await open()
    provider = await startOpenIdProvider()
    provider.next = ADA
    const [one, two] = opened.stores
    here = await startSignInSite(one, provider.signInConfig)
    const config = provider.signInConfig(here.url)
    elsewhere = await startSignInSite(two, () => config)
  })
  afterAll(async () => {
    await here.close()
    await elsewhere.close()
    await provider.close()
    await opened.close()
  })

  async function signedIn(): Promise<{ browser: CookieBrowser; cookie: string }> {
    const browser = createCookieBrowser()
    await browser.open(`${here.url}/account`)
    return { browser, cookie: browser.jarOf(here.url).get('roamboard-session') ?? '' }
  }

  const emailOn = async (site: SignInSite, cookie: string): Promise<string | undefined> => {
    const headers = { Cookie: `roamboard-session=${cookie}` }
    return (await (await fetch(`${site.url}/api/person`, { headers })).json())?.email
  }

  it('know whoever has signed in at one of them', async () => {
    const { cookie } = await signedIn()
    expect(await emailOn(here, cookie)).toBe(ADA.email)
    expect(await emailOn(elsewhere, cookie)).toBe(ADA.email)
  })

  it('forget whoever has signed out, though somebody has kept the cookie', async () => {
    const { browser, cookie } = await signedIn()
    const other = await signedIn()
    expect(await emailOn(elsewhere, cookie)).toBe(ADA.email)
    const answer = await browser.send(`${here.url}/api/session`, { method: 'DELETE', ...JSON_BODY })
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(browser.jarOf(here.url).has('roamboard-session')).toBe(false)
    expect(await emailOn(here, cookie)).toBeUndefined()
    const over = async () => expect(await emailOn(elsewhere, cookie)).toBeUndefined()
    await vi.waitFor(over, { timeout: 4_000, interval: 200 })
    // A session of theirs in another browser is another.
    expect(await emailOn(elsewhere, other.cookie)).toBe(ADA.email)
  })

  it('forget all sessions of a browser whose tabs have signed in at once', async () => {
    const browser = createCookieBrowser()
    const pages = ['/a', '/b', '/c']
    const starts = await Promise.all(pages.map((page) => browser.send(here.url + page)))
    const sessions: string[] = []
    for (const start of starts) {
      await browser.open(start.headers.get('Location') ?? '')
      const jar = browser.jarOf(here.url)
      sessions.push(jar.get('roamboard-session') ?? '')
      // The others were on their way before this one was given.
      jar.delete('roamboard-session')
    }
    browser.jarOf(here.url).set('roamboard-session', sessions[2] ?? '')
    for (const cookie of sessions) expect(await emailOn(elsewhere, cookie)).toBe(ADA.email)
    await browser.send(`${here.url}/api/session`, { method: 'DELETE', ...JSON_BODY })
    for (const cookie of sessions) {
      const over = async () => expect(await emailOn(elsewhere, cookie)).toBeUndefined()
      await vi.waitFor(over, { timeout: 4_000, interval: 200 })
    }
  })

  it('go on with a session only while it is there, and for nobody else', async () => {
    let now = Date.parse('2026-11-20T12:00:00Z')
    const sessions = createSessions(opened.stores[0], () => now)
    const kept = { person: '1', browser: 'b', email: '', details: '{}', expiresAt: now + 1_000 }
    await sessions.add({ ...kept, id: 'kept' })
    await sessions.add({ ...kept, id: 'ended', browser: 'c' })
    await sessions.end('ended', [])
    expect(await sessions.renew({ ...kept, id: 'ended' })).toBe(false)
    expect(await sessions.renew({ ...kept, id: 'kept', person: '2' })).toBe(false)
    expect(await sessions.renew({ ...kept, id: 'kept', expiresAt: now + 2_000 })).toBe(true)
    now += 1_999
    expect(await sessions.find('kept')).toMatchObject({ person: '1', expiresAt: now + 1 })
    now += 1
    expect(await sessions.find('kept')).toBeUndefined()
    expect(await sessions.renew({ ...kept, id: 'kept' })).toBe(false)
    // Whoever signs in next sweeps away what is over.
    now += 1
    await sessions.add({ ...kept, id: 'next', expiresAt: now + 1 })
    expect(await sessions.endAll('')).toBe(1)
  })

  it('forget whose sessions the operator has ended, and nobody else', async () => {
    const { cookie } = await signedIn()
    provider.next = BO
    const other = await signedIn()
    provider.next = ADA
    expect(await emailOn(here, cookie)).toBe(ADA.email)
    const sessions = createSessions(opened.stores[0])
    expect(await sessions.endAll('ADA@example.com')).toBeGreaterThan(0)
    for (const site of [here, elsewhere]) {
      const over = async () => expect(await emailOn(site, cookie)).toBeUndefined()
      await vi.waitFor(over, { timeout: 4_000, interval: 200 })
      expect(await emailOn(site, other.cookie)).toBe(BO.email)
    }
    expect(await sessions.endAll()).toBe(1)
  })
})

describe('while the store is away', () => {
  it.each(['away', 'frozen'] as const)(
    'those go on who are signed in, and nobody else (%s)',
    async (state) => {
      const cut = await startCutStore()
      const provider = await startOpenIdProvider()
      provider.next = ADA
      const site = await startSignInSite(cut.store, provider.signInConfig)
      const browser = createCookieBrowser()
      await browser.open(`${site.url}/account`)
      const config = provider.signInConfig(site.url)
      const restarted = await startSignInSite(cut.store, () => config)
      cut.state = state
      const cookie = browser.jarOf(site.url).get('roamboard-session') ?? ''
      const headers = { Cookie: `roamboard-session=${cookie}` }
      for (const { url } of [site, restarted]) {
        expect(await (await fetch(`${url}/account`, { headers })).text()).toBe('signed in')
        const forged = { Cookie: `roamboard-session=${cookie.slice(0, -4)}AAAA` }
        expect(
          (await fetch(`${url}/account`, { headers: forged, redirect: 'manual' })).status,
        ).toBe(302)
      }
      cut.state = 'there'
      await Promise.all([site.close(), restarted.close(), provider.close()])
      await cut.close()
    },
  )
})
