import { retryAfterSeconds } from '#contract/retry-after.ts'
import { forEachProduct, type Product } from '#usage/kore/products.ts'
import type { UpstreamConfig } from '../config/config.ts'
import { describeFailure } from '../config/failure-cause.ts'
import { fieldOf } from '../config/field-of.ts'
import { readBody } from './read-body.ts'
import { createRest } from './rest.ts'
import { type GivenToken, readTokenAnswer } from './token-answer.ts'

/** Why there is no token: what the token endpoint said, in words for whoever runs the gateway. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  /** What the browser is to be answered: 401 where KORE refused the credentials. */
  readonly status: 401 | 502

  constructor(status: 401 | 502, message: string) {
    super(message)
    this.status = status
  }
}

/** Gets access tokens and keeps the one in use. */
export interface AccessTokens {
  /** The token in use, or a new one; nobody is asked for one during a rest. @throws TokenError */
  get(): Promise<string>
  /**
   * Says that a product's API refused a token.
   *
   * @returns whether the next `get` gives another, so that the question is worth repeating
   */
  refused(accessToken: string, product: Product): boolean
  /** Says that a product's API refused a token that had just been renewed for it. */
  refusedAnew(product: Product): void
  /** Says that a product's API took a token. */
  taken(product: Product): void
  /** What the last token is for, in KORE's words; undefined where nothing tells. */
  scope(): string | undefined
}

/** Renewed this long before it expires, so that none expires under way. */
const RENEW_EARLY_MILLISECONDS = 60_000

/** How long the token endpoint is left alone: after refused credentials, and after a failure of its own. */
const REFUSED_REST = { first: 10_000, longest: 5 * 60_000 } as const
const FAILED_REST = { first: 1_000, longest: 60_000 } as const

/** Bytes that the answer with a token may take. */
const LARGEST_TOKEN_BYTES = 1024 * 1024

interface Token extends GivenToken {
  readonly renewAt: number
}

/**
 * Client-credentials tokens of one account: asked for once for all requests that wait for one at the
 * same time, renewed before they expire, and again after a refusal. Where that does not help, or there
 * is none to be had, nobody is asked again before a rest, which grows.
 *
 * @param request how to send; must not throw for an HTTP status
 * @param clock milliseconds; only differences count
 */
export function createAccessTokens(
  { clientId, clientSecret, tokenUrl }: UpstreamConfig,
  request: (url: string, init: RequestInit) => Promise<Response>,
  clock: () => number = () => performance.now(),
): AccessTokens {
  let current: Token | undefined
  let scope: string | undefined
  let pending: Promise<Token> | undefined
  let lastError: TokenError | undefined
  const refusedRest = createRest(REFUSED_REST.first, REFUSED_REST.longest, clock)
  const failedRest = createRest(FAILED_REST.first, FAILED_REST.longest, clock)
  const renewals = forEachProduct(() => createRest(REFUSED_REST.first, REFUSED_REST.longest, clock))

  const ask = async (): Promise<Token> => {
    if (lastError && Math.max(refusedRest.left(), failedRest.left()) > 0) throw lastError
    const askedAt = clock()
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const response = await request(tokenUrl, { method: 'POST', body }).catch(unreachable)
    const token = response instanceof TokenError ? response : await readAnswer(response)
    if (token instanceof TokenError) {
      const seconds =
        response instanceof Response ? retryAfterSeconds(response.headers, Date.now()) : undefined
      const rest = token.status === 401 ? refusedRest : failedRest
      rest.begin((seconds ?? 0) * 1000)
      lastError = token
      throw token
    }
    refusedRest.end()
    failedRest.end()
    scope = token.scope
    const early = Math.min(RENEW_EARLY_MILLISECONDS, token.lifetime / 10)
    return { ...token, renewAt: askedAt + token.lifetime - early }
  }

  return {
    async get() {
      if (current && clock() < current.renewAt) return current.accessToken
      pending ??= ask().finally(() => {
        pending = undefined
      })
      current = await pending
      return current.accessToken
    },
    refused(accessToken, product) {
      if (current && current.accessToken !== accessToken) return true
      if (renewals[product].left() > 0) return false
      current = undefined
      return true
    },
    refusedAnew: (product) => renewals[product].begin(),
    taken: (product) => renewals[product].end(),
    scope: () => scope,
  }
}

function unreachable(error: unknown): TokenError {
  const cause = describeFailure(error, 'KORE_TOKEN_URL, and DNS')
  return new TokenError(502, `The token endpoint of KORE could not be reached: ${cause}`)
}

/** The token in an answer, or why there is none. */
async function readAnswer(response: Response): Promise<GivenToken | TokenError> {
  const { status, ok } = response
  const answer: unknown = await readBody(response, LARGEST_TOKEN_BYTES)
    .then(JSON.parse)
    .catch(() => undefined)
  if (status >= 400 && status < 500 && status !== 429) {
    const reason = fieldOf(answer, 'error')
    const shown = typeof reason === 'string' ? ` (${reason})` : ''
    const message = `KORE refused the gateway's credentials${shown}. Check KORE_CLIENT_ID and KORE_CLIENT_SECRET, or the account in ACCOUNTS.`
    return new TokenError(401, message)
  }
  const token = ok ? readTokenAnswer(answer, Date.now()) : undefined
  const none = `The token endpoint of KORE answered ${status} without a usable token.`
  return token ?? new TokenError(502, none)
}
