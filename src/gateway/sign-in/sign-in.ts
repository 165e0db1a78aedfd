import {
  getAuth,
  initOidcAuthMiddleware,
  oidcAuthMiddleware,
  processOAuthCallback,
  revokeSession,
} from '@hono/oidc-auth'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { verify } from 'hono/jwt'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import type { SessionAnswer } from '#contract/session.ts'
import type { SignInConfig } from '../config/sign-in-config.ts'
import { refuseForeignPages } from '../http/foreign-pages.ts'

/** Somebody who has signed in. */
export interface Person {
  /** What the provider calls them; it never changes. */
  readonly id: string
  readonly email: string
  /** Whether the provider has made sure that the address is theirs. */
  readonly emailVerified: boolean
  readonly name: string
  readonly groups: readonly string[]
}

/** Signing in, staying so, and signing out. */
export interface SignIn {
  /** What all of it needs; stands before everything else. */
  readonly prepare: MiddlewareHandler
  /** Leads whoever has not signed in to the provider, and back to where they were. */
  readonly require: MiddlewareHandler
  /** The provider's way back, and signing out. */
  readonly routes: Hono
  /** Who asks; undefined for somebody who has not signed in. */
  person(context: Context): Promise<Person | undefined>
}

const COOKIE = 'roamboard-session'
const CALLBACK = '/callback'

/**
 * Signs people in at an OpenID provider. Their session is a signed cookie that scripts cannot read and
 * that other sites cannot send along; nothing about it is stored here, so that all replicas know it.
 *
 * @param knownGroups the groups that matter here; others are not kept
 */
export function createSignIn(config: SignInConfig, knownGroups: readonly string[]): SignIn {
  const lifetime = String(config.sessionHours * 3600)
  const oidc = initOidcAuthMiddleware({
    OIDC_ISSUER: config.issuer,
    OIDC_CLIENT_ID: config.clientId,
    OIDC_CLIENT_SECRET: config.clientSecret,
    OIDC_AUTH_SECRET: config.secret,
    OIDC_SCOPES: config.scopes,
    OIDC_REDIRECT_URI: `${config.publicUrl}${CALLBACK}`,
    OIDC_AUTH_EXTERNAL_URL: config.publicUrl,
    OIDC_COOKIE_NAME: COOKIE,
    OIDC_AUTH_EXPIRES: lifetime,
    // As long as a session, so that none is ever renewed. A provider that gives a refresh token without
    // being asked has it kept in the signed cookie, only to be revoked there at signing out.
    OIDC_AUTH_REFRESH_INTERVAL: lifetime,
  })
  const prepare = createMiddleware(async (context, next) => {
    context.set('oidcClaimsHook', async (_, claims) => ({
      sub: String(claims?.sub ?? ''),
      email: String(claims?.email ?? ''),
      emailVerified: claims?.email_verified === true,
      name: String(claims?.name ?? ''),
      groups: textsOf(claims?.[config.groupsClaim]).filter((group) => knownGroups.includes(group)),
    }))
    await oidc(context, next)
    forbidOtherSites(context)
  })
  return {
    prepare,
    require: oidcAuthMiddleware(),
    routes: signInRoutes(),
    async person(context) {
      if (!(await isCurrent(context, config.secret))) return undefined
      const session = await getAuth(context)
      if (!session) return undefined
      return {
        id: String(session.sub ?? ''),
        email: String(session.email ?? ''),
        emailVerified: session.emailVerified === true,
        name: String(session.name ?? ''),
        groups: textsOf(session.groups),
      }
    },
  }
}

function signInRoutes(): Hono {
  return new Hono()
    .get(CALLBACK, async (context) => {
      try {
        return await processOAuthCallback(context)
      } catch {
        // The provider's page was left open for too long, or its answer is not for this browser.
        return context.redirect('/sign-in-failed')
      }
    })
    .delete(GATEWAY_PATHS.session, refuseForeignPages, async (context) => {
      // Signed out here, whatever the provider says.
      await revokeSession(context).catch(() => undefined)
      deleteCookie(context, COOKIE, { path: '/', secure: true })
      return context.json<SessionAnswer>({ signedIn: false })
    })
}

/** Whether the cookie is ours and its session not over; one that is not is taken away. */
async function isCurrent(context: Context, secret: string): Promise<boolean> {
  const cookie = getCookie(context, COOKIE)
  if (cookie === undefined) return false
  const session = await verify(cookie, secret, 'HS256').catch(() => undefined)
  if (Number(session?.ssnexp) > Date.now() / 1000) return true
  deleteCookie(context, COOKIE, { path: '/', secure: true })
  return false
}

/** Cookies are not sent along with what other sites do, except to open a page here. */
function forbidOtherSites(context: Context): void {
  const cookies = context.res.headers.getSetCookie()
  if (cookies.length === 0) return
  context.header('Set-Cookie', undefined)
  for (const cookie of cookies) {
    const own = /;\s*SameSite=/i.test(cookie) ? cookie : `${cookie}; SameSite=Lax`
    context.header('Set-Cookie', own, { append: true })
  }
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (typeof one === 'string' ? one : []))
}
