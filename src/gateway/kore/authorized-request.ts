import { WHOLE_PRODUCT_FIELD } from '#contract/gateway-paths.ts'
import { retryAfterSeconds } from '#contract/retry-after.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import { describeFailure } from '../config/failure-cause.ts'
import { type AccessTokens, TokenError } from './access-token.ts'
import { type Answer, gatewayAnswer } from './answer.ts'
import type { ProductAccess } from './product-access.ts'
import { readBody, TooLarge } from './read-body.ts'
import { messageOf, refusesToken } from './token-refusal.ts'

/** What names where KORE is. */
const SETTINGS = 'KORE_PROGRAMMABLE_WIRELESS_URL or KORE_SUPER_SIM_URL, and DNS'

/** What a request goes with. */
interface AuthorizedRequests {
  readonly tokens: AccessTokens
  readonly access: ProductAccess
  /** Sends it; throws where no answer comes. */
  readonly request: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds that an answer may take, for words. */
  readonly timeout: number
}

/**
 * Asks one API with the account's token, which the browser never sees. A refused token is renewed once
 * and the question repeated; only the refusal of the new one is told, and as what it is. Redirects are
 * not followed.
 *
 * @returns an answer in any case: the gateway's own where the upstream has none that can be handed on
 */
export async function askAuthorized(
  product: Product,
  url: string,
  { tokens, access, request, timeout }: AuthorizedRequests,
): Promise<Answer> {
  const send = async (accessToken: string): Promise<Answer> => {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${accessToken}` }
    try {
      return await readAnswer(await request(url, { headers }))
    } catch (error) {
      return failure(error, timeout)
    }
  }
  try {
    const accessToken = await tokens.get()
    let answer = await send(accessToken)
    if (refusesToken(answer)) {
      if (!tokens.refused(accessToken, product)) return tellRefusal(product, answer, access)
      answer = await send(await tokens.get())
      if (refusesToken(answer)) {
        tokens.refusedAnew(product)
        return tellRefusal(product, answer, access)
      }
    }
    if (isAnswered(answer)) {
      tokens.taken(product)
      access.worked(product)
    }
    return answer
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    return { ...gatewayAnswer(error.status, error.message), unasked: true }
  }
}

/** Whether the API has dealt with the question, whatever it thinks of it. */
function isAnswered({ status, ill }: Answer): boolean {
  return !ill && (status < 300 || status === 400 || status === 404)
}

function tellRefusal(product: Product, answer: Answer, access: ProductAccess): Answer {
  const said = messageOf(answer)
  access.refused(product, 'token', said)
  const message = `KORE takes no token of this account for ${PRODUCTS[product].name}, though it gives new ones${said && `: ${said}`}.`
  return gatewayAnswer(401, message, { [WHOLE_PRODUCT_FIELD]: product })
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status, ok, headers } = response
  const body = await readBody(response)
  const retryAfter = retryAfterSeconds(headers, Date.now())
  const asked = retryAfter === undefined ? {} : { retryAfter }
  const state = { ...(status >= 500 ? { ill: true } : {}), ...asked }
  if (status >= 300 && status < 400) {
    return gatewayAnswer(502, 'KORE answered with a redirect, which the gateway does not follow.')
  }
  // Anything but JSON would be a foreign page on our own origin.
  if (!/\bjson\b/.test(headers.get('Content-Type') ?? '')) {
    // What these two mean, they mean whatever comes with them.
    const told = status === 401 || status === 429 ? status : 502
    const message = `KORE answered ${status} with something that is not JSON.`
    return { ...gatewayAnswer(told, message), ...state }
  }
  if (ok && !isJson(body)) return gatewayAnswer(502, 'The answer of KORE broke off.')
  return { status, body, ...state }
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
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const message = `KORE did not answer within ${timeout / 1000} seconds.`
    return { ...gatewayAnswer(504, message), ill: true }
  }
  if (error instanceof TooLarge) return gatewayAnswer(502, error.message)
  const message = `The gateway could not reach KORE, or the answer broke off: ${describeFailure(error, SETTINGS)}`
  return { ...gatewayAnswer(502, message), ill: true }
}
