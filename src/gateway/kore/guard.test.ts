import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { createGuard } from './guard.ts'

const answering = (status: number) => vi.fn(async (): Promise<Answer> => ({ status, body: '{}' }))

describe('the guard of a host', () => {
  it('leaves a host alone that keeps failing, and asks once before all ask again', async () => {
    const guard = createGuard({ rest: 100 })
    const failing = answering(502)
    for (let tries = 0; tries < 12; tries++) await guard(failing)
    expect(failing).toHaveBeenCalledTimes(8)
    const refused = await guard(failing)
    expect(refused).toMatchObject({ status: 503, retryAfter: '1' })
    expect(refused.body).toContain('KORE has failed 8 times in a row')
    await wait(150)
    await guard(failing)
    await guard(failing)
    expect(failing).toHaveBeenCalledTimes(9)
    await wait(150)
    const well = answering(200)
    await guard(well)
    await guard(well)
    expect(well).toHaveBeenCalledTimes(2)
  })

  it.each([500, 503, 504, 599])('takes a %i for a failure of the host', async (status) => {
    const guard = createGuard()
    const failing = answering(status)
    for (let tries = 0; tries < 9; tries++) await guard(failing)
    expect(failing).toHaveBeenCalledTimes(8)
    expect(await guard(failing)).toMatchObject({ status: 503, retryAfter: '10' })
  })

  it('counts failures in a row alone', async () => {
    const guard = createGuard()
    const ask = vi.fn<() => Promise<Answer>>()
    for (let tries = 1; tries <= 24; tries++) {
      ask.mockResolvedValueOnce({ status: tries % 8 === 0 ? 200 : 500, body: '{}' })
      await guard(ask)
    }
    expect(ask).toHaveBeenCalledTimes(24)
  })

  it('lets sixteen be under way and four hundred wait', async () => {
    const guard = createGuard()
    let underWay = 0
    let most = 0
    const ask = async (): Promise<Answer> => {
      underWay += 1
      most = Math.max(most, underWay)
      await wait(1)
      underWay -= 1
      return { status: 200, body: '{}' }
    }
    const answers = await Promise.all(Array.from({ length: 420 }, () => guard(ask)))
    expect(most).toBe(16)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(416)
  })

  it('takes neither a refusal nor a plea for patience for a failure', async () => {
    const guard = createGuard()
    for (const status of [400, 401, 404, 429]) {
      const ask = answering(status)
      for (let tries = 0; tries < 10; tries++) await guard(ask)
      expect(ask).toHaveBeenCalledTimes(10)
    }
  })

  it('lets only so many be under way and wait, and tells the others to come again', async () => {
    const guard = createGuard({ atOnce: 2, waiting: 3 })
    let underWay = 0
    let most = 0
    const ask = async (): Promise<Answer> => {
      underWay += 1
      most = Math.max(most, underWay)
      await wait(20)
      underWay -= 1
      return { status: 200, body: '{}' }
    }
    const answers = await Promise.all(Array.from({ length: 9 }, () => guard(ask)))
    const statuses = answers.map(({ status }) => status)
    expect(most).toBe(2)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 503)).toHaveLength(4)
  })
})
