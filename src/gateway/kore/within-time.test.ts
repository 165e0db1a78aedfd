import { createHook } from 'node:async_hooks'
import { setImmediate as soon } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { withinTime } from './within-time.ts'

/** How many timers are running that began within something, whether or not they keep the process alive. */
async function timersLeftBy(
  happens: () => Promise<unknown>,
): Promise<{ begun: number; left: number }> {
  const running = new Set<number>()
  let begun = 0
  const hook = createHook({
    init(id, type) {
      if (type !== 'Timeout') return
      begun += 1
      running.add(id)
    },
    destroy: (id) => running.delete(id),
  }).enable()
  await happens()
  // Ends are told a turn later.
  for (let turns = 0; turns < 3; turns++) await soon()
  hook.disable()
  return { begun, left: running.size }
}

it('is what comes, and leaves no timer behind', async () => {
  const told = await timersLeftBy(async () => {
    expect(await withinTime(Promise.resolve('here'), 60_000)).toBe('here')
  })
  expect(told).toEqual({ begun: 1, left: 0 })
})

it('fails as that does, and leaves no timer behind', async () => {
  const failure = new Error('away')
  const told = await timersLeftBy(() =>
    expect(withinTime(Promise.reject(failure), 60_000)).rejects.toBe(failure),
  )
  expect(told).toEqual({ begun: 1, left: 0 })
})

it('is undefined where that takes too long', async () => {
  expect(await withinTime(new Promise<string>(() => undefined), 5)).toBeUndefined()
})
