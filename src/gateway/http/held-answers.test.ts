import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { KeptAnswer } from '../kore/answer-memory.ts'
import { createHeldAnswers } from './held-answers.ts'

const HOLD = 30

it('hands on what comes in time', async () => {
  const good = { status: 200, body: '{}' }
  expect(await createHeldAnswers(HOLD).answer('a', async () => good)).toEqual(good)
})

it('lets nobody wait for too long, asks once, and gives the answer to whoever comes again', async () => {
  const held = createHeldAnswers(HOLD)
  // Nobody keeps a failure: it must not be lost, and its question not be asked anew.
  const failed = { status: 504, body: '{"late":true}' }
  let finish: (answer: KeptAnswer) => void = () => undefined
  const ask = vi.fn(
    () =>
      new Promise<KeptAnswer>((resolve) => {
        finish = resolve
      }),
  )
  expect(await held.answer('a', ask)).toMatchObject({ status: 202, retryAfter: 1 })
  expect(await held.answer('a', ask)).toMatchObject({ status: 202 })
  finish(failed)
  await wait(1)
  expect(await held.answer('a', ask)).toEqual(failed)
  expect(ask).toHaveBeenCalledTimes(1)
  // Whoever asks after that asks anew.
  const good = { status: 200, body: '{}' }
  expect(await held.answer('a', async () => good)).toEqual(good)
})

it('mixes no question up with another', async () => {
  const held = createHeldAnswers(HOLD)
  await held.answer('a', () => new Promise(() => undefined))
  const other = { status: 200, body: '"b"' }
  expect(await held.answer('b', async () => other)).toEqual(other)
})
