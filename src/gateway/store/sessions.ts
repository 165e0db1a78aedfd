import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Store } from './open-store.ts'
import { sessions } from './schema.ts'

/** A session as it is kept; once it is not, it is over. */
export interface KeptSession {
  readonly id: string
  /** What the provider calls whoever has signed in. */
  readonly person: string
  /** A name that the browser has. */
  readonly browser: string
  readonly email: string
  /** All that is known of them, as JSON. */
  readonly details: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** The sessions of those who have signed in, for all replicas. */
export interface Sessions {
  add(session: KeptSession): Promise<void>
  /** Goes on with a session of the same person. @returns whether it was still there */
  renew(session: KeptSession): Promise<boolean>
  /** One that is not over. */
  find(id: string): Promise<KeptSession | undefined>
  /** Ends a session, and those of the browsers. */
  end(id: string, browsers: readonly string[]): Promise<void>
  /**
   * Ends those of one person, or of everybody.
   *
   * @param email in whatever case
   * @returns how many there were
   */
  endAll(email?: string): Promise<number>
}

/** @param now milliseconds since 1970 */
export function createSessions({ database }: Store, now: () => number = Date.now): Sessions {
  const open = (id: string) => and(eq(sessions.id, id), gt(sessions.expiresAt, now()))
  return {
    async add(session) {
      await database.delete(sessions).where(lt(sessions.expiresAt, now()))
      await database.insert(sessions).values({ ...session, createdAt: now() })
    },
    async renew({ id, person, ...changed }) {
      const rows = await database
        .update(sessions)
        .set(changed)
        .where(and(open(id), eq(sessions.person, person)))
        .returning({ id: sessions.id })
      return rows.length > 0
    },
    async find(id) {
      const [row] = await database.select().from(sessions).where(open(id))
      return row
    },
    async end(id, browsers) {
      const together = inArray(sessions.browser, [...browsers])
      await database.delete(sessions).where(or(eq(sessions.id, id), together))
    },
    async endAll(email) {
      const own =
        email === undefined ? undefined : eq(sql`lower(${sessions.email})`, email.toLowerCase())
      const ended = await database.delete(sessions).where(own).returning({ id: sessions.id })
      return ended.length
    },
  }
}
