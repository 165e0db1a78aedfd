import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { ANYBODY } from '#testing/view-reader.ts'
import type { Connection } from './connection.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { openStore, type Store } from './open-store.ts'
import { createSavedViews } from './saved-views.ts'
import { savedViews, sharedLinks } from './schema.ts'
import { createSharedLinks, type SharedLinks } from './shared-links.ts'

const DAY = 24 * 3_600_000
const VIEW = { name: 'Trucks', description: '', owner: 'Ada', path: '/account', search: '' }
const LINK = { name: 'For Bo', path: '/account', search: '' }

let folder: string
let connection: Connection
let store: Store
let now = Date.parse('2026-11-20T12:00:00Z')

beforeAll(async () => {
  folder = await copyEmptyStore()
  connection = embedPostgres(folder)
  store = openStore(connection)
  await store.ready()
}, 60_000)
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** A link that there is room for. */
async function made(links: SharedLinks, { accounts = ['main'], days = 1 as 1 | 7 } = {}) {
  const link = await links.add({ ...LINK, days }, accounts, '')
  if (!link) throw new Error('too many links')
  return link
}

describe('read-only links', () => {
  it('are two hundred of one account at the most, whatever other accounts have', async () => {
    const links = createSharedLinks(store, () => now)
    const row = {
      ...LINK,
      accounts: '["busy","both"]',
      owner: '',
      createdAt: now,
      expiresAt: now + DAY,
    }
    const rows = Array.from({ length: 200 }, (_, index) => ({
      ...row,
      id: `${index}`,
      digest: `${index}`,
    }))
    await store.database.insert(sharedLinks).values(rows)
    expect(await links.add({ ...LINK, days: 1 }, ['busy'], '')).toBeUndefined()
    expect(await links.add({ ...LINK, days: 1 }, ['other', 'both'], '')).toBeUndefined()
    await made(links, { accounts: ['other'] })
    await links.revoke('7')
    await made(links, { accounts: ['busy'] })
    await store.database.delete(sharedLinks)
  })

  it('stay open until their last moment, whatever links are made meanwhile', async () => {
    const links = createSharedLinks(store, () => now)
    const { token, link } = await made(links, { days: 7 })
    expect(link.expiresAt).toBe('2026-11-27T12:00:00.000Z')
    now += 7 * DAY - 1
    const other = await made(links, { accounts: ['north'] })
    expect(await links.find(token)).toEqual(link)
    expect((await links.list()).map(({ id }) => id)).toEqual([other.link.id, link.id])
    expect(await links.find(other.token)).toMatchObject({ accounts: ['north'] })
    now += 1
    expect(await links.find(token)).toBeUndefined()
  })

  it('are closed one at a time', async () => {
    const links = createSharedLinks(store, () => now)
    const [one, other] = [await made(links), await made(links)]
    expect(one.token).not.toBe(other.token)
    await links.revoke(one.link.id)
    expect(await links.find(one.token)).toBeUndefined()
    expect(await links.find(other.token)).toEqual(other.link)
  })
})

describe('saved views', () => {
  it('stay with whoever could see them when somebody who sees more gives them a name', async () => {
    const of = (...accounts: string[]) =>
      createSavedViews(store, { person: '', accounts }, () => now)
    const [owner, editor] = [of('north'), of('north', 'south')]
    const all = { ...VIEW, search: 'account=all' }
    const view = await owner.add(all, ['north'])
    const id = view?.id ?? ''
    await editor.change(id, 1, { ...all, name: 'New' }, ['north', 'south'])
    expect(await owner.get(id)).toMatchObject({ name: 'New', version: 2 })
    await editor.change(id, 2, { ...all, search: 'account=south' }, ['south'])
    expect(await owner.get(id)).toBeUndefined()
    await of('south').remove(id, 3)
  })

  it('are changed, deleted and brought back by their owner alone, once somebody signs in', async () => {
    const of = (person: string) => createSavedViews(store, { ...ANYBODY, person }, () => now)
    const [ada, bo, anybody] = [of('ada'), of('bo'), of('')]
    const view = await ada.add({ ...VIEW, owner: 'Ada' }, ANYBODY.accounts)
    const id = view?.id ?? ''
    const theirs = { kind: 'notTheirs', owner: 'Ada' }
    expect(view).toMatchObject({ editable: true, owner: 'Ada' })
    expect(view).not.toHaveProperty('person')
    expect(await bo.get(id)).toMatchObject({ editable: false })
    expect(await bo.change(id, 1, { ...VIEW, name: 'Bo’s' }, ANYBODY.accounts)).toEqual(theirs)
    expect(await bo.remove(id, 1)).toEqual(theirs)
    expect(await bo.get(id)).toMatchObject({ name: 'Trucks', version: 1 })
    expect(await ada.remove(id, 1)).toMatchObject({ kind: 'done' })
    expect(await bo.restore(id)).toEqual(theirs)
    expect(await ada.restore(id)).toMatchObject({ kind: 'done' })
    // What was saved when nobody signed in is everybody's, and everything is where nobody signs in.
    expect(await anybody.change(id, 3, { name: 'Of all' }, ANYBODY.accounts)).toMatchObject({
      kind: 'done',
      view: { name: 'Of all', editable: true },
    })
    const common = await anybody.add({ ...VIEW, name: 'Common' }, ANYBODY.accounts)
    expect(await bo.remove(common?.id ?? '', 1)).toMatchObject({ kind: 'done' })
    await store.database.delete(savedViews)
  })

  it('that were saved alike and deleted again and again are found in one question', async () => {
    const asked = vi.fn<typeof connection.query>((...statement) => connection.query(...statement))
    const counted = openStore({ ...connection, query: asked })
    await counted.ready()
    const views = createSavedViews(counted, ANYBODY, () => now)
    const ids: string[] = []
    const statements: number[] = []
    for (let again = 0; again < 12; again++) {
      const before = asked.mock.calls.length
      const view = await views.add(VIEW, ANYBODY.accounts)
      statements.push(asked.mock.calls.length - before)
      ids.push(view?.id ?? '')
      if (again < 11) await views.remove(view?.id ?? '', 1)
    }
    expect(new Set(ids).size).toBe(12)
    // Room, the view and the start page; and, where it was there before, what is there and what is free.
    expect(statements).toEqual([4, ...Array.from({ length: 11 }, () => 6)])
    expect((await views.add(VIEW, ANYBODY.accounts))?.id).toBe(ids.at(-1))
    await store.database.delete(savedViews)
  })

  it('that show no account are shown to nobody', async () => {
    const views = createSavedViews(store, ANYBODY, () => now)
    const view = await views.add({ ...VIEW, name: 'Of nothing' }, [])
    expect(await views.get(view?.id ?? '')).toBeUndefined()
    expect((await views.list()).map(({ name }) => name)).not.toContain('Of nothing')
  })

  it('that were deleted can be brought back for thirty days', async () => {
    const views = createSavedViews(store, ANYBODY, () => now)
    const view = await views.add(VIEW, ANYBODY.accounts)
    const id = view?.id ?? ''
    await views.remove(id, 1)
    now += 30 * DAY
    await views.add({ ...VIEW, name: 'Meanwhile' }, ANYBODY.accounts)
    expect(await views.restore(id)).toMatchObject({ kind: 'done', view: { name: 'Trucks' } })
    // One that was not deleted is not there to be brought back, and stays as it is.
    expect(await views.restore(id)).toEqual({ kind: 'gone' })
    expect(await views.get(id)).toMatchObject({ version: 3 })
  })

  it('are opened with by whoever chose them, and stay so when another is deleted', async () => {
    const of = (person: string) => createSavedViews(store, { ...ANYBODY, person }, () => now)
    const [ada, bo] = [of('ada'), of('bo')]
    const [one, other] = [
      await ada.add(VIEW, ANYBODY.accounts),
      await ada.add({ ...VIEW, name: 'Vans' }, ANYBODY.accounts),
    ]
    await ada.start(one?.id)
    await bo.start(other?.id)
    await ada.remove(other?.id ?? '', 1)
    expect((await ada.get(one?.id ?? ''))?.start).toBe(true)
    await bo.start(undefined)
    expect((await ada.get(one?.id ?? ''))?.start).toBe(true)
  })

  it('are a thousand at the most', async () => {
    await store.database.delete(savedViews)
    const row = { ...VIEW, accounts: '["main"]', version: 1, changedAt: now }
    const rows = Array.from({ length: 999 }, (_, index) => ({ ...row, id: String(index) }))
    await store.database.insert(savedViews).values(rows)
    const views = createSavedViews(store, ANYBODY, () => now)
    expect(await views.add(VIEW, ANYBODY.accounts)).toMatchObject({ version: 1 })
    const more = { ...VIEW, name: 'One more' }
    expect(await views.add(more, ANYBODY.accounts)).toBeUndefined()
    expect(await views.list()).toHaveLength(1000)
  })

  it('that were deleted keep nobody from saving, and the last thousand can be restored', async () => {
    await store.database.delete(savedViews)
    const row = { ...VIEW, accounts: '["main"]', version: 2, changedAt: now }
    const rows = Array.from({ length: 1100 }, (_, index) => ({
      ...row,
      id: `deleted-${index}`,
      deletedAt: now - index,
    }))
    await store.database.insert(savedViews).values(rows)
    const views = createSavedViews(store, ANYBODY, () => now)
    expect(await views.add(VIEW, ANYBODY.accounts)).toMatchObject({ version: 1 })
    expect(await views.restore('deleted-999')).toMatchObject({ kind: 'done' })
    expect(await views.restore('deleted-1000')).toEqual({ kind: 'gone' })
  })
})
