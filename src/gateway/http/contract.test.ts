import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aboutAnswer } from '#contract/about.ts'
import { GATEWAY_PATHS, keptPath } from '#contract/gateway-paths.ts'
import { keptUsage } from '#contract/kept-usage.ts'
import { savedView, savedViewsAnswer } from '#contract/saved-view.ts'
import { closedLink, madeLink, sharedLinksAnswer } from '#contract/shared-link.ts'
import { type Stack, startStack } from '#testing/stack.ts'
import { copyEmptyStore } from '#testing/store/empty-store.ts'

const VIEW = {
  name: 'Trucks',
  description: 'Those abroad',
  owner: 'Ada',
  path: '/account',
  search: 'range=last-7-days',
}

let folder: string
let stack: Stack

beforeAll(async () => {
  folder = await copyEmptyStore()
  stack = await startStack({}, { folder })
}, 60_000)
afterAll(async () => {
  await stack.close()
  await rm(folder, { recursive: true, force: true })
})

/** Asks the gateway, and expects an answer of exactly this shape: what no schema names is told to nobody. */
async function ask<T>(
  schema: z.ZodMiniType<T>,
  path: string,
  method = 'GET',
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const response = await fetch(stack.gatewayUrl + path, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { 'Content-Type': 'application/json', ...headers },
  })
  const json: unknown = await response.json()
  const read = z.parse(schema, json)
  expect(read).toEqual(json)
  return read
}

describe('what the gateway answers is what the browser reads', () => {
  it('about itself, to people and to the reader of a link', async () => {
    const about = await ask(aboutAnswer, GATEWAY_PATHS.about)
    expect(about.accounts).toHaveLength(1)
    expect(about.link).toBeUndefined()
    const draft = { name: 'For Bo', path: VIEW.path, search: VIEW.search, days: 7 }
    const made = await ask(madeLink, GATEWAY_PATHS.links, 'POST', draft)
    const query = new URLSearchParams({ link: made.token })
    const read = await ask(aboutAnswer, `${GATEWAY_PATHS.about}?${query}`)
    expect(read.link).toMatchObject({ name: 'For Bo', expiresAt: made.link.expiresAt })
  })

  it('of links', async () => {
    const { links } = await ask(sharedLinksAnswer, GATEWAY_PATHS.links)
    expect(links).toHaveLength(1)
    const closed = await ask(closedLink, `${GATEWAY_PATHS.links}/${links[0]?.id}`, 'DELETE', {})
    expect(closed).toEqual({ closed: true })
  })

  it('of saved views', async () => {
    const { id } = await ask(savedView, GATEWAY_PATHS.views, 'POST', VIEW)
    const path = `${GATEWAY_PATHS.views}/${id}`
    expect(await ask(savedView, path)).toMatchObject({ ...VIEW, version: 1, start: false })
    const start = await ask(savedViewsAnswer, `${GATEWAY_PATHS.views}/start`, 'PUT', { id })
    expect(start.views.map((view) => view.start)).toEqual([true])
    const newer = { ...VIEW, name: 'Lorries' }
    const first = { 'If-Match': '"1"' }
    expect(await ask(savedView, path, 'PUT', newer, first)).toMatchObject({ version: 2 })
    // A conflict is answered with the newest.
    expect(await ask(savedView, path, 'PUT', VIEW, first)).toMatchObject({ name: 'Lorries' })
    await ask(savedView, path, 'DELETE', {}, { 'If-Match': '"2"' })
    expect(await ask(savedViewsAnswer, GATEWAY_PATHS.views)).toEqual({ views: [] })
    expect(await ask(savedView, `${path}/restore`, 'POST', {})).toMatchObject({ name: 'Lorries' })
  })

  it('of what is kept', async () => {
    const nothing = await ask(keptUsage, keptPath('main'))
    expect(nothing).toEqual({ durable: true, answers: 0, bytes: 0 })
    const day = 'Start=2026-11-01T00:00:00Z&End=2026-11-02T00:00:00Z&Granularity=daily'
    await fetch(
      `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1/UsageRecords?${day}`,
    ).then((response) => response.text())
    const kept = await ask(keptUsage, keptPath('main'))
    expect(kept.answers).toBe(1)
    expect(kept.firstKeptAt).toBeDefined()
    expect(await ask(keptUsage, keptPath('main'), 'DELETE', {})).toEqual(nothing)
  })
})
