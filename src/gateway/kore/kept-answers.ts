import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { AnswerSource } from '../http/watch.ts'
import type { Answer } from './answer.ts'
import { type AnswerMemory, createAnswerMemory, type KeptAnswer } from './answer-memory.ts'
import { nextPageMark } from './list-page.ts'
import { createListsReadAnew, type DurableAnswers } from './lists-read-anew.ts'
import { withinTime } from './within-time.ts'

/** A request as far as keeping its answer goes. */
export interface KeptRequest {
  /** Tells requests of an account apart. */
  readonly key: string
  /** What all pages of one list share; only an answer that is new has to be told by it. */
  readonly list: () => string
  /** Tells the pages of a list apart; empty for the first. */
  readonly mark: string
  /** Whether the answer can no longer change, as far as the clocks are known when it is asked. */
  readonly settled: () => boolean
}

/** The answers that the gateway keeps of one account, and the requests under way. */
interface KeptAnswers {
  /**
   * The kept answer to a request, or the one that `ask` gets. Identical requests at the same time are
   * asked once. Only answers with status 200 are kept: settled ones until there is no room for them,
   * others for a short while. A list is read anew, beside what is kept of it, where the mark of a page
   * is refused that a kept page names: it may have expired. What else is refused says nothing of it.
   *
   * @param anew whether no kept answer will do
   */
  get(request: KeptRequest, ask: () => Promise<Answer>, anew?: boolean): Promise<KeptAnswer>
  /** What is kept of a settled request, here or for good; nobody else is asked. */
  find(request: KeptRequest): Promise<KeptAnswer | undefined>
  clear(): void
}

const MOST_BROKEN_LISTS = 1000

const OPEN_MILLISECONDS = 2 * 60_000

/** Whoever waits for an answer does not wait longer than this to learn whether it is kept for good. */
const DURABLE_MILLISECONDS = 5_000

interface KeptAnswersOptions {
  /** Tells the account from others that share the memory. */
  readonly account?: string
  /** Where answers are kept; a memory of its own without. */
  readonly memory?: AnswerMemory | undefined
  /** Keeps settled answers for good; where it fails, the upstream is asked instead. */
  readonly durable?: DurableAnswers | undefined
  /** Milliseconds, of any beginning; tells how old an answer is. */
  readonly now?: () => number
  /** Is told where each answer came from. */
  readonly onAnswer?: (source: AnswerSource) => void
}

export function createKeptAnswers({
  account = '',
  durable,
  now = () => performance.now(),
  memory: kept = createAnswerMemory(now),
  onAnswer = () => undefined,
}: KeptAnswersOptions = {}): KeptAnswers {
  /** What was kept while it could still change is not what a settled request asks for. */
  const keyOfState = ({ key }: KeptRequest, settled: boolean) =>
    `${account} ${settled ? 'settled' : 'open'} ${key}`
  const underWay = new Map<string, { readonly askedAt: number; answer: Promise<KeptAnswer> }>()
  const readAnew = durable && createListsReadAnew(durable)
  /** Lists of which a kept page leads nowhere. */
  const broken = new LRUCache<string, true>({ max: MOST_BROKEN_LISTS })
  const ageOf = (askedAt: number) => Math.ceil((now() - askedAt) / 1000)
  const keep = (request: KeptRequest, settled: boolean, answer: Answer, askedAt: number) => {
    const marked = { ...answer, etag: etagOf(answer.body), gzipped: gzippedOnce(answer.body) }
    const entry = { ...marked, account, list: request.list(), askedAt }
    kept.set(keyOfState(request, settled), entry, settled ? {} : { ttl: OPEN_MILLISECONDS })
    return marked
  }
  const ownEntries = () => [...kept.entries()].filter(([, entry]) => entry.account === account)
  const leadsTo = (list: string, mark: string) =>
    ownEntries().some(([, entry]) => entry.list === list && nextPageMark(entry.body) === mark)
  const remembered = (request: KeptRequest, settled: boolean): KeptAnswer | undefined => {
    const known = kept.get(keyOfState(request, settled))
    if (!known) return undefined
    onAnswer('memory')
    const { list: _, account: __, askedAt, ...answer } = known
    return { ...answer, age: ageOf(askedAt) }
  }
  /** Undefined, too, where its store fails or does not tell in time. */
  const storedBody = (key: string) =>
    durable && withinTime(durable.get(key), DURABLE_MILLISECONDS).catch(() => undefined)
  const stored = async (request: KeptRequest, settled: boolean) => {
    const body = settled ? await storedBody(request.key) : undefined
    if (body === undefined) return undefined
    onAnswer('store')
    return keep(request, settled, { status: 200, body }, now())
  }
  /** Nobody waits until it is kept for good, and nobody loses anything where it cannot be. */
  const keepForGood = ({ key, list, mark }: KeptRequest, body: string, anew: boolean) => {
    const page = { request: key, list: list(), mark, body }
    const done = anew ? readAnew?.add(page) : durable?.put(key, page.list, body)
    done?.catch(() => undefined)
  }
  const askAndKeep = async (
    request: KeptRequest,
    wasSettled: boolean,
    ask: () => Promise<Answer>,
    anew: boolean,
  ): Promise<KeptAnswer> => {
    const { list, mark } = request
    const known = anew ? undefined : await stored(request, wasSettled)
    if (known) return known
    const askedAt = now()
    const answer = await ask()
    onAnswer('upstream')
    // The answer itself may have told that it is earlier than this machine believed.
    const settled = wasSettled && request.settled()
    if (mark !== '' && isRefusal(answer) && leadsTo(list(), mark)) broken.set(list(), true)
    if (answer.status !== 200) return answer
    if (mark === '' && broken.size > 0) broken.delete(list())
    if (settled) keepForGood(request, answer.body, anew)
    return keep(request, settled, answer, askedAt)
  }
  /** Whether what is kept will not do: the list leads nowhere, or is being read anew already. */
  const isOutdated = ({ list, mark }: KeptRequest, settled: boolean) =>
    mark === ''
      ? broken.size > 0 && broken.has(list())
      : settled && readAnew?.goesOn(list(), mark) === true
  return {
    find: async (request) => {
      const settled = request.settled()
      return remembered(request, settled) ?? stored(request, settled)
    },
    async get(request, ask, wish = false) {
      const settled = request.settled()
      const key = keyOfState(request, settled)
      const anew = wish || isOutdated(request, settled)
      const known = anew ? undefined : remembered(request, settled)
      if (known) return known
      const waiting = underWay.get(key)
      if (waiting) {
        onAnswer('shared')
        return { ...(await waiting.answer), age: ageOf(waiting.askedAt) }
      }
      const answer = askAndKeep(request, settled, ask, anew).finally(() => underWay.delete(key))
      underWay.set(key, { askedAt: now(), answer })
      return answer
    },
    clear: () => {
      for (const [key] of ownEntries()) kept.delete(key)
    },
  }
}

/** Whether the upstream does not take the request, rather than the token or the pace. */
function isRefusal({ status }: Answer): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}

const compress = promisify(gzip)

function gzippedOnce(body: string): () => Promise<Uint8Array<ArrayBuffer>> {
  let compressed: Promise<Uint8Array<ArrayBuffer>> | undefined
  return () => {
    compressed ??= compress(body)
    return compressed
  }
}

function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}
