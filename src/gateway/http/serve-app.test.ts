import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { KeptLink, SharedLinks } from '../store/shared-links.ts'
import { readPage } from './page.ts'
import { type PageVariables, serveApp } from './serve-app.ts'

const PAGE =
  '<head><meta name="description" content="Usage." /><link href="/api/about" /><title>Roamboard</title></head>'

const LINK: KeptLink = {
  id: 'link-1',
  name: '<b>"Trucks" & $& more</b>',
  path: '/account',
  search: 'product=super-sim&range=2026-10-01..2026-10-15',
  owner: '',
  accounts: ['main'],
  createdAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2026-12-01T00:00:00.000Z',
}

const LINKS: SharedLinks = {
  list: async () => [LINK],
  add: async () => Promise.reject(new Error('none is made')),
  revoke: async () => false,
  find: (token) =>
    token === 'away'
      ? Promise.reject(new Error('the store is away'))
      : Promise.resolve(token === 'open' ? LINK : undefined),
}

/** A door that lets nobody in. */
const SIGN_IN: Pick<SignIn, 'require'> = {
  require: async (context) => context.text('Sign in', 401),
}

let folder: string
let app: Hono<PageVariables>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roamboard-app-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, 'assets', 'a-1.js'), 'script')
  app = new Hono<PageVariables>()
  serveApp(app, { folder, page: await readPage(folder) }, { signIn: SIGN_IN, links: LINKS })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const get = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the app', () => {
  it.each([
    '/',
    '/index.html',
    '/INDEX.html',
    '/%69ndex.html',
    '/index%2ehtml',
    '//',
    '//index.html',
    '/index.html/',
    '/account',
    '/assets/',
  ])('is not shown to whoever has not signed in at %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 401, text: 'Sign in' })
  })

  it('gives its files to anybody, and nothing for those that it has not', async () => {
    expect(await get('/assets/a-1.js')).toMatchObject({ status: 200, text: 'script' })
    expect((await get('/assets/b-1.js')).status).toBe(404)
  })
})

describe('the page of a link', () => {
  it('is told by its own name to a chat, and to no search engine', async () => {
    const { status, headers, text } = await get('/s/open')
    expect([status, headers.get('X-Robots-Tag')]).toEqual([200, 'noindex, nofollow, noarchive'])
    const name = '&#60;b&#62;&#34;Trucks&#34; &#38; $&#38; more&#60;/b&#62; · Roamboard'
    expect(text).toContain(`<title>${name}</title>`)
    expect(text).toContain(`<meta property="og:title" content="${name}" />`)
    const told = 'Usage of SIMs, Super SIM, 1 Oct – 15 Oct 2026. Read-only.'
    expect(text).toContain(`<meta name="description" content="${told}"`)
    expect(text).toContain(`<meta property="og:description" content="${told}" />`)
    expect(text).toContain('href="/api/about?link=open"')
  })

  it.each(['closed', 'away'])('that is %s is the page as it is', async (token) => {
    const { status, headers, text } = await get(`/s/${token}`)
    expect([status, headers.get('X-Robots-Tag')]).toEqual([200, 'noindex, nofollow, noarchive'])
    expect(text).toContain('<title>Roamboard</title>')
  })
})
