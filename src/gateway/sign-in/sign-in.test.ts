import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aboutAnswer } from '#contract/about.ts'
import { sessionAnswer } from '#contract/session.ts'
import { type CookieBrowser, createCookieBrowser } from '#testing/sign-in/cookie-browser.ts'
import {
  type KnownPerson,
  type OpenIdProvider,
  startOpenIdProvider,
} from '#testing/sign-in/openid-provider.ts'
import { startSignInSite } from '#testing/sign-in/sign-in-site.ts'
import { type Stack, startStack } from '#testing/stack.ts'
import { startCutStore } from '#testing/store/cut-store.ts'
import { createSignIn } from './sign-in.ts'

const ADA: KnownPerson = { email: 'ada@example.com', emailVerified: true, groups: [] }
const BO: KnownPerson = {
  email: 'bo@elsewhere.org',
  emailVerified: true,
  groups: ['fleet', 'golf'],
}
const CY: KnownPerson = { email: 'cy@example.com', emailVerified: false, groups: [] }

let provider: OpenIdProvider
let stack: Stack

beforeAll(async () => {
  provider = await startOpenIdProvider()
  stack = await startStack(
    { sims: 5, superSims: 5 },
    {
      accounts: ['main', 'north'],
      app: { folder: 'none', page: () => '<p>The app</p>' },
      signIn: (url, parts) => createSignIn(provider.signInConfig(url), parts),
    },
  )
})
afterAll(async () => {
  await stack.close()
  await provider.close()
})

async function signedIn(person: KnownPerson) {
  provider.next = person
  const browser = createCookieBrowser()
  await browser.open(`${stack.gatewayUrl}/`)
  return browser
}

const about = async (browser: CookieBrowser) =>
  (await browser.send(`${stack.gatewayUrl}/api/about`)).json()

describe('signing in', () => {
  it('leads to the provider and back to the page that was asked for', async () => {
    provider.next = ADA
    const browser = createCookieBrowser()
    const page = `${stack.gatewayUrl}/account?range=last-7-days`
    const { url, response } = await browser.open(page)
    expect(url).toBe(page)
    expect(await response.text()).toBe('<p>The app</p>')
    expect(await about(browser)).toMatchObject({
      person: { email: ADA.email },
      accounts: [{ id: 'main' }, { id: 'north' }],
    })
  })

  it('keeps the session where no script and no other site gets at it', async () => {
    const { setCookies } = await signedIn(ADA)
    const session = setCookies.filter((line) => line.startsWith('roamboard-session='))
    expect(session).toHaveLength(1)
    // What takes a cookie away holds nothing.
    for (const line of setCookies.filter((one) => !/^_|Max-Age=0/.test(one))) {
      expect(line).toMatch(/HttpOnly/i)
      expect(line).toMatch(/SameSite=Lax/i)
    }
  })

  it('is asked of every API and every page, and of nothing that watches over the gateway', async () => {
    for (const path of ['about', 'views', 'links', 'accounts/main/super-sim/v1/Sims', 'nothing']) {
      const response = await fetch(`${stack.gatewayUrl}/api/${path}`)
      expect([path, response.status]).toEqual([path, 401])
      expect(response.headers.get('WWW-Authenticate')).toBe('OpenIDConnect')
    }
    for (const path of ['/', '/account', '/v/1', '/index', '//account', '/s/', '/s/a/b']) {
      const { status } = await fetch(stack.gatewayUrl + path, { redirect: 'manual' })
      expect([path, status]).toEqual([path, 302])
    }
    for (const path of ['/healthz', '/readyz', '/metrics', '/signed-out', '/help', '/s/token']) {
      const { status } = await fetch(stack.gatewayUrl + path, { redirect: 'manual' })
      expect([path, status]).toEqual([path, 200])
    }
  })

  it('opens accounts by group, or by the domain of an address that is proven', async () => {
    expect((await about(await signedIn(BO))).accounts).toHaveLength(2)
    const stranger = await signedIn(CY)
    expect((await about(stranger)).accounts).toEqual([])
    const path = '/api/accounts/main/super-sim/v1/Sims'
    expect((await stranger.send(stack.gatewayUrl + path)).status).toBe(404)
  })

  it('is over with a session that somebody else has signed, or that is too old', async () => {
    const browser = await signedIn(ADA)
    const jar = browser.jarOf(stack.gatewayUrl)
    const cookie = jar.get('roamboard-session') ?? ''
    const forged = cookie.replace(/\.[^.]+$/, '.AAAA')
    for (const value of [forged, 'nonsense', '']) {
      jar.set('roamboard-session', value)
      expect((await browser.send(`${stack.gatewayUrl}/api/about`)).status).toBe(401)
    }
  })

  it('says so where the provider’s answer is not for this browser', async () => {
    const { url } = await createCookieBrowser().open(
      `${stack.gatewayUrl}/callback?code=stolen&state=1`,
    )
    expect(url).toBe(`${stack.gatewayUrl}/sign-in-failed?reason=foreign`)
  })
})

describe('signing out', () => {
  it('ends the session, and is not done by other sites', async () => {
    const browser = await signedIn(ADA)
    const session = `${stack.gatewayUrl}/api/session`
    const json = { 'Content-Type': 'application/json' }
    const foreign = { ...json, 'Sec-Fetch-Site': 'cross-site' }
    const refused = await browser.send(session, { method: 'DELETE', headers: foreign, body: '{}' })
    expect(refused.status).toBe(403)
    expect((await browser.send(session, { method: 'DELETE' })).status).toBe(415)
    const told = await about(browser)
    expect(z.parse(aboutAnswer, told)).toEqual(told)
    expect(told.person.email).toBe(ADA.email)
    const done = await browser.send(session, { method: 'DELETE', headers: json, body: '{}' })
    expect(done.status).toBe(200)
    expect(z.parse(sessionAnswer, await done.json())).toEqual({ signedIn: false })
    expect(browser.jarOf(stack.gatewayUrl).has('roamboard-session')).toBe(false)
    expect((await browser.send(`${stack.gatewayUrl}/api/about`)).status).toBe(401)
  })
})

it('says when the provider is away, and lets in whoever has a session', async () => {
  const cut = await startCutStore()
  const away = await startOpenIdProvider()
  const site = await startSignInSite(cut.store, away.signInConfig)
  away.next = ADA
  const browser = createCookieBrowser()
  await browser.open(`${site.url}/`)
  await away.close()
  expect((await (await browser.send(`${site.url}/api/person`)).json()).email).toBe(ADA.email)
  const later = await startSignInSite(cut.store, away.signInConfig)
  const stranger = await fetch(`${later.url}/`)
  expect(stranger.status).toBe(503)
  expect(await stranger.text()).toBe(
    'The sign-in provider cannot be reached. Try again in a while.',
  )
  const refused = expect.stringContaining('ECONNREFUSED')
  expect(later.log).toMatchObject([{ fault: 'unreachable', detail: refused }])
  await Promise.all([site.close(), later.close()])
  await cut.close()
})
