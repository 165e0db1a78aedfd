import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { openStore, type Store } from './open-store.ts'
import { settledAnswers } from './schema.ts'
import { createSettledAnswers } from './settled-answers.ts'

let folder: string
let store: Store
let now = Date.parse('2026-11-20T12:00:00Z')

beforeAll(async () => {
  folder = await copyEmptyStore()
  store = openStore(embedPostgres(folder))
  await store.ready()
}, 60_000)
afterEach(() => store.database.delete(settledAnswers))
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const of = (account: string, room = 1_000_000) =>
  createSettledAnswers(store, account, room, () => now)

/** The requests that are kept of an account, in the order of their export. */
async function exported(account: string): Promise<string[]> {
  const requests: string[] = []
  for await (const { request } of of(account).exported()) requests.push(request)
  return requests
}

describe('settled answers', () => {
  it('of another account or list stay when a list is replaced, and what it no longer has goes', async () => {
    for (const account of ['mine', 'theirs']) {
      await of(account).put('a?Page=1', 'a', '1')
      await of(account).put('a?Page=2', 'a', '2')
      await of(account).put('b', 'b', '3')
    }
    now += 1000
    await of('mine').replace('a', [
      { request: 'a?Page=1', body: '"new"' },
      { request: 'a?Page=x', body: '4' },
    ])
    expect(await exported('mine')).toEqual(['a?Page=1', 'a?Page=x', 'b'])
    expect(await of('mine').get('a?Page=1')).toBe('"new"')
    expect(await of('mine').summary()).toMatchObject({ bytes: 7, lastKeptAt: now })
    expect(await exported('theirs')).toEqual(['a?Page=1', 'a?Page=2', 'b'])
  })

  it('stay as they are where they are kept already', async () => {
    await of('mine').put('a', 'a', '"old"')
    await of('mine').put('a', 'a', '"newer"')
    expect(await of('mine').get('a')).toBe('"old"')
  })

  it('are exported whole, however many they are, and each once', async () => {
    const requests = Array.from({ length: 45 }, (_, index) => `r${String(index).padStart(3, '0')}`)
    for (const request of requests) await of('mine').put(request, request, '{}')
    expect(await exported('mine')).toEqual(requests)
  })

  it('take the bytes that they are in UTF-8', async () => {
    await of('mine').put('a', 'a', '"日本"')
    expect((await of('mine').summary()).bytes).toBe(8)
  })

  it('share one room with those of other accounts', async () => {
    const name = (index: number) => `a${index}`
    await of('theirs', 100).put('old', 'old', 'x'.repeat(40))
    for (let index = 0; index < 2; index++) {
      now += 1
      await of('mine', 100).put(name(index), 'a', 'x'.repeat(40))
    }
    expect(await exported('theirs')).toEqual([])
    expect(await exported('mine')).toEqual([name(0), name(1)])
  })

  it('make room by those that were not used for longest', async () => {
    for (const name of ['a', 'b', 'c']) {
      now += 1
      await of('mine', 100).put(name, name, 'x'.repeat(30))
    }
    now += 1
    await of('mine').get('a')
    now += 1
    await of('mine', 100).put('d', 'd', 'x'.repeat(30))
    expect(await exported('mine')).toEqual(['a', 'c', 'd'])
  })

  it('stay while they fill the room and no more', async () => {
    await of('mine', 100).put('a', 'a', 'x'.repeat(50))
    now += 1
    await of('mine', 100).put('b', 'b', 'x'.repeat(50))
    expect(await exported('mine')).toEqual(['a', 'b'])
    await of('mine', 100).put('whole', 'whole', 'x'.repeat(101))
    expect(await exported('mine')).toEqual(['a', 'b'])
  })
})
