import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { refusal } from './refusals.ts'

/** The accounts by their client: a parent, and its children, whose SIMs it does not see. */
export const CLIENTS = ['sandbox', 'sandbox-north', 'sandbox-south'] as const

export type Client = (typeof CLIENTS)[number]

const CLIENT_SECRET = 'sandbox'

const LIFETIME_SECONDS = 3600

/** The bearer tokens that the sandbox has given out, until they expire or are revoked. */
interface Tokens {
  issue(client: Client): { accessToken: string; expiresIn: number }
  /** Whose token it is; undefined for one that is not valid. */
  clientOf(accessToken: string): Client | undefined
  revoke(accessToken: string): void
}

/** @param now real time, in milliseconds: a token ages even where the world's clock stands still */
export function createTokens(now: () => number = Date.now): Tokens {
  const given = new Map<string, { client: Client; expiry: number }>()
  return {
    issue(client) {
      const accessToken = randomBytes(24).toString('base64url')
      given.set(accessToken, { client, expiry: now() + LIFETIME_SECONDS * 1000 })
      return { accessToken, expiresIn: LIFETIME_SECONDS }
    },
    clientOf(accessToken) {
      const token = given.get(accessToken)
      return token && token.expiry > now() ? token.client : undefined
    },
    revoke: (accessToken) => {
      given.delete(accessToken)
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
    const client = CLIENTS.find((known) => known === form.client_id)
    if (!client || form.client_secret !== CLIENT_SECRET) {
      return refuseClient(context, 401, 'unauthorized_client', 'Invalid client or credentials.')
    }
    const { accessToken, expiresIn } = tokens.issue(client)
    return context.json({
      access_token: accessToken,
      expires_in: expiresIn,
      token_type: 'Bearer',
      scope: 'programmable-wireless super-sim',
    })
  })
}

/** What later steps know of a request: whose token it came with. */
export type Authorized = { Variables: { client: Client } }

/**
 * Refuses what comes without a valid bearer token, and tells later steps whose it is.
 *
 * @param expiresMidPaging whether a token is to expire when a second page is asked for with it
 */
export function requireToken(tokens: Tokens, expiresMidPaging: () => boolean) {
  const opened = new Set<string>()
  return createMiddleware<Authorized>(async (context, next) => {
    const accessToken = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1]
    const client = accessToken && tokens.clientOf(accessToken)
    if (!accessToken || !client) return refusal(context, 'unauthorized')
    if (expiresMidPaging() && context.req.query('PageToken') && opened.has(accessToken)) {
      opened.delete(accessToken)
      tokens.revoke(accessToken)
      return refusal(context, 'unauthorized')
    }
    opened.add(accessToken)
    context.set('client', client)
    return next()
  })
}

function refuseClient(context: Context, status: 400 | 401, error: string, description: string) {
  return context.json({ error, error_description: description }, status)
}
