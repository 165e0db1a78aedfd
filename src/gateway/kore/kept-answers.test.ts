import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { isSettledRequest } from './settled-request.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const request = (key: string, settled: boolean) => ({
  key,
  list: () => key,
  mark: '',
  settled: () => settled,
})

const answering = (...answers: Answer[]) => {
  const ask = vi.fn(async () => answers.shift() ?? { status: 200, body: '{}' })
  return ask
}

describe('kept answers', () => {
  it('ask once for many identical requests at the same time', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering()
    await Promise.all(Array.from({ length: 50 }, () => answers.get(request('a', true), ask)))
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('keep settled answers, and others for two minutes', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const [settled, open] = [answering(), answering()]
    const askBoth = async () => {
      await answers.get(request('a', true), settled)
      await answers.get(request('b', false), open)
    }
    await askBoth()
    await vi.advanceTimersByTimeAsync(119_000)
    await askBoth()
    expect([settled.mock.calls.length, open.mock.calls.length]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(2_000)
    await askBoth()
    expect([settled.mock.calls.length, open.mock.calls.length]).toEqual([1, 2])
  })

  it('tell for how long they have been kept', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering()
    expect((await answers.get(request('a', false), ask)).age).toBeUndefined()
    await vi.advanceTimersByTimeAsync(61_500)
    expect((await answers.get(request('a', false), ask)).age).toBe(62)
  })

  it('are as old as the question to whoever comes later, however slow the upstream is', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30_000))
      return { status: 200, body: '{}' }
    }
    const first = answers.get(request('a', false), slow)
    await vi.advanceTimersByTimeAsync(20_000)
    const second = answers.get(request('a', false), slow)
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await first).age).toBeUndefined()
    expect((await second).age).toBe(30)
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await answers.get(request('a', false), slow)).age).toBe(35)
  })

  it('are compressed once', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering({ status: 200, body: '{"data":1}' })
    const take = async () => (await answers.get(request('a', true), ask)).gzipped?.()
    const [first, second] = [await take(), await take()]
    expect(first).toBeDefined()
    expect(second).toBe(first)
    expect(gunzipSync(first ?? '').toString()).toBe('{"data":1}')
  })

  it('do not take an answer that could still change for a settled one', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering({ status: 200, body: '1' }, { status: 200, body: '2' })
    await answers.get(request('a', false), ask)
    expect((await answers.get(request('a', true), ask)).body).toBe('2')
  })

  it('will not do where somebody asks anew, whose answer is kept instead', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering({ status: 200, body: '1' }, { status: 200, body: '2' })
    await answers.get(request('a', true), ask)
    expect((await answers.get(request('a', true), ask, true)).body).toBe('2')
    expect((await answers.get(request('a', true), ask)).body).toBe('2')
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('are found without asking anybody', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    expect(await answers.find(request('a', true))).toBeUndefined()
    await answers.get(request('a', true), answering({ status: 200, body: '1' }))
    expect((await answers.find(request('a', true)))?.body).toBe('1')
    expect(await answers.find(request('a', false))).toBeUndefined()
  })

  it('do not keep errors', async () => {
    const answers = createKeptAnswers({ now: Date.now })
    const ask = answering({ status: 500, body: '{}' }, { status: 200, body: '{}' })
    expect((await answers.get(request('a', true), ask)).status).toBe(500)
    expect((await answers.get(request('a', true), ask)).status).toBe(200)
  })
})

describe('answers that are kept for good', () => {
  /** A durable store, and what is in it. */
  function durableStore(kept = new Map<string, string>()) {
    return {
      kept,
      get: async (key: string) => kept.get(key),
      put: async (key: string, _: string, body: string) => {
        kept.set(key, body)
      },
      replace: async () => undefined,
    }
  }

  it('are settled ones only, and are asked for no more', async () => {
    const durable = durableStore()
    const before = createKeptAnswers({ durable, now: Date.now })
    await before.get(request('a', true), answering({ status: 200, body: '{"a":1}' }))
    await before.get(request('b', false), answering())
    await before.get(request('c', true), answering({ status: 500, body: '{}' }))
    expect([...durable.kept]).toEqual([['a', '{"a":1}']])
    const restarted = createKeptAnswers({ durable, now: Date.now })
    const ask = answering()
    expect((await restarted.get(request('a', true), ask)).body).toBe('{"a":1}')
    expect(ask).not.toHaveBeenCalled()
    // A number that was kept as settled is none for a request that is not.
    await restarted.get(request('a', false), ask)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('are none where the answer tells that the question was not settled yet', async () => {
    const durable = durableStore()
    const answers = createKeptAnswers({ durable, now: Date.now })
    let settled = true
    const ask = vi.fn(async () => {
      settled = false
      return { status: 200, body: '1' }
    })
    const asked = { ...request('a', true), settled: () => settled }
    await answers.get(asked, ask)
    expect([...durable.kept]).toEqual([])
    // It is kept for a while as what can still change, and as nothing else.
    expect((await answers.get(asked, ask)).body).toBe('1')
    expect(ask).toHaveBeenCalledTimes(1)
    settled = true
    expect(await answers.find(asked)).toBeUndefined()
  })

  it('do not stand in the way when their store fails, or takes too long', async () => {
    const broken = {
      get: () => Promise.reject(new Error('away')),
      put: () => Promise.reject(new Error('away')),
      replace: () => Promise.reject(new Error('away')),
    }
    const answer = await createKeptAnswers({ durable: broken }).get(request('a', true), answering())
    expect(answer.status).toBe(200)
    const slow = { ...broken, get: () => new Promise<undefined>(() => undefined) }
    vi.useRealTimers()
    const late = await createKeptAnswers({ durable: slow }).get(request('a', true), answering())
    expect(late.status).toBe(200)
  }, 10_000)
})

describe('settled requests', () => {
  const NOW = new Date('2026-11-20T12:00:00Z')
  const isSettled = (
    product: 'programmable-wireless' | 'super-sim',
    search: string,
    path = '/v1/UsageRecords',
  ) => isSettledRequest({ product, path }, new URLSearchParams(search), NOW)

  it('ended longer ago than the delay of their product', () => {
    expect(isSettled('programmable-wireless', '?End=2026-11-18T12:00:00Z')).toBe(true)
    expect(isSettled('programmable-wireless', '?End=2026-11-18T12:00:01Z')).toBe(false)
    expect(isSettled('super-sim', '?EndTime=2026-11-19T12:00:00Z')).toBe(true)
    expect(isSettled('super-sim', '?EndTime=2026-11-19T12:00:01Z')).toBe(false)
  })

  it('name their end and are about usage', () => {
    expect(isSettled('super-sim', '?StartTime=2026-01-01T00:00:00Z')).toBe(false)
    expect(isSettled('super-sim', '?EndTime=never')).toBe(false)
    expect(isSettled('super-sim', '?EndTime=2026-01-01T00:00:00Z', '/v1/Sims')).toBe(false)
  })
})
