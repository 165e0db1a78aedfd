import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { KeptAnswer } from '../kore/kept-answers.ts'
import { createHeldAnswers } from './held-answers.ts'

const HOLD = 30

function slow(answer: KeptAnswer, milliseconds: number) {
  return vi.fn(async () => {
    await wait(milliseconds)
    return answer
  })
}

it('hands on what comes in time', async () => {
  const good = { status: 200, body: '{}' }
  expect(await createHeldAnswers(HOLD).answer('a', slow(good, 1))).toEqual(good)
})

it('lets nobody wait for too long, asks once, and gives the answer to whoever comes again', async () => {
  const held = createHeldAnswers(HOLD)
  // Nobody keeps a failure: it must not be lost, and its question not be asked anew.
  const failed = { status: 504, body: '{"late":true}' }
  const ask = slow(failed, 70)
  expect(await held.answer('a', ask)).toMatchObject({ status: 202, retryAfter: 1 })
  expect(await held.answer('a', ask)).toMatchObject({ status: 202 })
  await wait(50)
  expect(await held.answer('a', ask)).toEqual(failed)
  expect(ask).toHaveBeenCalledTimes(1)
  // Whoever asks after that asks anew.
  expect(await held.answer('a', slow({ status: 200, body: '{}' }, 1))).toMatchObject({
    status: 200,
  })
})

it('mixes no question up with another', async () => {
  const held = createHeldAnswers(HOLD)
  await held.answer('a', slow({ status: 200, body: '"a"' }, 60))
  expect(await held.answer('b', slow({ status: 200, body: '"b"' }, 1))).toMatchObject({
    body: '"b"',
  })
})
