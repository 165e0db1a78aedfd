import type { Context } from 'hono'
import type { Cookies } from './cookies.ts'
import type { ClaimedSession, KnownSessions, Session } from './known-sessions.ts'
import { readPerson } from './person.ts'
import type { Seal } from './seal.ts'

const NAME = 'roamboard-session'

/** A person who takes more characters is left to the store: browsers drop large cookies. */
const LONGEST_PERSON = 1_200

/** After so many milliseconds the cookie tells anew when the store has last confirmed it. */
const CONFIRMED_MILLISECONDS = 600_000

/** The browser's end of a session. */
interface SessionCookie {
  give(context: Context, session: Session): Promise<void>
  /** The session that a browser shows, if it is not over. @throws SignInFailure where that cannot be told */
  find(context: Context): Promise<Session | undefined>
  /** What a browser shows, whether or not it is over. */
  claimed(context: Context): Promise<ClaimedSession | undefined>
  take(context: Context): void
}

/**
 * A session's cookie is sealed: it holds the name of the session, whose it is, and when the store has last
 * confirmed it, so that the gateway can believe it for a while when the store is away.
 */
export function createSessionCookie(
  seal: Seal,
  cookies: Cookies,
  sessions: KnownSessions,
  now: () => number = Date.now,
): SessionCookie {
  const give = async (context: Context, { id, person, expiresAt, seenAt }: Session) => {
    const fits = JSON.stringify(person).length <= LONGEST_PERSON
    const content = { id, seenAt, ...(fits ? { person } : {}) }
    const value = await seal.close('session', content, Math.floor(expiresAt / 1000))
    cookies.set(context, NAME, value, Math.max(0, Math.floor((expiresAt - now()) / 1000)))
  }
  const claimed = async (context: Context): Promise<ClaimedSession | undefined> => {
    const opened = await seal.open('session', cookies.get(context, NAME) ?? '')
    if (opened.kind !== 'opened') return undefined
    const { id, seenAt, exp, person } = opened.content
    const times = { expiresAt: Number(exp) * 1000, seenAt: Number(seenAt) }
    return { id: String(id), person: readPerson(person), ...times }
  }
  return {
    give,
    claimed,
    async find(context) {
      const shown = await claimed(context)
      const session = shown && (await sessions.find(shown))
      if (session && session.seenAt - shown.seenAt > CONFIRMED_MILLISECONDS) {
        await give(context, session)
      }
      return session
    },
    take: (context) => cookies.remove(context, NAME),
  }
}
