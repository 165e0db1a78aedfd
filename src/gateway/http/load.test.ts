import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Stack, startStack } from '#testing/stack.ts'

const BROWSERS = 200
/** `LOAD_SECONDS=60 npx vitest run load` for a minute of it; a moment every time. */
const SECONDS = Number(process.env.LOAD_SECONDS ?? 2)

const USAGE = '/api/accounts/main/programmable-wireless/v1/UsageRecords'

/** Each of twelve months by day, all settled. */
const SETTLED = Array.from({ length: 12 }, (_, index) => {
  const month = (offset: number) => new Date(Date.UTC(2025, 9 + index + offset)).toISOString()
  return `${USAGE}?Granularity=daily&Start=${month(0)}&End=${month(1)}`
})

const OPEN = `${USAGE}?Granularity=daily&Start=2026-11-18T00:00:00Z&End=2026-11-21T00:00:00Z`

let stack: Stack

beforeAll(async () => {
  stack = await startStack({ sims: 20, superSims: 20 })
})
afterAll(() => stack.close())

it('serves two hundred browsers at once, loses nothing, and asks once for what is settled', async () => {
  const until = performance.now() + SECONDS * 1000
  const bodies = new Map<string, Set<string>>()
  let answered = 0
  const browse = async (browser: number) => {
    for (let step = 0; performance.now() < until; step++) {
      const path = step % 5 === 4 ? OPEN : (SETTLED[(browser + step) % SETTLED.length] ?? OPEN)
      const response = await fetch(stack.gatewayUrl + path)
      const body = await response.text()
      expect(response.status).toBe(200)
      bodies.set(path, (bodies.get(path) ?? new Set()).add(body))
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: BROWSERS }, (_, browser) => browse(browser)))
  expect(answered).toBeGreaterThanOrEqual(BROWSERS)
  // Everybody was told the same.
  for (const [path, told] of bodies) expect([path, told.size]).toEqual([path, 1])
  for (const path of SETTLED) {
    const asked = stack.asked.filter((url) => `/api/accounts/main${url}` === path)
    expect([path, asked.length]).toEqual([path, 1])
  }
  const open = stack.asked.filter((url) => `/api/accounts/main${url}` === OPEN)
  expect(open.length).toBeLessThanOrEqual(1 + Math.floor(SECONDS / 120))
}, 120_000)
