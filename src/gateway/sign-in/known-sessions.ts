import { randomUUID } from 'node:crypto'
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { LRUCache } from 'lru-cache'
import pRetry from 'p-retry'
import { innermostMessage } from '../config/failure-cause.ts'
import type { Sessions } from '../store/sessions.ts'
import { type Person, readPerson } from './person.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** Somebody's session. Times are milliseconds since 1970. */
export interface Session {
  readonly id: string
  readonly person: Person
  readonly expiresAt: number
  /** When the store last said that it is open. */
  readonly seenAt: number
}

/** What a cookie says of a session. */
export interface ClaimedSession extends Omit<Session, 'person'> {
  /** Left out where it would make the cookie large. */
  readonly person: Person | undefined
}

/** The sessions as one gateway knows them: what the store says, and what it said last while it is away. */
export interface KnownSessions {
  /**
   * Begins a session, or goes on with one of the same person.
   *
   * @param browser a name that the browser has
   * @throws SignInFailure where it cannot be kept
   */
  begin(person: Person, browser: string, current: Session | undefined): Promise<Session>
  /**
   * A session that is not over.
   *
   * @throws SignInFailure where the store is away and nobody here knows
   */
  find(claimed: ClaimedSession): Promise<Session | undefined>
  /**
   * Ends a session: here at once, everywhere as soon as the store knows.
   *
   * @param browsers the names that its browser has, whose other sessions end, too
   */
  end(id: string, browsers: readonly string[]): Promise<void>
}

/** How long other replicas may take to learn that a session is over. */
const FRESH_MILLISECONDS = 2_000
/** For how long a cookie is believed that this gateway has not seen, while the store is away. */
const BELIEVED_MILLISECONDS = 3_600_000
/** Whoever has signed in does not wait longer for a store that does not answer. */
const PATIENCE_MILLISECONDS = 1_500
const REST_MILLISECONDS = 2_000
/** Signing in needs the store, and waits longer for it. */
const SAVING_MILLISECONDS = 8_000
/** Tries to tell the store of an end: more than an hour of them. */
const ENDING_TRIES = 2_000
/** Sessions that are remembered; of those beyond, the store is asked each time. */
const MOST_REMEMBERED = 10_000

type Remembered = Session | 'over'

/** @param now milliseconds since 1970 */
export function createKnownSessions(
  sessions: Omit<Sessions, 'endAll'>,
  lifetime: number,
  now: () => number = Date.now,
): KnownSessions {
  const remembered = new LRUCache<string, Remembered>({ max: MOST_REMEMBERED })
  const asking = new Map<string, Promise<Remembered>>()
  const reading = createReading()
  const saving = timeout(SAVING_MILLISECONDS, TimeoutStrategy.Aggressive)
  /** Why the store was last out of reach. */
  let cause = ''
  const read = async (id: string): Promise<Remembered> => {
    const kept = await reading.execute(() => sessions.find(id))
    // Whoever ended it here meanwhile is right.
    if (remembered.get(id) === 'over') return 'over'
    const person = kept && readPerson(JSON.parse(kept.details))
    const found = person ? { id, person, expiresAt: kept.expiresAt, seenAt: now() } : 'over'
    remembered.set(id, found)
    return found
  }
  const readOnce = (id: string) => {
    const asked = asking.get(id) ?? read(id).finally(() => asking.delete(id))
    asking.set(id, asked)
    return asked
  }
  return {
    async begin(person, browser, current) {
      const expiresAt = now() + lifetime
      const kept = (id: string) => ({ id, ...rowOf(person), browser, expiresAt })
      try {
        // Other tabs have its cookie and are asking with it: it goes on, with what is known now.
        const goesOn =
          current?.person.id === person.id &&
          (await saving.execute(() => sessions.renew(kept(current.id))))
        const id = goesOn ? current.id : randomUUID()
        if (!goesOn) await saving.execute(() => sessions.add(kept(id)))
        if (current && !goesOn) {
          remembered.set(current.id, 'over')
          await saving.execute(() => sessions.end(current.id, []))
        }
        const session = { id, person, expiresAt, seenAt: now() }
        remembered.set(id, session)
        return session
      } catch (error) {
        throw new SignInFailure('store', innermostMessage(error))
      }
    },
    async find(claimed) {
      const known = remembered.get(claimed.id)
      if (known === 'over' || claimed.expiresAt <= now()) return undefined
      if (known && now() - known.seenAt < FRESH_MILLISECONDS) return known
      try {
        const found = await readOnce(claimed.id)
        return found === 'over' ? undefined : found
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) cause = innermostMessage(error)
        const last = remembered.get(claimed.id) ?? believed(claimed, now())
        if (!last) throw new SignInFailure('store', cause)
        return last === 'over' || last.expiresAt <= now() ? undefined : last
      }
    },
    async end(id, browsers) {
      remembered.set(id, 'over')
      const patiently = { retries: ENDING_TRIES, maxTimeout: REST_MILLISECONDS, unref: true }
      const ending = pRetry(() => sessions.end(id, browsers), patiently)
      // Whoever signs out is signed out, though the store learns of it later.
      await saving.execute(() => ending).catch(() => undefined)
    },
  }
}

/** Asks a store for no longer than whoever has signed in waits, and rests after it could not be reached. */
function createReading() {
  const patience = timeout(PATIENCE_MILLISECONDS, TimeoutStrategy.Aggressive)
  const rest = circuitBreaker(handleAll, {
    halfOpenAfter: REST_MILLISECONDS,
    breaker: new ConsecutiveBreaker(1),
  })
  return wrap(rest, patience)
}

/** What the store keeps of whose session it is. */
function rowOf(person: Person) {
  return { person: person.id, email: person.email, details: JSON.stringify(person) }
}

/** What a cookie says by itself, for a while after the store has last confirmed it. */
function believed({ person, ...claimed }: ClaimedSession, now: number): Session | undefined {
  return person && now - claimed.seenAt < BELIEVED_MILLISECONDS ? { ...claimed, person } : undefined
}
