import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { askPatiently } from './patience.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const answering = (...answers: Answer[]) =>
  vi.fn(async () => answers.shift() ?? { status: 200, body: '{}' })

describe('patience', () => {
  const run = async (...answers: Answer[]) => {
    const ask = answering(...answers)
    const asked = askPatiently(ask)
    await vi.runAllTimersAsync()
    return { status: (await asked).status, tries: ask.mock.calls.length }
  }
  const answer = (status: number, retryAfter?: number): Answer => ({
    status,
    body: '{}',
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })

  it('tries again after a fault, and after being asked to wait', async () => {
    expect(await run(answer(500), answer(200))).toEqual({ status: 200, tries: 2 })
    expect(await run(answer(503, 2), answer(503), answer(200))).toEqual({ status: 200, tries: 3 })
  })

  it('has an end, in tries and in time', async () => {
    const always = Array.from({ length: 9 }, () => answer(503))
    expect(await run(...always)).toEqual({ status: 503, tries: 3 })
    expect(await run(answer(503, 60), answer(200))).toEqual({ status: 503, tries: 1 })
  })

  it('waits for five seconds where it is asked to, and no longer', async () => {
    expect(await run(answer(503, 5), answer(200))).toEqual({ status: 200, tries: 2 })
    expect(await run(answer(503, 6), answer(200))).toEqual({ status: 503, tries: 1 })
  })

  it('tells the last answer, whatever came before', async () => {
    expect(await run(answer(503), answer(502), answer(404))).toEqual({ status: 404, tries: 3 })
    expect(await run(answer(503), answer(503), answer(502, 2))).toEqual({ status: 502, tries: 3 })
  })

  it('does not repeat what would fail again, and leaves the pace to the queue', async () => {
    for (const status of [400, 401, 403, 404, 429, 504]) {
      expect(await run(answer(status), answer(200))).toEqual({ status, tries: 1 })
    }
  })

  it('waits as long as it is asked to', async () => {
    const ask = answering(answer(503, 3), answer(200))
    const asked = askPatiently(ask)
    await vi.advanceTimersByTimeAsync(2_900)
    expect(ask).toHaveBeenCalledTimes(1)
    await vi.runAllTimersAsync()
    expect((await asked).status).toBe(200)
  })
})
