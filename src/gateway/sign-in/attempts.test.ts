import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CookieBrowser, createCookieBrowser } from '#testing/sign-in/cookie-browser.ts'
import { type KnownPerson, startOpenIdProvider } from '#testing/sign-in/openid-provider.ts'
import { type SignInSite, startSignInSite } from '#testing/sign-in/sign-in-site.ts'
import { type CutStore, startCutStore } from '#testing/store/cut-store.ts'

const ADA: KnownPerson = { email: 'ada@example.com', emailVerified: true, groups: ['fleet'] }
const BO: KnownPerson = { email: 'bo@example.com', emailVerified: true, groups: [] }

type Provider = Awaited<ReturnType<typeof startOpenIdProvider>>

let cut: CutStore
let provider: Provider
let site: SignInSite

beforeAll(async () => {
  cut = await startCutStore()
  provider = await startOpenIdProvider()
  provider.next = ADA
  site = await startSignInSite(cut.store, provider.signInConfig)
})
afterAll(async () => {
  await site.close()
  await provider.close()
  await cut.close()
})

/** Opens pages at once, none of which knows of another's cookies, and goes no further than the provider. */
async function restore(browser: CookieBrowser, pages: readonly string[]): Promise<string[]> {
  const strangers = pages.map((page) => fetch(site.url + page, { redirect: 'manual' }))
  const jar = browser.jarOf(site.url)
  return (await Promise.all(strangers)).map((response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return response.headers.get('Location') ?? ''
  })
}

const personOf = async (browser: CookieBrowser) =>
  (await browser.send(`${site.url}/api/person`)).json()

describe('tabs', () => {
  const pages = Array.from({ length: 40 }, (_, tab) => `/sims/${tab}?range=last-${tab + 1}-days`)

  it('that are restored at once end at their own addresses, in whichever order', async () => {
    const browser = createCookieBrowser()
    const starts = await restore(browser, pages)
    const ends: string[] = []
    for (const start of starts.toReversed()) ends.push((await browser.open(start)).url)
    expect(ends).toEqual(pages.map((page) => site.url + page).toReversed())
    expect(await personOf(browser)).toMatchObject({ email: ADA.email })
  })

  it('that are opened one after the other share one small cookie', async () => {
    const browser = createCookieBrowser()
    const starts: string[] = []
    for (const page of pages) {
      starts.push((await browser.send(site.url + page)).headers.get('Location') ?? '')
    }
    expect([...browser.jarOf(site.url)].join('=').length).toBeLessThan(60)
    const secrets = ['state', 'nonce', 'code_challenge'].map(
      (name) => new Set(starts.map((start) => new URL(start).searchParams.get(name))).size,
    )
    expect(secrets).toEqual([40, 40, 40])
    for (const [tab, start] of starts.entries()) {
      expect((await browser.open(start)).url).toBe(`${site.url}${pages[tab]}`)
    }
  })

  it('keep one session, so that what one asks is not refused when the next is done', async () => {
    const browser = createCookieBrowser()
    const [first = '', second = ''] = await restore(browser, ['/a', '/b'])
    await browser.open(first)
    const early = new Map(browser.jarOf(site.url))
    await browser.open(second)
    const cookie = [...early].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${site.url}/api/person`, { headers: { Cookie: cookie } })
    expect(await answer.json()).toMatchObject({ email: ADA.email })
  })

  it('lead to whoever signed in last, and the session before is over', async () => {
    const browser = createCookieBrowser()
    const [first = '', second = ''] = await restore(browser, ['/a', '/b'])
    await browser.open(first)
    const early = browser.jarOf(site.url).get('roamboard-session')
    provider.next = BO
    browser.jarOf(second).clear()
    await browser.open(second)
    provider.next = ADA
    expect(await personOf(browser)).toMatchObject({ email: BO.email })
    const headers = { Cookie: `roamboard-session=${early}` }
    const answer = await fetch(`${site.url}/api/person`, { headers })
    expect(await answer.json()).toBeNull()
  })
})

describe('an answer of the provider', () => {
  it('signs in no other browser than the one that asked', async () => {
    const attacker = createCookieBrowser()
    const [start = ''] = await restore(attacker, ['/a'])
    let at = start
    while (!at.startsWith(site.url)) {
      at = new URL((await attacker.send(at)).headers.get('Location') ?? '', at).href
    }
    const victim = createCookieBrowser()
    await victim.send(`${site.url}/b`)
    expect((await victim.open(at)).url).toBe(`${site.url}/sign-in-failed?reason=foreign`)
    expect(await personOf(victim)).toBeNull()
    expect((await attacker.open(at)).url).toBe(`${site.url}/a`)
  })

  it('is used once, and whoever comes with it again goes on', async () => {
    const browser = createCookieBrowser()
    const [start = ''] = await restore(browser, ['/a?by=day'])
    let at = start
    while (!at.startsWith(site.url)) {
      at = new URL((await browser.send(at)).headers.get('Location') ?? '', at).href
    }
    await browser.open(at)
    expect((await browser.open(at)).url).toBe(`${site.url}/a?by=day`)
    expect(site.log.at(-1)).toMatchObject({ fault: 'used' })
    browser.jarOf(site.url).delete('roamboard-session')
    expect((await browser.open(at)).url).toBe(`${site.url}/sign-in-failed?reason=used`)
  })

  it('leads nowhere else than to this dashboard', async () => {
    const browser = createCookieBrowser()
    const [start = ''] = await restore(browser, ['//evil.example/a'])
    expect((await browser.open(start)).url).toBe(`${site.url}//evil.example/a`)
  })
})

it.each([[['openid']], [['openid', 'email']], [[]]])(
  'signs people in at a provider that lists the scopes %j',
  async (scopes) => {
    const few = await startOpenIdProvider(scopes)
    few.next = ADA
    const own = await startSignInSite(cut.store, few.signInConfig)
    const browser = createCookieBrowser()
    expect((await browser.open(`${own.url}/account`)).url).toBe(`${own.url}/account`)
    expect(await (await browser.send(`${own.url}/api/person`)).json()).toMatchObject({
      id: ADA.email,
    })
    // Both ways are listed: the one that OpenID Connect falls back to is used.
    expect(few.proofs).toEqual(['Basic'])
    await own.close()
    await few.close()
  },
)

it('says that the secret is wrong, and not what it is', async () => {
  const strict = await startOpenIdProvider()
  strict.next = ADA
  const own = await startSignInSite(cut.store, (url) => ({
    ...strict.signInConfig(url),
    clientSecret: 'not-the-secret',
  }))
  const { url } = await createCookieBrowser().open(`${own.url}/account`)
  expect(url).toBe(`${own.url}/sign-in-failed?reason=client`)
  expect(own.log).toMatchObject([
    {
      fault: 'client',
      msg: 'sign-in failed: the provider does not accept OIDC_CLIENT_ID with OIDC_CLIENT_SECRET',
    },
  ])
  expect(JSON.stringify(own.log)).not.toContain('not-the-secret')
  expect(await own.signIns()).toEqual({ client: 1 })
  await own.close()
  await strict.close()
})
