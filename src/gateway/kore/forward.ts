import { createHash } from 'node:crypto'
import { PAGE_MARKS } from '#contract/kore-words.ts'
import type { Product } from '#usage/kore/products.ts'
import type { UpstreamConfig } from '../config/config.ts'
import type { Watch } from '../http/watch.ts'
import { type AccessTokens, createAccessTokens, TokenError } from './access-token.ts'
import type { AllowedRequest } from './allowed-requests.ts'
import { type Answer, gatewayAnswer } from './answer.ts'
import { createGuards, type Guards } from './guard.ts'
import {
  createKeptAnswers,
  type DurableAnswers,
  type KeptAnswer,
  type KeptRequest,
} from './kept-answers.ts'
import { askPatiently } from './patience.ts'
import { isSettledRequest } from './settled-request.ts'
import { createUpstreamClock, type UpstreamClock } from './upstream-clock.ts'

/** The way to one account at KORE. */
export interface Upstream {
  /** Tells accounts apart without naming them. */
  readonly account: string
  /**
   * The answer to a request: kept, or asked for.
   *
   * @param search the query as it came, with its question mark
   * @param anew whether no kept answer will do
   */
  get(request: AllowedRequest, search: string, anew?: boolean): Promise<KeptAnswer>
  /** What is kept of the answer, without asking anybody. */
  find(request: AllowedRequest, search: string): Promise<KeptAnswer | undefined>
  /** Forgets every kept answer. */
  forget(): void
  /** Whether a token can be had. @throws TokenError */
  ready(): Promise<void>
  readonly clock: UpstreamClock
}

const TIMEOUT_MILLISECONDS = 30_000

/** How an upstream is asked. */
interface UpstreamOptions {
  /** Milliseconds that it may take to answer. */
  readonly timeout?: number
  /** Keeps settled answers for good. */
  readonly durable?: DurableAnswers | undefined
  /** Those of all accounts; an upstream of its own has its own. */
  readonly guards?: Guards
  readonly watch?: Watch | undefined
}

/**
 * Sends allowed requests upstream with the account's token, which the browser never sees.
 * Redirects are not followed; a refused token is renewed once.
 */
export function createUpstream(
  config: UpstreamConfig,
  { timeout = TIMEOUT_MILLISECONDS, durable, guards = createGuards(), watch }: UpstreamOptions = {},
): Upstream {
  const clock = createUpstreamClock()
  const request = async (url: string, init: RequestInit) => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    clock.observe(response)
    return response
  }
  const tokens = createAccessTokens(config, async (url, init) => {
    const response = await request(url, init)
    watch?.token(response.ok)
    return response
  })
  const answers = createKeptAnswers({ durable, onAnswer: (source) => watch?.answered(source) })
  const ask = async (product: Product, url: string) => {
    const begun = performance.now()
    const answer = await getAuthorized(url, tokens, request)
      .then(readAnswer)
      .catch((error: unknown) => failure(error, timeout))
    watch?.asked(product, answer.status, Math.round(performance.now() - begun))
    return answer
  }
  return {
    account: accountOf(config),
    clock,
    forget: answers.clear,
    ready: async () => {
      await tokens.get()
    },
    find: (allowed, search) => answers.find(keptRequestOf(allowed, search, clock.now())),
    get(allowed, search, anew) {
      const { product, path } = allowed
      const url = `${config.baseUrls[product]}${path}${search}`
      return answers.get(
        keptRequestOf(allowed, search, clock.now()),
        () => askPatiently(() => guards[product](() => ask(product, url))),
        anew,
      )
    },
  }
}

function keptRequestOf(allowed: AllowedRequest, search: string, now: Date): KeptRequest {
  const { product, path } = allowed
  const parameters = new URLSearchParams(search)
  return {
    key: `${product}${path}${search}`,
    list: () => listOf(`${product}${path}`, search),
    laterPage: PAGE_MARKS.some((name) => parameters.has(name)),
    settled: isSettledRequest(allowed, parameters, now),
  }
}

/** Tells accounts apart without naming them. */
export function accountOf({ clientId }: UpstreamConfig): string {
  return createHash('sha256').update(clientId).digest('hex').slice(0, 16)
}

/** The list that a request asks a page of. */
function listOf(path: string, search: string): string {
  const parameters = new URLSearchParams(search)
  for (const name of PAGE_MARKS) parameters.delete(name)
  parameters.sort()
  return `${path}?${parameters}`
}

async function getAuthorized(
  url: string,
  tokens: AccessTokens,
  request: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Response> {
  const send = async () => {
    const accessToken = await tokens.get()
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${accessToken}`,
    }
    const response = await request(url, { headers })
    if (response.status === 401) tokens.refused(accessToken)
    return response
  }
  const response = await send()
  if (response.status !== 401) return response
  await response.body?.cancel()
  return send()
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response
  const body = await response.text()
  if (status >= 300 && status < 400) {
    return gatewayAnswer(502, 'KORE answered with a redirect, which the gateway does not follow.')
  }
  // Anything but JSON would be a foreign page on our own origin.
  if (!/\bjson\b/.test(headers.get('Content-Type') ?? '')) {
    return gatewayAnswer(502, `KORE answered ${status} with something that is not JSON.`)
  }
  if (response.ok && !isJson(body)) {
    return gatewayAnswer(502, 'The answer of KORE broke off.')
  }
  const retryAfter = headers.get('Retry-After')
  return { status, body, ...(retryAfter ? { retryAfter } : {}) }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function failure(error: unknown, timeout: number): Answer {
  if (error instanceof TokenError) return gatewayAnswer(error.status, error.message)
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return gatewayAnswer(504, `KORE did not answer within ${timeout / 1000} seconds.`)
  }
  return gatewayAnswer(502, 'The gateway could not reach KORE, or the answer broke off.')
}
