import { Hono, type MiddlewareHandler } from 'hono'
import { describe, expect, it } from 'vitest'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { createUpstream } from '../kore/forward.ts'
import type { Person } from '../sign-in/person.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { KeptLink, SharedLinks } from '../store/shared-links.ts'
import { type Account, mayView } from './account.ts'
import { type Identified, identifyReader } from './reader.ts'

const TOKEN = 't'.repeat(43)

const UPSTREAM = createUpstream(sandboxUpstream('http://127.0.0.1:1'))

const account = (id: string, groups: string[], domains: string[] = []): Account => ({
  id,
  name: id,
  viewers: { groups, domains },
  upstream: UPSTREAM,
})

const ACCOUNTS = [account('north', ['northerners']), account('south', [], ['south.example'])]

const LINK: KeptLink = {
  id: 'link-1',
  name: 'For Bo',
  path: '/account',
  search: '',
  owner: 'ada@example.com',
  accounts: ['south'],
  createdAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2026-12-01T00:00:00.000Z',
}

const PERSON: Person = {
  id: '1',
  email: 'ada@example.com',
  emailVerified: true,
  name: 'Ada',
  groups: ['northerners'],
}

const LINKS: SharedLinks = {
  list: async () => [LINK],
  add: async () => ({ link: LINK, token: TOKEN }),
  revoke: async () => false,
  find: async (token) => (token === TOKEN ? LINK : undefined),
}

const through: MiddlewareHandler = (_, next) => next()

const signInAs = (person: Person | undefined): SignIn => ({
  require: through,
  routes: new Hono(),
  person: async () => person,
})

/** What the API takes whoever asks for, as later steps see them. */
async function read(path: string, signIn?: SignIn) {
  const app = new Hono<Identified>()
    .use('/api/*', identifyReader({ accounts: ACCOUNTS, links: LINKS, signIn }))
    .all('/api/*', (context) => {
      const { person, accounts, link } = context.get('reader')
      return context.json({ person: person?.id, accounts: accounts.map(({ id }) => id), link })
    })
  const response = await app.request(path)
  return { status: response.status, ...(await response.json()) }
}

describe('who asks', () => {
  it('is anybody, who sees everything, where nobody has to sign in', async () => {
    expect(await read('/api/about')).toEqual({ status: 200, accounts: ['north', 'south'] })
  })

  it('sees their own accounts alone, where people sign in', async () => {
    const seen = await read('/api/views', signInAs(PERSON))
    expect(seen).toEqual({ status: 200, person: '1', accounts: ['north'] })
    const stranger = { ...PERSON, id: '2', groups: [] }
    expect((await read('/api/views', signInAs(stranger))).accounts).toEqual([])
  })

  it('is refused where they have not signed in', async () => {
    for (const path of ['/api/about', '/api/views', '/api/accounts/north/super-sim/v1/Sims']) {
      expect([path, (await read(path, signInAs(undefined))).status]).toEqual([path, 401])
    }
  })
})

describe('the reader of a link', () => {
  const own = `~${TOKEN}~south`

  it('needs not sign in, and sees the accounts of the link alone', async () => {
    for (const path of [`/api/about?link=${TOKEN}`, `/api/accounts/${own}/super-sim/v1/Sims`]) {
      const seen = await read(path, signInAs(undefined))
      expect(seen).toEqual({ status: 200, accounts: [own], link: LINK })
    }
  })

  it('is nobody else, though they have signed in', async () => {
    const seen = await read(`/api/about?link=${TOKEN}`, signInAs(PERSON))
    expect(seen).toEqual({ status: 200, accounts: [own], link: LINK })
  })

  it('finds a closed door where the link is closed', async () => {
    for (const token of ['u'.repeat(43), '']) {
      expect((await read(`/api/about?link=${token}`)).status).toBe(404)
      expect((await read(`/api/accounts/~${token}~south/kept`)).status).toBe(404)
    }
  })

  it('gets at nothing but what the link shows', async () => {
    for (const path of ['/api/views', '/api/links', '/api/session']) {
      const seen = await read(`${path}?link=${TOKEN}`, signInAs(undefined))
      expect([path, seen.status]).toEqual([path, 401])
    }
    const through = await read(`/api/accounts/north/kept?link=${TOKEN}`, signInAs(undefined))
    expect(through.status).toBe(401)
    // As long as the way to the accounts, so that the token stands where theirs would.
    for (const path of [`/api/views/~${TOKEN}~south`, `/api/views/abc~${TOKEN}~south`]) {
      expect([path, (await read(path, signInAs(undefined))).status]).toEqual([path, 401])
    }
  })
})

describe('who may see an account', () => {
  const viewers = { groups: ['fleet'], domains: ['example.com'] }
  const person = { ...PERSON, groups: [] }

  it.each<[string, Person, boolean]>([
    ['of the domain', person, true],
    ['of the domain in capitals', { ...person, email: 'Ada@EXAMPLE.com' }, true],
    ['of a domain below it', { ...person, email: 'ada@sub.example.com' }, false],
    ['of a domain that ends like it', { ...person, email: 'ada@badexample.com' }, false],
    ['with the domain in their name', { ...person, email: 'example.com@evil.test' }, false],
    ['with two domains', { ...person, email: 'ada@example.com@evil.test' }, false],
    ['without an address', { ...person, email: '' }, false],
    ['whose address is not proven', { ...person, emailVerified: false }, false],
    ['of the group', { ...person, email: '', groups: ['golf', 'fleet'] }, true],
    ['of another group', { ...person, email: '', groups: ['fleets'] }, false],
  ])('is somebody %s: %#', (_, one, seen) => {
    expect(mayView(viewers, one)).toBe(seen)
  })

  it('is everybody who signs in where the domain is a star, and nobody where none is named', () => {
    const unknown = { ...person, email: '', emailVerified: false }
    expect(mayView({ groups: [], domains: ['*'] }, unknown)).toBe(true)
    expect(mayView({ groups: [], domains: [] }, PERSON)).toBe(false)
  })
})
