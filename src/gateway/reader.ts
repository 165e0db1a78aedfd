import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Account, mayView } from './account.ts'
import { refuse } from './answer.ts'
import type { Person, SignIn } from './sign-in.ts'

/** Who asks, and what they may see. */
export interface Reader {
  /** Undefined where nobody has to sign in. */
  readonly person: Person | undefined
  /** The one that is shown first at the front. */
  readonly accounts: readonly Account[]
}

/** What later steps know of a request. */
export type Identified = { Variables: { reader: Reader } }

/**
 * Finds out who asks, and refuses whoever should have signed in.
 *
 * @param signIn undefined where everybody sees everything
 */
export function identifyReader(accounts: readonly Account[], signIn: SignIn | undefined) {
  return createMiddleware<Identified>(async (context, next) => {
    if (!signIn) {
      context.set('reader', { person: undefined, accounts })
      return next()
    }
    const person = await signIn.person(context)
    if (!person) return refuseSignedOut(context)
    const own = accounts.filter(({ viewers }) => mayView(viewers, person))
    context.set('reader', { person, accounts: own })
    return next()
  })
}

function refuseSignedOut(context: Context): Response {
  context.header('WWW-Authenticate', 'OpenIDConnect')
  return refuse(context, 401, 'Sign in first.')
}
