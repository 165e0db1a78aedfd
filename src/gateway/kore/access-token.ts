import type { UpstreamConfig } from '../config/config.ts'

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
  /** @throws TokenError */
  get(): Promise<string>
  /** Says that the upstream refused a token, so that the next `get` asks for a new one. */
  refused(accessToken: string): void
}

/** Renewed this long before it expires, so that none expires under way. */
const RENEW_EARLY_MILLISECONDS = 60_000

interface Token {
  readonly accessToken: string
  readonly renewAt: number
}

/**
 * Client-credentials tokens of one account: asked for once for all requests that wait for one at the
 * same time, renewed before they expire, and again after a refusal.
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
  let pending: Promise<Token> | undefined

  const ask = async () => {
    const askedAt = clock()
    const response = await send()
    const lifetime = response.expiresIn * 1000
    const early = Math.min(RENEW_EARLY_MILLISECONDS, lifetime / 10)
    return {
      accessToken: response.accessToken,
      renewAt: askedAt + lifetime - early,
    }
  }

  const send = async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    let response: Response
    try {
      response = await request(tokenUrl, { method: 'POST', body })
    } catch {
      throw new TokenError(502, 'The token endpoint of KORE could not be reached.')
    }
    return parseAnswer(response)
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
    refused(accessToken) {
      if (current?.accessToken === accessToken) current = undefined
    },
  }
}

async function parseAnswer(
  response: Response,
): Promise<{ accessToken: string; expiresIn: number }> {
  const answer: unknown = await response.json().catch(() => undefined)
  const field = (name: string): unknown =>
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
  if (response.status >= 400 && response.status < 500 && response.status !== 429) {
    const reason = typeof field('error') === 'string' ? ` (${field('error')})` : ''
    throw new TokenError(
      401,
      `KORE refused the gateway's credentials${reason}. Check KORE_CLIENT_ID and KORE_CLIENT_SECRET, or the account in ACCOUNTS.`,
    )
  }
  const accessToken = field('access_token')
  const expiresIn = Number(field('expires_in'))
  if (!response.ok || typeof accessToken !== 'string' || !(expiresIn > 0)) {
    throw new TokenError(
      502,
      `The token endpoint of KORE answered ${response.status} without a usable token.`,
    )
  }
  return { accessToken, expiresIn }
}
