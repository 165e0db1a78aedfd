import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptSession, Sessions } from '../store/sessions.ts'
import { createKnownSessions, type KnownSessions, type Session } from './known-sessions.ts'
import type { Person } from './person.ts'

const ADA: Person = { id: '1', email: 'ada@example.com', emailVerified: true, name: '', groups: [] }
const HOUR = 3_600_000

/** The rows that all replicas share, and whether they can be reached. */
let rows: Map<string, KeptSession>
let state: 'there' | 'away' | 'frozen'
let asked: number
let now: number

const sessions: Omit<Sessions, 'endAll'> = {
  add: async (session) => {
    await reach()
    rows.set(session.id, session)
  },
  renew: async (session) => {
    await reach()
    if (!rows.has(session.id)) return false
    rows.set(session.id, session)
    return true
  },
  find: async (id) => {
    asked += 1
    await reach()
    return rows.get(id)
  },
  end: async (id) => {
    await reach()
    rows.delete(id)
  },
}

async function reach(): Promise<void> {
  if (state === 'away') throw new Error('cut off')
  if (state === 'frozen') await new Promise(() => undefined)
}

const replica = (): KnownSessions => createKnownSessions(sessions, 8 * HOUR, () => now)

beforeEach(() => {
  rows = new Map()
  state = 'there'
  asked = 0
  now = Date.parse('2026-11-20T12:00:00Z')
})

/** A replica on which somebody has signed in, another, and what their browser has of it. */
async function signedIn(): Promise<{
  here: KnownSessions
  there: KnownSessions
  session: Session
}> {
  const here = replica()
  return { here, there: replica(), session: await here.begin(ADA, 'browser', undefined) }
}

describe('a session', () => {
  it('is known on every replica, and the store is not asked for each request', async () => {
    const { there, session } = await signedIn()
    for (let request = 0; request < 20; request++) {
      expect((await there.find(session))?.person).toEqual(ADA)
    }
    expect(asked).toBe(1)
  })

  it('is asked for once by those who come at the same moment', async () => {
    const { there, session } = await signedIn()
    await Promise.all(Array.from({ length: 20 }, () => there.find(session)))
    expect(asked).toBe(1)
  })

  it('is over at once where it was ended, and elsewhere within seconds', async () => {
    const { here, there, session } = await signedIn()
    await there.find(session)
    await here.end(session.id, [])
    expect(await here.find(session)).toBeUndefined()
    now += 2_001
    expect(await there.find(session)).toBeUndefined()
    expect(rows.size).toBe(0)
  })

  it('is over within seconds where the operator has deleted its row', async () => {
    const { here, session } = await signedIn()
    rows.clear()
    now += 2_001
    expect(await here.find(session)).toBeUndefined()
    state = 'away'
    expect(await here.find(session)).toBeUndefined()
  })

  it('ends by itself', async () => {
    const { here, session } = await signedIn()
    now += 8 * HOUR - 1
    expect((await here.find(session))?.person).toEqual(ADA)
    now += 1
    expect(await here.find(session)).toBeUndefined()
  })

  it('goes on for the same person, with what is known of them now', async () => {
    const { here, there, session } = await signedIn()
    now += HOUR
    const more = await here.begin({ ...ADA, groups: ['fleet'] }, 'browser', session)
    expect(more.id).toBe(session.id)
    expect((await there.find(session))?.person.groups).toEqual(['fleet'])
    expect((await there.find(session))?.expiresAt).toBe(now + 8 * HOUR)
  })

  it('does not come back that was ended while its tab was at the provider', async () => {
    const { here, there, session } = await signedIn()
    await there.end(session.id, [])
    const more = await here.begin(ADA, 'browser', session)
    expect(more.id).not.toBe(session.id)
    expect(await here.find(session)).toBeUndefined()
    expect((await there.find(more))?.person).toEqual(ADA)
  })
})

describe('while the store is away', () => {
  it('those go on who were seen, until their session ends', async () => {
    const { here, session } = await signedIn()
    const unconfirmed = { ...session, seenAt: 0 }
    state = 'away'
    now += 5 * HOUR
    expect((await here.find(unconfirmed))?.person).toEqual(ADA)
    now += 3 * HOUR
    expect(await here.find(unconfirmed)).toBeUndefined()
  })

  it('those go on elsewhere whose cookie was confirmed within the hour', async () => {
    const { there, session } = await signedIn()
    state = 'away'
    now += HOUR - 1
    expect((await there.find(session))?.person).toEqual(ADA)
    now += 1
    await expect(there.find(session)).rejects.toMatchObject({ fault: 'store', detail: 'cut off' })
    const large = { ...session, seenAt: now, person: undefined }
    await expect(there.find(large)).rejects.toMatchObject({ fault: 'store' })
  })

  it('nobody waits for it again and again', async () => {
    const { there, session } = await signedIn()
    state = 'frozen'
    const begun = Date.now()
    for (let request = 0; request < 20; request++) await there.find(session)
    expect(Date.now() - begun).toBeLessThan(3_000)
    expect(asked).toBe(1)
  })

  it('nobody can sign in, and is told why', async () => {
    state = 'away'
    await expect(replica().begin(ADA, 'browser', undefined)).rejects.toMatchObject({
      fault: 'store',
    })
  })

  it('whoever signs out is signed out, and the store learns of it later', async () => {
    const { here, session } = await signedIn()
    state = 'away'
    const ending = here.end(session.id, [])
    expect(await here.find(session)).toBeUndefined()
    state = 'there'
    await ending
    await vi.waitFor(() => expect(rows.size).toBe(0), 5_000)
  })
})
