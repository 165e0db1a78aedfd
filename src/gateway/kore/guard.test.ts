import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { createGuard } from './guard.ts'

const ill = (status: number): Answer => ({ status, body: '{}', ill: true })
const answering = (answer: Answer) => vi.fn(async () => answer)
const well: Answer = { status: 200, body: '{}' }

describe('the guard of an API', () => {
  it('leaves it alone that keeps failing, and asks once before all ask again', async () => {
    const guard = createGuard(100)
    const failing = answering(ill(502))
    for (let tries = 0; tries < 12; tries++) await guard(failing)
    expect(failing).toHaveBeenCalledTimes(8)
    const refused = await guard(failing)
    expect(refused).toMatchObject({ status: 503, retryAfter: 1, unasked: true })
    expect(refused.body).toContain('KORE has failed 8 times in a row')
    await wait(150)
    await guard(failing)
    await guard(failing)
    expect(failing).toHaveBeenCalledTimes(9)
    await wait(150)
    const good = answering(well)
    await guard(good)
    await guard(good)
    expect(good).toHaveBeenCalledTimes(2)
  })

  it.each([500, 503, 504, 599])('takes a %i for an illness where it is one', async (status) => {
    const guard = createGuard()
    const failing = answering(ill(status))
    for (let tries = 0; tries < 9; tries++) await guard(failing)
    expect(failing).toHaveBeenCalledTimes(8)
    expect(await guard(failing)).toMatchObject({ status: 503, retryAfter: 10 })
  })

  it('counts failures in a row alone', async () => {
    const guard = createGuard()
    const ask = vi.fn<() => Promise<Answer>>()
    for (let tries = 1; tries <= 24; tries++) {
      ask.mockResolvedValueOnce(tries % 8 === 0 ? well : ill(500))
      await guard(ask)
    }
    expect(ask).toHaveBeenCalledTimes(24)
  })

  it('takes no fault of a question, of the account or of the pace for an illness', async () => {
    const guard = createGuard()
    // The last two are answers that could not be read, and a token that could not be had.
    for (const status of [400, 401, 403, 404, 429, 502, 502]) {
      const ask = answering({ status, body: '{}' })
      for (let tries = 0; tries < 10; tries++) await guard(ask)
      expect(ask).toHaveBeenCalledTimes(10)
    }
  })
})
