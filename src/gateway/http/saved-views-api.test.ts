import { rm } from 'node:fs/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { createUpstream } from '../kore/forward.ts'
import { embedPostgres } from '../store/embedded-postgres.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { savedViews } from '../store/schema.ts'
import type { Identified, Reader } from './reader.ts'
import { savedViewsApi } from './saved-views-api.ts'

const DRAFT = {
  name: 'Trucks abroad',
  description: '',
  owner: '',
  path: '/account',
  search: 'range=last-7-days',
}

const MAIN = mainAccount(createUpstream(sandboxUpstream('http://127.0.0.1:1')))

let folder: string
let store: Store
let api: Hono<Identified>

/** The API as its reader sees it, who has not signed in. */
function apiOf(store: Store, reader: Reader = { person: undefined, accounts: [MAIN] }) {
  return new Hono<Identified>()
    .use(async (context, next) => {
      context.set('reader', reader)
      await next()
    })
    .route('/', savedViewsApi(store))
}

beforeAll(async () => {
  folder = await copyEmptyStore()
  store = openStore(embedPostgres(folder))
  api = apiOf(store)
  await store.ready()
}, 60_000)
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const send = (
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) =>
  api.request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  })

const added = async () => (await send('POST', '/', DRAFT)).json()

describe('saved views over HTTP', () => {
  it('are added, listed, changed, deleted and restored', async () => {
    const response = await send('POST', '/', DRAFT)
    expect(response.status).toBe(201)
    const { id } = await response.json()
    const changed = await send('PUT', `/${id}`, { ...DRAFT, name: 'New' }, { 'If-Match': '"1"' })
    expect(await changed.json()).toMatchObject({ name: 'New', version: 2 })
    const { views } = await (await api.request('/')).json()
    expect(views).toHaveLength(1)
    expect((await send('DELETE', `/${id}`, {}, { 'If-Match': '"2"' })).status).toBe(200)
    expect((await api.request(`/${id}`)).status).toBe(404)
    expect((await send('POST', `/${id}/restore`, {})).status).toBe(200)
    expect((await send('PUT', '/start', { id })).status).toBe(200)
    expect(await (await api.request(`/${id}`)).json()).toMatchObject({ start: true })
  })

  it('answer a change of an older version with the newest', async () => {
    const { id } = await added()
    await send('PUT', `/${id}`, { ...DRAFT, name: 'First' }, { 'If-Match': '"1"' })
    const late = await send('PUT', `/${id}`, { ...DRAFT, name: 'Late' }, { 'If-Match': '"1"' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ name: 'First', version: 2 })
    expect((await send('DELETE', `/${id}`, {}, { 'If-Match': '"1"' })).status).toBe(409)
    expect((await send('PUT', `/${id}`, DRAFT)).status).toBe(428)
    expect((await send('DELETE', `/${id}`, {})).status).toBe(428)
  })

  it('refuse to be changed by a form', async () => {
    const form = { 'Content-Type': 'text/plain' }
    expect((await send('POST', '/', DRAFT, form)).status).toBe(415)
  })

  it.each<[string, unknown]>([
    ['an empty name', { ...DRAFT, name: '  ' }],
    ['a name that is too long', { ...DRAFT, name: 'x'.repeat(101) }],
    ['an address elsewhere', { ...DRAFT, path: 'https://elsewhere.example/' }],
    ['an address of another host', { ...DRAFT, path: '//elsewhere.example' }],
    ['a path that climbs', { ...DRAFT, path: '/account/../sims' }],
    ['a path with an encoded slash', { ...DRAFT, path: '/sims/a%2fb' }],
    ['a NUL', { ...DRAFT, description: 'a\0b' }],
    ['a fragment', { ...DRAFT, search: 'range=x#fragment' }],
    ['a query that is too long', { ...DRAFT, search: 'a'.repeat(2001) }],
    ['a key that is not its own', { ...DRAFT, start: true }],
    ['half a view', { name: 'no more' }],
    ['nothing', null],
    ['a list', [DRAFT]],
  ])('refuse %s, and say why', async (_, body) => {
    const response = await send('POST', '/', body)
    expect(response.status).toBe(400)
    expect((await response.json()).message).toMatch(/\w/)
  })

  it('keep every hostile text as it is, or refuse it', async () => {
    for (const name of HOSTILE_STRINGS) {
      const response = await send('POST', '/', { ...DRAFT, name, description: name, owner: name })
      const fits = name.trim() !== '' && name.trim().length <= 100
      expect([response.status, name]).toEqual([fits ? 201 : 400, name])
      if (!fits) continue
      // Half a character has no form in UTF-8.
      const expected = Buffer.from(name.trim()).toString()
      expect(await response.json()).toMatchObject({ name: expected, owner: expected })
    }
    await store.database.delete(savedViews)
  }, 30_000)

  it('refuse a body that is too large, or is no JSON', async () => {
    const large = await send('POST', '/', { ...DRAFT, description: 'x'.repeat(20_000) })
    expect(large.status).toBe(413)
    const headers = { 'Content-Type': 'application/json' }
    const broken = await api.request('/', { method: 'POST', body: '{"name":', headers })
    expect(broken.status).toBe(400)
  })

  it('belong to whoever has signed in, and stay theirs', async () => {
    const person = { id: '1', email: 'ada@example.com', emailVerified: true, name: '', groups: [] }
    const signedIn = apiOf(store, { person, accounts: [MAIN] })
    const body = (draft: object) => ({
      body: JSON.stringify(draft),
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    })
    const claimed = { ...DRAFT, owner: 'Somebody else' }
    const view = await (await signedIn.request('/', { method: 'POST', ...body(claimed) })).json()
    expect(view.owner).toBe('ada@example.com')
    const other = apiOf(store, { person: { ...person, id: '2', name: 'Bo' }, accounts: [MAIN] })
    expect(view.editable).toBe(true)
    const renamed = { ...DRAFT, name: 'Renamed', owner: 'Bo' }
    const refused = [
      await other.request(`/${view.id}`, { method: 'PUT', ...body(renamed) }),
      await other.request(`/${view.id}`, { method: 'DELETE', ...body({}) }),
    ]
    for (const response of refused) {
      expect(response.status).toBe(403)
      expect((await response.json()).message).toMatch(/^Only ada@example.com can change or delete/)
    }
    const seen = await (await other.request(`/${view.id}`)).json()
    expect(seen).toMatchObject({ name: DRAFT.name, editable: false })
    const own = await other.request('/', { method: 'POST', ...body(renamed) })
    expect(await own.json()).toMatchObject({ name: 'Renamed', owner: 'Bo', editable: true })
    const corrected = await signedIn.request(`/${view.id}`, { method: 'PUT', ...body(renamed) })
    expect(await corrected.json()).toMatchObject({ name: 'Renamed', owner: 'ada@example.com' })
  })

  it('show no account that is not open to their reader', async () => {
    const foreign = await send('POST', '/', { ...DRAFT, search: 'account=north' })
    expect(foreign.status).toBe(403)
    expect((await send('POST', '/', { ...DRAFT, search: 'account=all' })).status).toBe(201)
    const { id } = await added()
    const moved = { ...DRAFT, search: 'account=north' }
    expect((await send('PUT', `/${id}`, moved, { 'If-Match': '"1"' })).status).toBe(403)
    expect(await (await api.request(`/${id}`)).json()).toMatchObject({ version: 1 })
  })

  it('show everybody the accounts that their maker saw', async () => {
    const [north, south] = [
      { ...MAIN, id: 'north' },
      { ...MAIN, id: 'south' },
    ]
    const person = { id: '1', email: 'ada@example.com', emailVerified: true, name: '', groups: [] }
    const maker = apiOf(store, { person, accounts: [north] })
    const other = apiOf(store, { person: { ...person, id: '2' }, accounts: [MAIN, north, south] })
    const saved = async (search: string, api = maker) => {
      const body = JSON.stringify({ ...DRAFT, search })
      const headers = { 'Content-Type': 'application/json' }
      const { id } = await (await api.request('/', { method: 'POST', body, headers })).json()
      return (await (await other.request(`/${id}`)).json()).search
    }
    expect(await saved('range=last-7-days')).toBe('range=last-7-days&account=north')
    expect(await saved('')).toBe('account=north')
    const two = apiOf(store, { person, accounts: [north, south] })
    expect(await saved('account=all', two)).toBe('account=north%2Csouth')
    expect(await saved('account=south&by=day', two)).toBe('account=south&by=day')
  })

  it('name no account where there is one only', async () => {
    const { id } = await added()
    const view = await (await api.request(`/${id}`)).json()
    expect(view.search).toBe('range=last-7-days')
  })

  it('are there for nobody else once they show an account that is not open to others', async () => {
    const north = { ...MAIN, id: 'north' }
    const both = apiOf(store, { person: undefined, accounts: [MAIN, north] })
    const body = (draft: object) => ({
      body: JSON.stringify(draft),
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    })
    const { id } = await added()
    await both.request(`/${id}`, { method: 'PUT', ...body({ ...DRAFT, search: 'account=north' }) })
    const { views } = await (await api.request('/')).json()
    expect(views.map((view: { id: string }) => view.id)).not.toContain(id)
    expect((await api.request(`/${id}`)).status).toBe(404)
    const mark = { 'If-Match': '"2"' }
    expect((await send('PUT', `/${id}`, DRAFT, mark)).status).toBe(404)
    expect((await send('DELETE', `/${id}`, {}, mark)).status).toBe(404)
    expect(await (await both.request(`/${id}`)).json()).toMatchObject({ version: 2 })
  })

  it.each(['1', '"1', 'W/"1"', '"1", "2"', '*', '"one"'])(
    'are not changed from a version such as %s',
    async (mark) => {
      const { id } = await added()
      const changed = await send('PUT', `/${id}`, DRAFT, { 'If-Match': mark })
      expect(changed.status).toBe(428)
    },
  )

  it.each(['"2147483648"', '"99999999999999999999"'])(
    'are in conflict with a version that there never was, %s',
    async (mark) => {
      const { id } = await added()
      const changed = await send('PUT', `/${id}`, DRAFT, { 'If-Match': mark })
      expect([changed.status, await changed.json()]).toMatchObject([409, { version: 1 }])
      expect((await send('DELETE', `/${id}`, {}, { 'If-Match': mark })).status).toBe(409)
    },
  )

  it.each(['%00', 'a%00b', '%u0000', 'x'.repeat(65), '..%2f'])(
    'have no id such as %s',
    async (id) => {
      expect((await api.request(`/${id}`)).status).toBe(404)
      expect((await send('PUT', `/${id}`, DRAFT, { 'If-Match': '"1"' })).status).toBe(404)
      expect((await send('DELETE', `/${id}`, {}, { 'If-Match': '"1"' })).status).toBe(404)
      expect((await send('POST', `/${id}/restore`, {})).status).toBe(404)
      expect((await send('PUT', '/start', { id: 'a\u0000' })).status).toBe(200)
    },
  )
})
