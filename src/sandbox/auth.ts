import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { CLIENTS, type Client, type Product, productOf } from './accounts.ts'
import { refusal } from './refusals.ts'

const CLIENT_SECRET = 'sandbox'

const LIFETIME_SECONDS = 3600

/** What a token says of itself. */
export interface TokenClaims {
  readonly client: Client
  readonly accountSid: string
  /** The products that it is for. */
  readonly products: readonly Product[]
}

/** The bearer tokens that the sandbox has given out, until they expire or are revoked. */
export interface Tokens {
  issue(claims: TokenClaims): { accessToken: string; expiresIn: number }
  /** What a token says; undefined for one that is not valid. */
  claimsOf(accessToken: string): TokenClaims | undefined
  revoke(accessToken: string): void
}

/** @param now real time, in milliseconds: a token ages even where the world's clock stands still */
export function createTokens(now: () => number = Date.now): Tokens {
  const given = new Map<string, { claims: TokenClaims; expiry: number }>()
  return {
    issue(claims) {
      const issued = Math.floor(now() / 1000)
      const accessToken = writeToken(claims, issued)
      given.set(accessToken, { claims, expiry: now() + LIFETIME_SECONDS * 1000 })
      return { accessToken, expiresIn: LIFETIME_SECONDS }
    },
    claimsOf(accessToken) {
      const token = given.get(accessToken)
      return token && token.expiry > now() ? token.claims : undefined
    },
    revoke: (accessToken) => {
      given.delete(accessToken)
    },
  }
}

/**
 * Writes a token of the form that KORE's are likely to have (contract §1): a JWT that says its expiry,
 * its scope and its account. Its signature is chance, which nobody but the sandbox need check.
 */
function writeToken({ client, accountSid, products }: TokenClaims, issued: number): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  const header = part({ alg: 'RS256', typ: 'JWT', kid: 'sandbox' })
  const claims = part({
    sub: client,
    account_sid: accountSid,
    scope: products.join(' '),
    iat: issued,
    exp: issued + LIFETIME_SECONDS,
    jti: randomBytes(12).toString('base64url'),
  })
  return `${header}.${claims}.${randomBytes(256).toString('base64url')}`
}

/**
 * The token endpoint (contract §1).
 *
 * @param claimsOf what a client's tokens say
 */
export function tokenEndpoint(tokens: Tokens, claimsOf: (client: Client) => TokenClaims): Hono {
  return new Hono().post('/auth/token', async (context) => {
    const form = await context.req.parseBody()
    if (form.grant_type !== 'client_credentials') {
      return context.json({ code: 400, message: 'grant_type must be client_credentials.' }, 400)
    }
    const client = CLIENTS.find((known) => known === form.client_id)
    if (!client || form.client_secret !== CLIENT_SECRET) {
      return refuseClient(context, 'unauthorized_client', 'Invalid client or credentials.')
    }
    const claims = claimsOf(client)
    const { accessToken, expiresIn } = tokens.issue(claims)
    return context.json({
      access_token: accessToken,
      expires_in: expiresIn,
      token_type: 'Bearer',
      scope: claims.products.join(' '),
    })
  })
}

/** What later steps know of a request: whose token it came with. */
export type Authorized = { Variables: { client: Client } }

/** How tokens are refused. */
interface RefusalRules {
  /** The status that refuses a token, each with a body of its own (contract §1). */
  readonly status: 401 | 403
  /** Whether a token is to expire when a second page is asked for with it. */
  readonly expiresMidPaging: () => boolean
}

/**
 * Refuses what comes without a valid bearer token, or with one that is not for the product, and tells
 * later steps whose it is.
 */
export function requireToken(tokens: Tokens, { status, expiresMidPaging }: RefusalRules) {
  const opened = new Set<string>()
  return createMiddleware<Authorized>(async (context, next) => {
    const accessToken = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1]
    const claims = accessToken && tokens.claimsOf(accessToken)
    if (!accessToken || !claims) return refuseToken(context, status)
    const product = productOf(context.req.path)
    if (product && !claims.products.includes(product)) {
      return refusal(context, 'forbidden', `The token is not for ${product}.`)
    }
    if (expiresMidPaging() && context.req.query('PageToken') && opened.has(accessToken)) {
      opened.delete(accessToken)
      tokens.revoke(accessToken)
      return refuseToken(context, status)
    }
    opened.add(accessToken)
    context.set('client', claims.client)
    return next()
  })
}

function refuseToken(context: Context, status: 401 | 403): Response {
  if (status === 401) return refusal(context, 'unauthorized')
  return context.json(
    {
      message: 'User is not authorized to access this resource with an explicit deny',
      error: 'Invalid or expired token',
    },
    403,
  )
}

function refuseClient(context: Context, error: string, description: string): Response {
  return context.json({ error, error_description: description }, 401)
}
