import type { MutableToken } from 'oauth2-mock-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCookieBrowser } from '#testing/sign-in/cookie-browser.ts'
import { type MockProvider, startMockProvider } from '#testing/sign-in/mock-provider.ts'
import { type SignInSite, startSignInSite } from '#testing/sign-in/sign-in-site.ts'
import { type CutStore, startCutStore } from '#testing/store/cut-store.ts'

let cut: CutStore
let provider: MockProvider
let site: SignInSite

beforeAll(async () => {
  cut = await startCutStore()
  provider = await startMockProvider()
  site = await startSignInSite(cut.store, (url) => provider.signInConfig(url))
})
afterAll(async () => {
  await site.close()
  await provider.close()
  await cut.close()
})
afterEach(() => {
  provider.change = () => undefined
  provider.answer = () => undefined
  provider.hangs = () => false
  provider.service.removeAllListeners('beforeAuthorizeRedirect')
})

/** Changes the claims of ID tokens alone, which are those with an audience. */
function changeIdTokens(change: (payload: MutableToken['payload']) => void): void {
  provider.change = ({ payload }) => {
    if (payload.aud !== undefined) change(payload)
  }
}

async function open(page = '/account?range=today') {
  const browser = createCookieBrowser()
  const { url, response } = await browser.open(site.url + page)
  const person = await (await browser.send(`${site.url}/api/person`)).json()
  return { browser, url, text: await response.text(), person }
}

describe('a provider that lists no scopes', () => {
  it('signs people in', async () => {
    const { url, person } = await open()
    expect(url).toBe(`${site.url}/account?range=today`)
    expect(person).toEqual({ id: 'johndoe', email: '', emailVerified: false, name: '', groups: [] })
    expect((await site.signIns()).good).toBe(1)
  })

  it('is told the secret in the form, where it does not list HTTP Basic', async () => {
    const asked: [authorization: unknown, body: object][] = []
    provider.service.once('beforeResponse', (_, { headers, body }) => {
      asked.push([headers.authorization, body])
    })
    await open()
    const form = { client_id: 'roamboard', client_secret: 'a secret' }
    expect(asked).toEqual([[undefined, expect.objectContaining(form)]])
  })

  it('is asked for less where it refuses scopes that it does not list', async () => {
    provider.asked.length = 0
    provider.service.once('beforeAuthorizeRedirect', ({ url }) => {
      url.searchParams.delete('code')
      url.searchParams.set('error', 'invalid_scope')
    })
    expect((await open()).person).toMatchObject({ id: 'johndoe' })
    const asked = provider.asked.filter((path) => path.startsWith('/authorize'))
    const scopes = asked.map((path) => new URL(path, site.url).searchParams.get('scope'))
    expect(scopes).toEqual(['openid email profile', 'openid'])
  })

  it('tells of people by its userinfo what is not in its ID token', async () => {
    provider.service.once('beforeUserinfo', (response) => {
      response.body = {
        sub: 'johndoe',
        email: 'jo@example.com',
        email_verified: true,
        groups: 'fleet',
      }
    })
    const { person } = await open()
    expect(person).toMatchObject({
      email: 'jo@example.com',
      emailVerified: true,
      groups: ['fleet'],
    })
  })

  it('signs people in though its userinfo does not work, and the log says so', async () => {
    provider.service.once('beforeUserinfo', (response) => {
      response.statusCode = 500
    })
    expect((await open()).person).toMatchObject({ id: 'johndoe' })
    expect(site.log.at(-1)?.msg).toContain(
      'userinfo failed: the provider answered that it has a fault',
    )
  })

  it('gets no token into a cookie, however long its own are', async () => {
    provider.answer = ({ body }) => Object.assign(body, { refresh_token: 'r'.repeat(8_000) })
    changeIdTokens((payload) =>
      Object.assign(payload, { email: 'jo@example.com', picture: 'p'.repeat(9_000) }),
    )
    const { browser, person } = await open()
    expect(person).toMatchObject({ email: 'jo@example.com' })
    for (const line of browser.setCookies) expect(line.length).toBeLessThan(700)
  })
})

describe('the clock of the provider', () => {
  const now = () => Math.floor(Date.now() / 1000)

  it.each([-121, 121])('may be %d seconds off', async (seconds) => {
    changeIdTokens((payload) => {
      payload.iat = now() + seconds
      payload.nbf = now() + seconds
      payload.exp = now() + seconds + 1
    })
    expect((await open()).url).toBe(`${site.url}/account?range=today`)
  })

  it.each([
    ['behind', { exp: -300 }, /exp of the ID token is -30\d s from now/],
    ['ahead', { nbf: 300 }, /nbf of the ID token is (300|299) s from now/],
  ])('may not be far %s', async (_, shift, detail) => {
    changeIdTokens((payload) => {
      for (const [claim, seconds] of Object.entries(shift)) payload[claim] = now() + seconds
    })
    expect((await open()).url).toBe(`${site.url}/sign-in-failed?reason=clock`)
    expect(site.log.at(-1)).toMatchObject({ fault: 'clock', detail: expect.stringMatching(detail) })
  })
})

describe('what fails', () => {
  const sentBack = (error: string) => () =>
    provider.service.once('beforeAuthorizeRedirect', ({ url }) => {
      url.searchParams.delete('code')
      url.searchParams.set('error', error)
    })
  const answered = (statusCode: number, body: object) => () => {
    provider.answer = (response) => Object.assign(response, { statusCode, body })
  }
  const claimed = (claims: object) => () =>
    changeIdTokens((payload) => Object.assign(payload, claims))

  it.each<[fault: string, cause: () => unknown, logged: string]>([
    ['client', answered(401, { error: 'invalid_client' }), '401 invalid_client'],
    ['used', answered(400, { error: 'invalid_grant' }), '400 invalid_grant'],
    ['refused', answered(400, { error: 'invalid_request' }), '400 invalid_request'],
    ['faulty', answered(502, {}), '502 from'],
    ['unreadable', answered(200, { token_type: 'Bearer' }), 'access_token'],
    ['denied', sentBack('access_denied'), 'access_denied'],
    ['refused', sentBack('unauthorized_client'), 'unauthorized_client'],
    ['faulty', sentBack('server_error'), 'server_error'],
    ['audience', claimed({ aud: 'another' }), 'aud is not roamboard'],
    ['nonce', claimed({ nonce: 'another' }), 'nonce'],
    ['issuer', claimed({ iss: 'https://another.example' }), 'iss is not http://127.0.0.1'],
    ['unreadable', claimed({ sub: 's'.repeat(400) }), 'no sub'],
  ])('is told to the reader, the log and the metrics: %s (%#)', async (fault, cause, logged) => {
    cause()
    const before = (await site.signIns())[fault] ?? 0
    const { url, person } = await open()
    expect([url, person]).toEqual([`${site.url}/sign-in-failed?reason=${fault}`, null])
    const line = site.log.at(-1)
    expect(line).toMatchObject({ fault, detail: expect.stringContaining(logged) })
    expect(line?.msg).toMatch(/^sign-in failed: ./)
    expect((await site.signIns())[fault]).toBe(before + 1)
  })

  it('is a token whose signature is not the provider’s', async () => {
    provider.answer = ({ body }) => {
      const token = body && Reflect.get(body, 'id_token')
      Object.assign(body ?? {}, { id_token: String(token).replace(/.{20}$/, 'A'.repeat(20)) })
    }
    expect((await open()).url).toBe(`${site.url}/sign-in-failed?reason=signature`)
    expect(site.log.at(-1)).toMatchObject({ detail: 'JWT signature verification failed' })
  })

  it('is a provider that takes a code and never answers', async () => {
    provider.hangs = (path) => path === '/token'
    expect((await open()).url).toBe(`${site.url}/sign-in-failed?reason=timeout`)
  })

  it('is a store that is away', async () => {
    cut.state = 'away'
    expect((await open()).url).toBe(`${site.url}/sign-in-failed?reason=store`)
    cut.state = 'there'
    expect(site.log.at(-1)).toMatchObject({ fault: 'store', detail: 'the store was cut off' })
  })

  it('keeps nobody from going on who is signed in', async () => {
    const { browser } = await open()
    sentBack('access_denied')()
    const attempt = await startedIn(browser)
    const { url } = await browser.open(attempt)
    expect(url).toBe(`${site.url}/second`)
    const { url: again } = await browser.open(`${site.url}/callback?code=x&state=nonsense`)
    expect(again).toBe(`${site.url}/`)
  })
})

/** Where a tab of a browser is led that was opened before the browser was signed in. */
async function startedIn(browser: ReturnType<typeof createCookieBrowser>): Promise<string> {
  const jar = browser.jarOf(site.url)
  const session = jar.get('roamboard-session') ?? ''
  jar.delete('roamboard-session')
  const response = await browser.send(`${site.url}/second`)
  jar.set('roamboard-session', session)
  return response.headers.get('Location') ?? ''
}
