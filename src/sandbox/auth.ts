import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { refusal } from './refusals.ts'

const CLIENT_ID = 'sandbox'
const CLIENT_SECRET = 'sandbox'

const LIFETIME_SECONDS = 3600

/** The bearer tokens that the sandbox has given out, until they expire or are revoked. */
export interface Tokens {
  issue(): { accessToken: string; expiresIn: number }
  isValid(accessToken: string): boolean
  revoke(accessToken: string): void
}

/** @param now real time, in milliseconds: a token ages even where the world's clock stands still */
export function createTokens(now: () => number = Date.now): Tokens {
  const expiries = new Map<string, number>()
  return {
    issue() {
      const accessToken = randomBytes(24).toString('base64url')
      expiries.set(accessToken, now() + LIFETIME_SECONDS * 1000)
      return { accessToken, expiresIn: LIFETIME_SECONDS }
    },
    isValid: (accessToken) => (expiries.get(accessToken) ?? 0) > now(),
    revoke: (accessToken) => {
      expiries.delete(accessToken)
    },
  }
}

/** The token endpoint (contract §1). */
export function tokenEndpoint(tokens: Tokens): Hono {
  return new Hono().post('/auth/token', async (context) => {
    const form = await context.req.parseBody()
    if (form.grant_type !== 'client_credentials') {
      return refuseClient(context, 400, 'unsupported_grant_type', 'Use client_credentials.')
    }
    if (form.client_id !== CLIENT_ID || form.client_secret !== CLIENT_SECRET) {
      return refuseClient(context, 401, 'unauthorized_client', 'Invalid client or credentials.')
    }
    const { accessToken, expiresIn } = tokens.issue()
    return context.json({
      access_token: accessToken,
      expires_in: expiresIn,
      token_type: 'Bearer',
      scope: 'programmable-wireless super-sim',
    })
  })
}

/**
 * Refuses what comes without a valid bearer token.
 *
 * @param expiresMidPaging whether a token is to expire when a second page is asked for with it
 */
export function requireToken(tokens: Tokens, expiresMidPaging: () => boolean) {
  const opened = new Set<string>()
  return createMiddleware(async (context, next) => {
    const accessToken = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1]
    if (!accessToken || !tokens.isValid(accessToken)) return refusal(context, 'unauthorized')
    if (expiresMidPaging() && context.req.query('PageToken') && opened.has(accessToken)) {
      opened.delete(accessToken)
      tokens.revoke(accessToken)
      return refusal(context, 'unauthorized')
    }
    opened.add(accessToken)
    return next()
  })
}

function refuseClient(context: Context, status: 400 | 401, error: string, description: string) {
  return context.json({ error, error_description: description }, status)
}
