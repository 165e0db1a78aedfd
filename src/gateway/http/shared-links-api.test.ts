import { Hono } from 'hono'
import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { createUpstream } from '../kore/forward.ts'
import type { KeptLink, SharedLinks } from '../store/shared-links.ts'
import { StoreFailure } from '../store/store-failure.ts'
import { answerFailure } from './failures.ts'
import type { Identified, Reader } from './reader.ts'
import { sharedLinksApi } from './shared-links-api.ts'

const DRAFT = { name: 'For Bo', path: '/account', search: 'range=last-7-days', days: 7 }

const UPSTREAM = createUpstream(sandboxUpstream('http://127.0.0.1:1'))

const readerOf = (...accounts: string[]): Reader => ({
  person: { id: '1', email: 'ada@example.com', emailVerified: true, name: 'Ada', groups: [] },
  accounts: accounts.map((id) => ({ ...mainAccount(UPSTREAM), id })),
})

let kept: KeptLink[]

/** Links that are kept in a list. */
const LINKS: SharedLinks = {
  list: async () => kept,
  async add({ name, path, search }, accounts, owner) {
    const times = { createdAt: '2026-11-01T00:00:00.000Z', expiresAt: '2026-11-08T00:00:00.000Z' }
    const link = { id: `link-${kept.length}`, name, path, search, owner, accounts, ...times }
    kept.push(link)
    return { link, token: 'the-token' }
  },
  async revoke(id) {
    const before = kept.length
    kept = kept.filter((link) => link.id !== id)
    return kept.length < before
  },
  find: async () => undefined,
}

beforeEach(() => {
  kept = []
})

function apiOf(reader: Reader, links = LINKS) {
  return new Hono<Identified>()
    .use(async (context, next) => {
      context.set('reader', reader)
      await next()
    })
    .route('/', sharedLinksApi(links))
}

const JSON_BODY = { 'Content-Type': 'application/json' }

const make = (reader: Reader, draft: unknown, headers: Record<string, string> = JSON_BODY) =>
  apiOf(reader).request('/', { method: 'POST', body: JSON.stringify(draft), headers })

const close = (reader: Reader, id: string, headers: Record<string, string> = JSON_BODY) =>
  apiOf(reader).request(`/${id}`, { method: 'DELETE', body: '{}', headers })

const idsFor = async (reader: Reader) => {
  const { links } = await (await apiOf(reader).request('/')).json()
  return links.map(({ id }: { id: string }) => id)
}

describe('links over HTTP', () => {
  it('are made by whoever may see what they show, who is told the token this once', async () => {
    const response = await make(readerOf('north', 'south'), DRAFT)
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const { token, link } = await response.json()
    expect(token).toBe('the-token')
    expect(link).toEqual({
      id: 'link-0',
      name: 'For Bo',
      path: '/account',
      search: 'range=last-7-days',
      owner: 'ada@example.com',
      createdAt: '2026-11-01T00:00:00.000Z',
      expiresAt: '2026-11-08T00:00:00.000Z',
    })
    const list = await (await apiOf(readerOf('north')).request('/')).text()
    expect(JSON.parse(list).links).toEqual([link])
    expect(list).not.toContain('the-token')
  })

  it.each([
    ['the first account without a word', '', ['north']],
    ['one that is named', 'account=south', ['south']],
    ['all', 'account=all', ['north', 'south']],
  ])('show %s', async (_, search, accounts) => {
    await make(readerOf('north', 'south'), { ...DRAFT, search })
    expect(kept.map((link) => link.accounts)).toEqual([accounts])
  })

  it('are not made of an account that is not open to whoever makes them', async () => {
    const foreign = await make(readerOf('north'), { ...DRAFT, search: 'account=south' })
    expect(foreign.status).toBe(403)
    expect((await make(readerOf(), DRAFT)).status).toBe(403)
    expect(kept).toEqual([])
  })

  it.each([
    ['no view of usage', { ...DRAFT, path: '/sims' }],
    ['an address elsewhere', { ...DRAFT, path: '//elsewhere.example' }],
    ['days without end', { ...DRAFT, days: 100_000 }],
    ['days that are none of the choices', { ...DRAFT, days: 8 }],
    ['days that are a text', { ...DRAFT, days: '7' }],
    ['no days', { ...DRAFT, days: undefined }],
    ['no name', { ...DRAFT, name: ' ' }],
    ['an account of its own', { ...DRAFT, accounts: ['south'] }],
  ])('are refused with %s', async (_, draft) => {
    expect((await make(readerOf('north'), draft)).status).toBe(400)
    expect(kept).toEqual([])
  })

  it('are refused where they are too large', async () => {
    const large = await make(readerOf('north'), { ...DRAFT, search: 'a'.repeat(20_000) })
    expect(large.status).toBe(413)
  })

  it('are neither made nor closed by a form', async () => {
    const form = { 'Content-Type': 'text/plain' }
    await make(readerOf('north'), DRAFT)
    expect((await make(readerOf('north'), DRAFT, form)).status).toBe(415)
    expect((await close(readerOf('north'), 'link-0', form)).status).toBe(415)
    expect(kept).toHaveLength(1)
  })

  it('are seen and closed by whoever may see all that they show, and by nobody else', async () => {
    await make(readerOf('north', 'south'), { ...DRAFT, search: 'account=all' })
    await make(readerOf('north', 'south'), { ...DRAFT, search: 'account=south' })
    expect(await idsFor(readerOf('north', 'south'))).toEqual(['link-0', 'link-1'])
    expect(await idsFor(readerOf('south'))).toEqual(['link-1'])
    expect(await idsFor(readerOf('north'))).toEqual([])
    for (const id of ['link-0', 'link-1']) {
      expect((await close(readerOf('north'), id)).status).toBe(404)
    }
    expect((await close(readerOf('south'), 'link-0')).status).toBe(404)
    expect(kept).toHaveLength(2)
    expect((await close(readerOf('south'), 'link-1')).status).toBe(200)
    expect((await close(readerOf('south'), 'link-1')).status).toBe(404)
    expect(await idsFor(readerOf('north', 'south'))).toEqual(['link-0'])
  })

  it('say so, and why, when their store cannot be reached', async () => {
    const cause = new Error('postgres://me:hush@db')
    const lost = {
      ...LINKS,
      list: () => Promise.reject(new StoreFailure('The store failed', { cause })),
    }
    const log = pino({ level: 'silent' })
    const gateway = new Hono()
      .route('/api/links', apiOf(readerOf('north'), lost))
      .onError((error, context) => answerFailure(error, context, log))
    const response = await gateway.request('/api/links')
    expect(response.status).toBe(503)
    expect((await response.json()).message).toBe(
      'The store of links cannot be reached. Nothing was changed. postgres://…@db. Check DATABASE_URL or DATA_FOLDER.',
    )
  })
})

it('are made by nobody to whom no account is open', async () => {
  const nobody = readerOf()
  for (const search of ['', 'account=all', 'account=main']) {
    const response = await make(nobody, { ...DRAFT, search })
    expect([search, response.status]).toEqual([search, 403])
  }
  kept.push({ ...DRAFT, id: 'old', owner: '', accounts: [], createdAt: '', expiresAt: '' })
  expect(await idsFor(nobody)).toEqual([])
})

it('are refused where an account has too many', async () => {
  const full = { ...LINKS, add: async () => undefined }
  const response = await apiOf(readerOf('main'), full).request('/', {
    method: 'POST',
    body: JSON.stringify(DRAFT),
    headers: JSON_BODY,
  })
  expect(response.status).toBe(409)
})
