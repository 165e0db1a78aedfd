import { expect, it } from 'vitest'
import { withinTime } from './within-time.ts'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

it('is what comes, and leaves no timer behind, whatever that is', async () => {
  const before = timers()
  const failure = new Error('away')
  expect(await withinTime(Promise.resolve('here'), 60_000)).toBe('here')
  await expect(withinTime(Promise.reject(failure), 60_000)).rejects.toBe(failure)
  expect(timers()).toBe(before)
})

it('is undefined where that takes too long', async () => {
  expect(await withinTime(new Promise<string>(() => undefined), 5)).toBeUndefined()
})
