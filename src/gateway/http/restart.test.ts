import { rm } from 'node:fs/promises'
import { afterAll, expect, it } from 'vitest'
import { type Stack, startStack } from '#testing/stack.ts'
import { copyEmptyStore } from '#testing/store/empty-store.ts'

const folder = await copyEmptyStore()
afterAll(() => rm(folder, { recursive: true, force: true }))

const DAYS =
  '/api/accounts/main/programmable-wireless/v1/UsageRecords?Granularity=daily&Start=2026-07-01T00:00:00Z&End=2026-10-01T00:00:00Z&PageSize=1000'
const BY_SIM =
  '/api/accounts/main/super-sim/v1/UsageRecords?Group=sim&Granularity=all&StartTime=2026-10-01T00:00:00Z&EndTime=2026-11-01T00:00:00Z&PageSize=50'
const OPEN =
  '/api/accounts/main/programmable-wireless/v1/UsageRecords?Granularity=daily&Start=2026-11-18T00:00:00Z&End=2026-11-21T00:00:00Z'

/** All pages of a list, as a browser would follow them. */
async function pages(stack: Stack, path: string): Promise<unknown[]> {
  const found: unknown[] = []
  let next: string | undefined = path
  while (next) {
    const { meta, usage_records } = await (await fetch(stack.gatewayUrl + next)).json()
    found.push(usage_records)
    const query: string | undefined = meta.next_page_url?.split('?')[1]
    next = query && `${path.split('?')[0]}?${query}`
  }
  return found
}

it('asks for nothing again that was settled, after a restart', async () => {
  const first = await startStack({}, { folder })
  // On a busy machine opening the store takes longer than a browser is kept waiting.
  expect((await fetch(`${first.gatewayUrl}/readyz`)).status).toBe(200)
  const before = [await pages(first, DAYS), await pages(first, BY_SIM)]
  await pages(first, OPEN)
  expect(before[1]?.length).toBeGreaterThan(2)
  const kept = async (stack: Stack) =>
    (await fetch(`${stack.gatewayUrl}/api/accounts/main/kept`)).json()
  // What is kept for good is kept after the answer was given.
  await expect
    .poll(async () => (await kept(first)).answers)
    .toBe(1 + (before[1]?.length ?? Number.NaN))
  await first.close()

  const restarted = await startStack({}, { folder })
  // Before the store is open a request waits for it, but not for ever.
  expect((await fetch(`${restarted.gatewayUrl}/readyz`)).status).toBe(200)
  expect([await pages(restarted, DAYS), await pages(restarted, BY_SIM)]).toEqual(before)
  expect(restarted.asked).toEqual([])
  await pages(restarted, OPEN)
  expect(restarted.asked).toHaveLength(1)

  const exported = await (
    await fetch(`${restarted.gatewayUrl}/api/accounts/main/kept/export`)
  ).text()
  const lines = exported.trimEnd().split('\n')
  expect(lines).toHaveLength((await kept(restarted)).answers)
  const [line] = lines.map((text) => JSON.parse(text))
  expect(line).toMatchObject({
    keptAt: expect.any(String),
    answer: { usage_records: expect.any(Array) },
  })

  const refused = await fetch(`${restarted.gatewayUrl}/api/accounts/main/kept`, {
    method: 'DELETE',
  })
  expect(refused.status).toBe(415)
  const headers = { 'Content-Type': 'application/json' }
  await fetch(`${restarted.gatewayUrl}/api/accounts/main/kept`, {
    method: 'DELETE',
    headers,
    body: '{}',
  })
  expect(await kept(restarted)).toEqual({ durable: true, answers: 0, bytes: 0 })
  await pages(restarted, DAYS)
  expect(restarted.asked).toHaveLength(2)
  await restarted.close()
}, 60_000)
