import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import type { SessionAnswer } from '#contract/session.ts'
import { SIGN_IN_FAULTS } from '#usage/words/sign-in-faults.ts'
import type { SignInConfig } from '../config/sign-in-config.ts'
import { takeJsonOnly } from '../http/foreign-pages.ts'
import type { Watch } from '../http/watch.ts'
import type { Store } from '../store/open-store.ts'
import { createSessions } from '../store/sessions.ts'
import { isStoreFailure } from '../store/store-failure.ts'
import { createAttempts } from './attempts.ts'
import { createCookies } from './cookies.ts'
import { failureOf } from './fault-of-error.ts'
import { createKnownSessions } from './known-sessions.ts'
import type { Person } from './person.ts'
import { CALLBACK, createProvider } from './provider.ts'
import { createSeal } from './seal.ts'
import { createSessionCookie } from './session-cookie.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** Signing in, staying so, and signing out. */
export interface SignIn {
  /** Leads whoever has not signed in to the provider, and back to where they were. */
  readonly require: MiddlewareHandler
  /** The provider's way back, and signing out. */
  readonly routes: Hono
  /**
   * Who asks; undefined for somebody who has not signed in.
   *
   * @throws SignInFailure where that cannot be told
   */
  person(context: Context): Promise<Person | undefined>
}

/** What signing in needs of the gateway. */
export interface SignInParts {
  readonly store: Store
  readonly watch: Watch
  /** The groups that matter here; others are not kept. */
  readonly knownGroups: readonly string[]
}

/**
 * Signs people in at an OpenID provider. A session is a row of the store, which all replicas ask; its
 * cookie names it, and nothing of the provider's is in it.
 */
export function createSignIn(
  config: SignInConfig,
  { store, watch, knownGroups }: SignInParts,
): SignIn {
  const seal = createSeal(config.secret)
  const cookies = createCookies(config.publicUrl)
  const attempts = createAttempts(config.secret, seal, cookies)
  const provider = createProvider(config, knownGroups, ({ logged, message }) =>
    watch.log.warn({ ...logged, issuer: config.issuer }, `userinfo failed: ${message}`),
  )
  const sessions = createKnownSessions(createSessions(store), config.sessionHours * 3_600_000)
  const cookie = createSessionCookie(seal, cookies, sessions)
  const tell = (failure: SignInFailure) => {
    const { fault, logged, message } = failure
    watch.signIn(fault)
    watch.log.warn({ ...logged, issuer: config.issuer }, `sign-in failed: ${message}`)
  }
  const lead = async (context: Context, address: string, listedScopesOnly = false) => {
    context.header('Cache-Control', 'no-store')
    const attempt = await attempts.begin(context, address, listedScopesOnly)
    return context.redirect((await provider.addressOf(attempt)).href)
  }
  /** Somebody who is signed in goes on, whatever became of one more sign-in. */
  const giveUp = async (context: Context, failure: SignInFailure, address: string) => {
    tell(failure)
    const session = await cookie.find(context).catch(() => undefined)
    if (session) return context.redirect(config.publicUrl + address)
    return context.redirect(`/sign-in-failed?reason=${failure.fault}`)
  }
  const finish = async (context: Context) => {
    context.header('Cache-Control', 'no-store')
    const { search, searchParams } = new URL(context.req.url)
    let address = '/'
    try {
      const attempt = await attempts.resume(context, searchParams.get('state') ?? '')
      address = attempt.address
      if (provider.refusesScopes(searchParams) && !attempt.listedScopesOnly) {
        return await lead(context, address, true)
      }
      const person = await provider.personOf(search, attempt)
      const current = await cookie.find(context).catch(() => undefined)
      await cookie.give(context, await sessions.begin(person, attempt.browser, current))
      watch.signIn('good')
      return context.redirect(config.publicUrl + address)
    } catch (error) {
      if (isStoreFailure(error)) throw error
      return giveUp(context, failureOf(error), address)
    }
  }
  return {
    require: createMiddleware(async (context, next) => {
      try {
        if (await cookie.find(context)) return await next()
        const { pathname, search } = new URL(context.req.url)
        return await lead(context, pathname + search)
      } catch (error) {
        if (!(error instanceof SignInFailure)) throw error
        tell(error)
        return context.text(SIGN_IN_FAULTS[error.fault], 503)
      }
    }),
    routes: new Hono()
      .get(CALLBACK, finish)
      .delete(GATEWAY_PATHS.session, takeJsonOnly, async (context) => {
        const session = await cookie.claimed(context)
        if (session) await sessions.end(session.id, attempts.browsersOf(context))
        cookie.take(context)
        // Not "cookies": that would take those of all hosts of the domain, the provider's among them.
        context.header('Clear-Site-Data', '"cache", "storage"')
        context.header('Cache-Control', 'no-store')
        return context.json<SessionAnswer>({ signedIn: false })
      }),
    person: async (context) => (await cookie.find(context))?.person,
  }
}
