import {
  environmentManager,
  focusManager,
  onlineManager,
  QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import { usageQuery } from './usage.ts'

const MINUTE = 60_000

const request: UsageRequest = {
  product: 'programmable-wireless',
  account: 'main',
  filter: {},
  interval: { start: new Date('2026-11-18'), end: new Date('2026-11-21') },
  granularity: 'day',
  settled: false,
}

/** Watches a request and counts how often it is asked. */
function watch(asked: UsageRequest, refreshEvery: number | false) {
  const client = new QueryClient()
  client.mount()
  const observer = new QueryObserver(client, usageQuery(asked, refreshEvery))
  const stop = observer.subscribe(() => undefined)
  return { stop, observer }
}

const answer = () => Response.json({ meta: { next_page_url: null }, usage_records: [] })
const fetched = vi.fn(async () => answer())

// Without a window it would take itself for a server, where nothing is refreshed.
environmentManager.setIsServer(() => false)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
  fetched.mockClear()
})

afterEach(() => {
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('refreshing by itself', () => {
  it('asks again for what may still change, as often as was chosen', async () => {
    const { stop } = watch(request, 5 * MINUTE)
    await vi.advanceTimersByTimeAsync(10.5 * MINUTE)
    expect(fetched).toHaveBeenCalledTimes(3)
    stop()
  })

  it('never asks again for what is settled, nor without being told to', async () => {
    const settled = watch({ ...request, settled: true }, 5 * MINUTE)
    const off = watch(request, false)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(fetched).toHaveBeenCalledTimes(2)
    settled.stop()
    off.stop()
  })

  it('rests while the page is hidden', async () => {
    const { stop } = watch(request, 5 * MINUTE)
    await vi.advanceTimersByTimeAsync(MINUTE)
    focusManager.setFocused(false)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(fetched).toHaveBeenCalledTimes(1)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(6 * MINUTE)
    expect(fetched.mock.calls.length).toBeGreaterThan(1)
    stop()
  })

  it('rests while the browser is offline, and keeps what was there', async () => {
    const { stop, observer } = watch(request, 5 * MINUTE)
    await vi.advanceTimersByTimeAsync(MINUTE)
    onlineManager.setOnline(false)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(observer.getCurrentResult().data?.value).toEqual([])
    onlineManager.setOnline(true)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(fetched).toHaveBeenCalledTimes(2)
    stop()
  })
})
