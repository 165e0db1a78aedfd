import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Attempt, createAttempts } from './attempts.ts'
import { createCookies } from './cookies.ts'
import type { KnownSessions, Session } from './known-sessions.ts'
import type { Person } from './person.ts'
import { createSeal } from './seal.ts'
import { createSessionCookie } from './session-cookie.ts'

const SECRET = 'a-secret-that-signs-the-sessions-of-tests'
const ADA: Person = {
  id: 'b0a7c1e2-5f1d-4f51-9c0e-0d1f7a1f2b3c',
  email: 'ada.lovelace@example.com',
  emailVerified: true,
  name: 'Ada Lovelace',
  groups: ['fleet'],
}
const HOUR = 3_600_000

let now = 0

beforeEach(() => {
  now = Date.parse('2026-11-20T12:00:00Z')
})

const seal = createSeal(SECRET, () => now)
const cookies = createCookies('https://roamboard.example.com')

/** Sessions that are open whatever is shown, and confirmed now. */
const sessions: KnownSessions = {
  begin: () => Promise.reject(new Error('nobody begins')),
  find: async (claimed) => ({ ...claimed, person: claimed.person ?? ADA, seenAt: now }),
  end: () => Promise.resolve(),
}
const cookie = createSessionCookie(seal, cookies, sessions, () => now)

/** What a browser is given for a session, and what it is told when it comes back with something. */
function siteOf(person: Person) {
  const session: Session = { id: 'one', person, expiresAt: now + 8 * HOUR, seenAt: now }
  const site = new Hono()
    .get('/give', async (context) => {
      await cookie.give(context, session)
      return context.text('given')
    })
    .get('/claimed', async (context) => context.json((await cookie.claimed(context)) ?? null))
    .get('/find', async (context) => context.json((await cookie.find(context)) ?? null))
  return async (path: string, sent = '') => {
    const response = await site.request(path, { headers: { Cookie: sent } })
    const [line = ''] = response.headers.getSetCookie()
    return { line, sent: line.split(';')[0] ?? '', response }
  }
}

describe('the cookie of a session', () => {
  it('is small, holds nothing that could be read, and comes back as it was', async () => {
    const ask = siteOf(ADA)
    const { line, sent } = await ask('/give')
    expect(line).toMatch(/^__Host-roamboard-session=/)
    expect(line).toContain('Max-Age=28800')
    expect(line.length).toBeLessThan(600)
    const parts = sent.split(/[=.]/).map((part) => Buffer.from(part, 'base64url').toString())
    expect(parts.join()).not.toContain('ada')
    const { response } = await ask('/claimed', sent)
    const expiresAt = now + 8 * HOUR
    expect(await response.json()).toEqual({ id: 'one', person: ADA, expiresAt, seenAt: now })
  })

  it('stays small for somebody in a hundred groups', async () => {
    const groups = Array.from({ length: 100 }, (_, group) => `the-group-with-the-number-${group}`)
    const ask = siteOf({ ...ADA, groups })
    const { line, sent } = await ask('/give')
    expect(line.length).toBeLessThan(600)
    const { response } = await ask('/claimed', sent)
    expect(await response.json()).toEqual({ id: 'one', expiresAt: now + 8 * HOUR, seenAt: now })
  })

  it('is over with its session', async () => {
    const ask = siteOf(ADA)
    const { sent } = await ask('/give')
    now += 8 * HOUR
    expect(await (await ask('/claimed', sent)).response.json()).toBeNull()
  })

  it('is given anew once its confirmation is ten minutes old', async () => {
    const ask = siteOf(ADA)
    const { sent } = await ask('/give')
    now += 600_000
    expect((await ask('/find', sent)).line).toBe('')
    now += 1
    const renewed = await ask('/find', sent)
    const claimed = await (await ask('/claimed', renewed.sent)).response.json()
    expect(claimed).toMatchObject({ id: 'one', seenAt: now, expiresAt: now + 8 * HOUR - 600_001 })
  })

  it('is not taken from what was sealed for something else', async () => {
    const ask = siteOf(ADA)
    const content = { id: 'one', seenAt: now, person: ADA }
    const sealed = await seal.close('attempt', content, Math.floor(now / 1000) + 60)
    const { response } = await ask('/claimed', `__Host-roamboard-session=${sealed}`)
    expect(await response.json()).toBeNull()
  })
})

describe('an attempt', () => {
  const attempts = createAttempts(SECRET, seal, cookies, () => now)

  const begin = async (address: string) => {
    let attempt: Attempt | undefined
    const site = new Hono()
      .get('/begin', async (context) => {
        attempt = await attempts.begin(context, address)
        return context.text('')
      })
      .get('/resume', async (context) =>
        context.json(await attempts.resume(context, attempt?.state ?? '')),
      )
      .onError((error, context) => context.json({ failed: error.message }))
    const [line = ''] = (await site.request('/begin')).headers.getSetCookie()
    const headers = { Cookie: line.split(';')[0] ?? '' }
    return {
      attempt,
      resume: async () => (await site.request('/resume', { headers })).json(),
    }
  }

  it('may take twelve hours', async () => {
    const { attempt, resume } = await begin('/account?range=today')
    now += 12 * HOUR - 1_000
    expect(await resume()).toEqual(attempt)
    now += 1_000
    expect(await resume()).toEqual({ failed: expect.stringContaining('twelve hours') })
  })

  it('tells the provider nothing of what was asked for', async () => {
    const { attempt } = await begin('/sims/DE0123?find=secret')
    const parts = (attempt?.state ?? '').split('.')
    const text = parts.map((part) => Buffer.from(part, 'base64url').toString()).join()
    expect(text).not.toMatch(/DE0123|secret/)
  })

  it('leaves out a query that no provider would take', async () => {
    const { resume } = await begin(`/account?find=${'x'.repeat(3_000)}`)
    expect(await resume()).toMatchObject({ address: '/account' })
  })
})
