import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { getJson } from './get-json.ts'
import { fetchAllPages } from './paging.ts'

const signal = new AbortController().signal
const item = z.object({ id: z.number() })

/** Answers one request after the other. */
function answerWith(...answers: Response[]): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
    const control = new Headers(headers).get('Cache-Control')
    asked.push(control ? `${url} (${control})` : url)
    return answers.shift()
  })
  return asked
}

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)
const get = () => getJson('/api/x', item, signal)

afterEach(() => vi.unstubAllGlobals())

describe('get JSON', () => {
  it.each([
    [
      json({ message: 'no', code: 20003 }, { status: 401 }),
      { kind: 'unauthorised', message: 'no' },
    ],
    [
      json({ message: 'gone', code: 20404 }, { status: 404 }),
      { kind: 'notFound', message: 'gone' },
    ],
    [
      json({ message: 'bad', code: 83604 }, { status: 400 }),
      { kind: 'refused', status: 400, code: 83604, message: 'bad' },
    ],
    [json({}, { status: 403 }), { kind: 'refused', status: 403, message: '' }],
    [
      json({}, { status: 429, headers: { 'Retry-After': '61' } }),
      { kind: 'rateLimited', retryAfterSeconds: 61 },
    ],
    [json({}, { status: 429 }), { kind: 'rateLimited' }],
    [
      json({ message: 'closed', refused_product: 'super-sim' }, { status: 403 }),
      { kind: 'productRefused', message: 'closed' },
    ],
    [
      json({ message: 'no token', refused_product: 'super-sim' }, { status: 401 }),
      { kind: 'productRefused', message: 'no token' },
    ],
    [
      json({ message: 'busy', code: 33004 }, { status: 503 }),
      { kind: 'unavailable', status: 503, code: 33004, message: 'busy' },
    ],
    [new Response('<h1>', { status: 502 }), { kind: 'unavailable', status: 502, message: '' }],
    [
      new Response('<h1>OK</h1>'),
      { kind: 'unreadable', detail: expect.stringContaining('not JSON') },
    ],
    [new Response('{"id": 1'), { kind: 'unreadable', detail: expect.any(String) }],
    [json({ id: 'x' }), { kind: 'unreadable', detail: expect.stringContaining('id') }],
  ])('tells errors apart (%#)', async (answer, error) => {
    answerWith(answer)
    await expect(get()).rejects.toMatchObject({ error })
  })

  it('says when nothing answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    await expect(get()).rejects.toMatchObject({ error: { kind: 'unreachable' } })
  })

  it('leaves an abort an abort', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(getJson('http://127.0.0.1:1/', item, controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('paging', () => {
  const page = (ids: number[], next: string | null) =>
    json({ things: ids.map((id) => ({ id })), meta: { key: 'things', next_page_url: next } })
  const list = {
    path: '/api/things',
    parameters: { Status: 'active' },
    key: 'things',
    item,
    identityOf: ({ id }: { id: number }) => String(id),
  }
  const all = () => fetchAllPages(list, signal)

  it('follows pages to the last, with nothing but their query', async () => {
    const asked = answerWith(
      page([1, 2], 'https://upstream.example/v1/Things?PageToken=a&PageSize=1000'),
      page([3], null),
    )
    expect(await all()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
    expect(asked).toEqual([
      '/api/things?Status=active&PageSize=1000',
      '/api/things?PageToken=a&PageSize=1000',
    ])
  })

  it('does not follow a list that turns in a circle', async () => {
    answerWith(
      page([1], 'https://upstream.example/?PageToken=a'),
      page([2], 'https://upstream.example/?PageToken=a'),
      page([3], 'https://upstream.example/?PageToken=a'),
    )
    await expect(all()).rejects.toMatchObject({ error: { kind: 'unreadable' } })
  })

  it('reads a list anew that has changed between its pages, and counts nothing twice', async () => {
    const next = 'https://upstream.example/?PageToken=a'
    // A thing was added at the front, so that the second page begins with the last of the first.
    const asked = answerWith(
      page([1, 2], next),
      page([2, 3], null),
      page([0, 1], next),
      page([2, 3], null),
    )
    expect(await all()).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }, { id: 3 }])
    expect(asked).toEqual([
      '/api/things?Status=active&PageSize=1000',
      '/api/things?PageToken=a',
      '/api/things?Status=active&PageSize=1000 (no-cache)',
      '/api/things?PageToken=a (no-cache)',
    ])
  })

  it('shows nothing of a list that keeps changing', async () => {
    const next = 'https://upstream.example/?PageToken=a'
    answerWith(page([1, 2], next), page([2], null), page([1, 2], next), page([2], null))
    await expect(all()).rejects.toMatchObject({
      error: { kind: 'unreadable', detail: expect.stringContaining('changed while it was read') },
    })
  })

  it('refuses a page without its list', async () => {
    answerWith(json({ meta: { next_page_url: null } }))
    await expect(all()).rejects.toMatchObject({ error: { kind: 'unreadable' } })
  })
})

describe('a question that waits for its turn', () => {
  const again = (status: number, after: string) =>
    json({}, { status, headers: { 'Retry-After': after, Date: 'Fri, 20 Nov 2026 12:00:00 GMT' } })

  /** What comes of it in the end, and after how many milliseconds. */
  async function ask(...answers: Response[]) {
    vi.useFakeTimers({ now: 0 })
    try {
      const asked = answerWith(...answers)
      const answer = get().then(
        (value) => ({ value, at: Date.now() }),
        (thrown: unknown) => ({ thrown, at: Date.now() }),
      )
      await vi.runAllTimersAsync()
      return { ...(await answer), asked: asked.length }
    } finally {
      vi.useRealTimers()
    }
  }

  it.each([
    ['while it waits there', 202, '1', 1_000],
    ['where there was no room', 429, '5', 5_000],
    ['by a date', 429, 'Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ])('is asked again %s', async (_, status, after, at) => {
    const outcome = await ask(again(status, after), json({ id: 1 }))
    expect(outcome).toEqual({ value: { id: 1 }, at, asked: 2 })
  })

  it('waits at the gateway for as long as that takes', async () => {
    const answers = Array.from({ length: 500 }, () => again(202, '1'))
    expect(await ask(...answers, json({ id: 1 }))).toEqual({
      value: { id: 1 },
      at: 500_000,
      asked: 501,
    })
  })

  it('gives up where it is never let in, and where it is to wait for long', async () => {
    const pleas = Array.from({ length: 50 }, () => again(429, '5'))
    const failure = { error: { kind: 'rateLimited', retryAfterSeconds: 5 } }
    expect(await ask(...pleas)).toMatchObject({ thrown: failure, asked: 20 })
    expect(await ask(again(429, '61'))).toMatchObject({ asked: 1 })
  })

  it('is let go when nobody wants it any more', async () => {
    const controller = new AbortController()
    const asked = answerWith(again(202, '60'), json({ id: 1 }))
    const answer = getJson('/api/x', item, controller.signal)
    await new Promise((resolve) => setTimeout(resolve))
    controller.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toHaveLength(1)
  })
})
