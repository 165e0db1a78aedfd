import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SavedViewDraft } from '#contract/saved-view-draft.ts'
import { POSTGRES_PROGRAMS, startPostgres } from '#testing/store/postgres.ts'
import { ANYBODY } from '#testing/view-reader.ts'
import type { Connection } from './connection.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { connectPostgres } from './external-postgres.ts'
import { openStore, type Store } from './open-store.ts'
import { createSavedViews, type SavedViews } from './saved-views.ts'
import { createSettledAnswers } from './settled-answers.ts'
import { createSharedLinks } from './shared-links.ts'

const DAY = 24 * 3_600_000

const DRAFT: SavedViewDraft = {
  name: 'Trucks abroad',
  description: 'What the fleet did last week',
  owner: 'Ada',
  path: '/account',
  search: 'range=last-7-days&by=day',
}

/** A way to a database, and what ends it. */
interface Opened {
  connect(): Connection
  end(): Promise<void>
}

async function embedded(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'roamboard-'))
  return {
    connect: () => embedPostgres(folder),
    end: () => rm(folder, { recursive: true, force: true }),
  }
}

async function server(): Promise<Opened> {
  const { url, stop } = await startPostgres(POSTGRES_PROGRAMS ?? '')
  return { connect: () => connectPostgres(url), end: stop }
}

describe.each([
  ['embedded', embedded, true],
  ['a Postgres server', server, POSTGRES_PROGRAMS !== undefined],
] as const)('the store in %s', (_, open, there) => {
  const embeddedOnly = open === embedded
  if (!there) {
    it.skip('there is no Postgres on this machine')
    return
  }
  let opened: Opened
  let store: Store
  let views: SavedViews
  let now = Date.parse('2026-11-20T12:00:00Z')

  beforeAll(async () => {
    opened = await open()
    store = openStore(opened.connect())
    views = createSavedViews(store, ANYBODY, () => now)
    await store.ready()
  }, 60_000)
  afterAll(async () => {
    await store.close()
    await opened.end()
  })

  let drafts = 0
  const added = async (part: Partial<SavedViewDraft> = {}) => {
    drafts += 1
    const draft = { ...DRAFT, search: `rows=${drafts}`, ...part }
    const view = await views.add(draft, ANYBODY.accounts)
    if (!view) throw new Error('not added')
    return view
  }

  it('keeps what it is given, in every script, and lists it by name', async () => {
    const hostile = `'; DROP TABLE saved_views; -- <script>alert(1)</script> ‮ 日本 🚚`
    const first = await added({ name: hostile })
    const second = await added({ name: 'Above' })
    const { search: _, ...told } = DRAFT
    expect(first).toMatchObject({ ...told, name: hostile, version: 1, start: false })
    expect(first.changedAt).toBe('2026-11-20T12:00:00.000Z')
    expect((await views.list()).map(({ name }) => name)).toEqual(
      [hostile, second.name].sort((a, b) => a.localeCompare(b)),
    )
    expect(await views.get(first.id)).toEqual(first)
    expect(await views.get('nothing')).toBeUndefined()
  })

  it('changes the version that was seen, and tells of a conflict with the newest', async () => {
    const view = await added()
    const renamed = await views.change(view.id, 1, { ...DRAFT, name: 'Mine' }, ANYBODY.accounts)
    expect(renamed).toMatchObject({ kind: 'done', view: { name: 'Mine', version: 2 } })
    const late = await views.change(view.id, 1, { ...DRAFT, name: 'Theirs' }, ANYBODY.accounts)
    expect(late).toMatchObject({ kind: 'conflict', view: { name: 'Mine', version: 2 } })
    const gone = await views.change('nothing', 1, DRAFT, ANYBODY.accounts)
    expect(gone).toEqual({ kind: 'gone' })
  })

  it('lets one of many who change the same version win', async () => {
    const view = await added()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        views.change(view.id, 1, { ...DRAFT, name: `writer ${index}` }, ANYBODY.accounts),
      ),
    )
    const won = outcomes.filter(({ kind }) => kind === 'done')
    expect(won).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(7)
  })

  it('makes one view of ten saves of one at the same time, by two replicas', async () => {
    const replica = embeddedOnly ? store : openStore(opened.connect())
    const draft = { ...DRAFT, name: 'Once' }
    const saves = Array.from({ length: 10 }, (_, index) =>
      createSavedViews(index % 2 ? store : replica, ANYBODY, () => now).add(draft, ['main']),
    )
    const ids = new Set((await Promise.all(saves)).map((view) => view?.id))
    expect(ids.size).toBe(1)
    expect((await views.list()).filter(({ name }) => name === 'Once')).toHaveLength(1)
    // Once it was changed, the same is another view.
    const [id = ''] = ids
    await views.change(id, 1, { name: 'Changed' }, ANYBODY.accounts)
    expect((await views.add(draft, ANYBODY.accounts))?.id).not.toBe(id)
    if (replica !== store) await replica.close()
  })

  it('brings back what was deleted, for a month', async () => {
    const view = await added({ name: 'To delete' })
    expect(await views.remove(view.id, 9)).toMatchObject({ kind: 'conflict' })
    expect(await views.remove(view.id, 1)).toMatchObject({ kind: 'done' })
    expect(await views.get(view.id)).toBeUndefined()
    expect(await views.restore(view.id)).toMatchObject({ kind: 'done', view: { version: 3 } })
    expect((await views.get(view.id))?.name).toBe('To delete')
    await views.remove(view.id, 3)
    now += 31 * DAY
    await added()
    expect(await views.restore(view.id)).toEqual({ kind: 'gone' })
  })

  it('opens with one view at most', async () => {
    const [one, other] = [await added(), await added()]
    const starts = async () => (await views.list()).filter(({ start }) => start).map(({ id }) => id)
    await views.start(one.id)
    await views.start(other.id)
    expect(await starts()).toEqual([other.id])
    await views.remove(other.id, 1)
    await views.restore(other.id)
    expect(await starts()).toEqual([])
    await views.start(one.id)
    await views.start(undefined)
    expect(await starts()).toEqual([])
  })

  it('shows a view to whoever may see all accounts that it shows', async () => {
    const of = (person: string, accounts: string[]) =>
      createSavedViews(store, { person, accounts }, () => now)
    const [both, north] = [of('ada', ['north', 'south']), of('bo', ['north'])]
    const shared = await north.add({ ...DRAFT, name: 'Of north' }, ['north'])
    const own = await both.add({ ...DRAFT, name: 'Of both' }, ['north', 'south'])
    if (!shared || !own) throw new Error('not added')
    const names = async (views: SavedViews) => (await views.list()).map(({ name }) => name)
    expect(await names(both)).toEqual(['Of both', 'Of north'])
    expect(await names(north)).toEqual(['Of north'])
    expect(await north.get(own.id)).toBeUndefined()
    expect(await north.change(own.id, 1, DRAFT, ['north'])).toEqual({ kind: 'gone' })
    expect(await north.remove(own.id, 1)).toEqual({ kind: 'gone' })
    expect((await both.get(own.id))?.version).toBe(1)
    // Each opens with a view of their own choice.
    await both.start(shared.id)
    await north.start(own.id)
    expect((await both.get(shared.id))?.start).toBe(true)
    expect((await north.get(shared.id))?.start).toBe(false)
    await both.remove(own.id, 1)
    expect(await north.restore(own.id)).toEqual({ kind: 'gone' })
    await north.remove(shared.id, 1)
  })

  it('opens a link by its token alone, until it expires or is revoked', async () => {
    const links = createSharedLinks(store, () => now)
    const draft = { name: 'For Bo', path: '/account', search: '', days: 7 } as const
    const made = async (owner: string) => {
      const one = await links.add(draft, ['main'], owner)
      if (!one) throw new Error('too many links')
      return one
    }
    const { link, token } = await made('ada@example.com')
    expect(token.length).toBeGreaterThanOrEqual(43)
    expect(await links.find(token)).toEqual(link)
    expect(await links.find(link.id)).toBeUndefined()
    const stored = await store.database.execute(sql`SELECT * FROM shared_links`)
    expect(JSON.stringify(stored)).not.toContain(token)
    now += 7 * DAY
    expect(await links.find(token)).toBeUndefined()
    expect(await links.list()).toEqual([])
    const other = await made('')
    expect(await links.revoke(other.link.id)).toBe(true)
    expect(await links.find(other.token)).toBeUndefined()
    expect(await links.revoke(other.link.id)).toBe(false)
  })

  it('keeps settled answers by account, and exports and deletes them', async () => {
    const mine = createSettledAnswers(store, 'mine', 1_000_000, () => now)
    const theirs = createSettledAnswers(store, 'theirs', 1_000_000, () => now)
    await mine.put('a?Page=1', 'a', '{"n":1}')
    await mine.put('a?Page=2', 'a', '{"n":2}')
    await mine.put('b', 'b', '{"n":3}')
    await theirs.put('b', 'b', '{"n":4}')
    expect(await mine.get('b')).toBe('{"n":3}')
    expect(await theirs.get('a?Page=1')).toBeUndefined()
    expect(await mine.summary()).toEqual({
      answers: 3,
      bytes: 21,
      firstKeptAt: now,
      lastKeptAt: now,
    })
    const exported = []
    for await (const { request, body } of mine.exported()) exported.push([request, body])
    expect(exported).toEqual([
      ['a?Page=1', '{"n":1}'],
      ['a?Page=2', '{"n":2}'],
      ['b', '{"n":3}'],
    ])
    await mine.replace('a', [{ request: 'a?Page=1', body: '{"n":5}' }])
    expect((await mine.summary()).answers).toBe(2)
    expect(await mine.get('a?Page=1')).toBe('{"n":5}')
    await mine.clear()
    expect(await mine.summary()).toEqual({ answers: 0, bytes: 0 })
    expect(await theirs.get('b')).toBe('{"n":4}')
    await theirs.clear()
  })

  it('is there again after it was closed', async () => {
    const view = await added({ name: 'Durable' })
    await store.close()
    store = openStore(opened.connect())
    views = createSavedViews(store, ANYBODY, () => now)
    expect((await views.get(view.id))?.name).toBe('Durable')
  }, 30_000)
})
