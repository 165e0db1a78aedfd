import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Cookies } from './cookies.ts'
import { deriveKey, type Seal } from './seal.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** One way to the provider and back, of one tab. */
export interface Attempt {
  /** What the provider hands back as it was. */
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Path and query that were asked for. */
  readonly address: string
  /** A name that the browser has. */
  readonly browser: string
  /** Whether only scopes are asked for that the provider lists. */
  readonly listedScopesOnly: boolean
}

/** Attempts to sign in, any number of them at once: nothing of one is kept where another would change it. */
interface Attempts {
  begin(context: Context, address: string, listedScopesOnly?: boolean): Promise<Attempt>
  /** The attempt that a provider's answer belongs to. @throws SignInFailure where it is none of this browser's */
  resume(context: Context, state: string): Promise<Attempt>
  /** The names that a browser has; tabs that began at once have one each. */
  browsersOf(context: Context): string[]
}

const COOKIE = 'roamboard-attempt-'
const LIFETIME_SECONDS = 12 * 3600

/** Beyond this many characters a query is left out: providers refuse long addresses. */
const LONGEST_ADDRESS = 3000

/**
 * Each attempt is sealed into its `state`, and bound to its browser by a small cookie. The cookies of
 * tabs that begin at the same moment do not know of each other, and so have names of their own; whoever has
 * one already uses it again.
 *
 * @param now milliseconds since 1970
 */
export function createAttempts(
  secret: string,
  seal: Seal,
  cookies: Cookies,
  now: () => number = Date.now,
): Attempts {
  const key = deriveKey(secret, 'attempts')
  const derive = (use: string, bond: string, id: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([use, bond, id]))
      .digest('base64url')
  const secretsOf = (bond: string, id: string) => ({
    nonce: derive('nonce', bond, id),
    verifier: derive('verifier', bond, id),
  })
  const bondOf = (context: Context): readonly [name: string, bond: string] => {
    const [first] = cookies.getAll(context, COOKIE)
    return first ?? [randomText(6), randomText(16)]
  }
  return {
    async begin(context, wanted, listedScopesOnly = false) {
      const address = wanted.length > LONGEST_ADDRESS ? (wanted.split('?')[0] ?? '/') : wanted
      const [name, bond] = bondOf(context)
      cookies.set(context, COOKIE + name, bond, LIFETIME_SECONDS)
      const id = randomText(16)
      const content = { id, name, address, listedScopesOnly }
      const expiresAt = Math.floor(now() / 1000) + LIFETIME_SECONDS
      const state = await seal.close('attempt', content, expiresAt)
      return { state, address, listedScopesOnly, browser: name, ...secretsOf(bond, id) }
    },
    async resume(context, state) {
      const opened = await seal.open('attempt', state)
      if (opened.kind === 'expired') throw new SignInFailure('late')
      if (opened.kind === 'foreign') {
        throw new SignInFailure('foreign', 'the state is none of this gateway')
      }
      const { id, name, address, listedScopesOnly } = opened.content
      const bond = cookies.getAll(context, COOKIE).get(String(name))
      if (bond === undefined) {
        throw new SignInFailure('foreign', 'the cookie of the attempt is not there')
      }
      return {
        state,
        address: String(address),
        browser: String(name),
        listedScopesOnly: listedScopesOnly === true,
        ...secretsOf(bond, String(id)),
      }
    },
    browsersOf: (context) => [...cookies.getAll(context, COOKIE).keys()],
  }
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}
