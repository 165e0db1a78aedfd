import { createHash } from 'node:crypto'
import type { ProductRefusal } from '#contract/about.ts'
import { WHOLE_PRODUCT_FIELD } from '#contract/gateway-paths.ts'
import { PAGE_MARKS } from '#contract/kore-words.ts'
import { forEachProduct, PRODUCTS, type Product } from '#usage/kore/products.ts'
import type { UpstreamConfig } from '../config/config.ts'
import { describeFailure } from '../config/failure-cause.ts'
import type { Watch } from '../http/watch.ts'
import { createAccessTokens } from './access-token.ts'
import type { AllowedRequest } from './allowed-requests.ts'
import { type Answer, gatewayAnswer } from './answer.ts'
import type { AnswerMemory, KeptAnswer } from './answer-memory.ts'
import { askAuthorized } from './authorized-request.ts'
import { createGuard } from './guard.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { pageMarkOf } from './list-page.ts'
import type { DurableAnswers } from './lists-read-anew.ts'
import { createPacedQueue, type QueueState, type Urgency } from './paced-queue.ts'
import { askPatiently } from './patience.ts'
import { createProductAccess, type ProductAccess } from './product-access.ts'
import type { KeptRequest } from './remembered-answers.ts'
import { isSettledRequest } from './settled-request.ts'
import { messageOf } from './token-refusal.ts'
import { createUpstreamClock, type UpstreamClock } from './upstream-clock.ts'

/** How a browser wants to be answered. */
export interface Wish {
  /** Whether no kept answer will do. */
  readonly anew?: boolean
  /** What goes before what. */
  readonly urgency?: Urgency | undefined
}

/** The way to one account at KORE. */
export interface Upstream {
  /** Tells accounts apart without naming them. */
  readonly account: string
  /**
   * The answer to a request: kept, or asked for in its turn.
   *
   * @param search the query as it came, with its question mark
   */
  get(request: AllowedRequest, search: string, wish?: Wish): Promise<KeptAnswer>
  /** What is kept of the answer, without asking anybody. */
  find(request: AllowedRequest, search: string): Promise<KeptAnswer | undefined>
  /** Forgets every kept answer. */
  forget(): void
  /** Whether a token can be had; nobody is asked for one during a rest. @throws TokenError */
  ready(): Promise<void>
  /** The products that the account's credentials do not open, as far as that is known. */
  refusals(): ProductRefusal[]
  /** At what pace a product's API is asked. */
  queue(product: Product): QueueState
  readonly clock: UpstreamClock
}

const TIMEOUT_MILLISECONDS = 30_000

/** A question that whoever may read anything of a product may ask. */
const LEAST_QUESTION = '/v1/Sims?PageSize=1'

/** How an upstream is asked. */
interface UpstreamOptions {
  /** What the account is called in the log. */
  readonly name?: string
  /** Milliseconds that it may take to answer. */
  readonly timeout?: number
  /** Milliseconds that an API is left alone for where it is ill. */
  readonly rest?: number | undefined
  /** Milliseconds of nothing but pleas for patience that are borne. */
  readonly patience?: number | undefined
  /** Keeps settled answers for good. */
  readonly durable?: DurableAnswers | undefined
  readonly watch?: Watch | undefined
  /** Where answers are kept that all accounts share the room of. */
  readonly memory?: AnswerMemory | undefined
}

/** Makes the way to one account: a token, a pace and a guard for each API, and what is kept of it. */
export function createUpstream(
  config: UpstreamConfig,
  {
    name = '',
    timeout = TIMEOUT_MILLISECONDS,
    rest,
    patience,
    durable,
    watch,
    memory,
  }: UpstreamOptions = {},
): Upstream {
  const clock = createUpstreamClock()
  const request = async (url: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(timeout)
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
    clock.observe(response)
    return response
  }
  const tokens = createAccessTokens(config, async (url, init) => {
    try {
      const response = await request(url, init)
      watch?.token(name, response.status)
      return response
    } catch (error) {
      watch?.token(name, 502, describeFailure(error, 'KORE_TOKEN_URL, and DNS'))
      throw error
    }
  })
  const access = createProductAccess(tokens.scope, () => performance.now())
  const answers = createKeptAnswers({
    account: accountOf(config),
    memory,
    durable,
    onAnswer: (source) => watch?.answered(source),
  })
  const lanes = forEachProduct(() => ({
    guard: createGuard(rest),
    queue: createPacedQueue(patience === undefined ? {} : { patience }),
  }))
  const ask = async (product: Product, url: string) => {
    const begun = performance.now()
    const answer = await askAuthorized(product, url, { tokens, access, request, timeout })
    const cause = answer.ill ? messageOf(answer) : undefined
    watch?.asked(name, product, answer.status, Math.round(performance.now() - begun), cause)
    return answer
  }
  const send = (product: Product, pathAndSearch: string, urgency?: Urgency) => {
    const { guard, queue } = lanes[product]
    const url = `${config.baseUrls[product]}${pathAndSearch}`
    return askPatiently(() => queue.run(() => guard(() => ask(product, url)), urgency))
  }
  const isProductRefused = createProductProbe(access, send)
  return {
    account: accountOf(config),
    clock,
    forget: answers.clear,
    refusals: access.refusals,
    queue: (product) => lanes[product].queue.state(),
    ready: async () => {
      await tokens.get()
    },
    find: (allowed, search) => answers.find(keptRequestOf(allowed, search, clock)),
    get(allowed, search, { anew, urgency } = {}) {
      const { product, path } = allowed
      const asked = async () => {
        const answer = await send(product, path + search, urgency)
        return (await isProductRefused(product, answer)) ? tellRefusal(product, answer) : answer
      }
      return answers.get(keptRequestOf(allowed, search, clock), asked, anew)
    },
  }
}

/** Tells whether a refusal is that of the whole product: then whatever is asked of it is refused. */
function createProductProbe(
  access: ProductAccess,
  send: (product: Product, pathAndSearch: string) => Promise<Answer>,
) {
  const probes = new Map<Product, Promise<Answer>>()
  return async (product: Product, answer: Answer): Promise<boolean> => {
    if (answer.status !== 403 || access.worksLately(product)) return false
    if (access.isRefused(product)) return true
    const probe =
      probes.get(product) ?? send(product, LEAST_QUESTION).finally(() => probes.delete(product))
    probes.set(product, probe)
    if ((await probe).status !== 403) return false
    access.refused(product, 'forbidden', messageOf(answer))
    return true
  }
}

function tellRefusal(product: Product, answer: Answer): Answer {
  const message = `KORE does not let this account read ${PRODUCTS[product].name}: ${messageOf(answer)}`
  return gatewayAnswer(403, message, { [WHOLE_PRODUCT_FIELD]: product })
}

function keptRequestOf(allowed: AllowedRequest, search: string, clock: UpstreamClock): KeptRequest {
  const { product, path } = allowed
  const parameters = new URLSearchParams(search)
  return {
    key: `${product}${path}${search}`,
    list: () => listOf(`${product}${path}`, search),
    mark: pageMarkOf(parameters),
    settled: () => isSettledRequest(allowed, parameters, clock.reached()),
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
