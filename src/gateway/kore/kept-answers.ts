import { LRUCache } from 'lru-cache'
import type { AnswerSource } from '../http/watch.ts'
import type { Answer } from './answer.ts'
import { type AnswerMemory, createAnswerMemory, type KeptAnswer } from './answer-memory.ts'
import { createListsReadAnew, type DurableAnswers } from './lists-read-anew.ts'
import { createRememberedAnswers, type KeptRequest } from './remembered-answers.ts'
import { withinTime } from './within-time.ts'

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
  memory = createAnswerMemory(now),
  onAnswer = () => undefined,
}: KeptAnswersOptions = {}): KeptAnswers {
  const here = createRememberedAnswers(account, memory, now)
  const underWay = new Map<string, { readonly askedAt: number; answer: Promise<KeptAnswer> }>()
  const readAnew = durable && createListsReadAnew(durable)
  /** Lists of which a kept page leads nowhere. */
  const broken = new LRUCache<string, true>({ max: MOST_BROKEN_LISTS })
  const remembered = (request: KeptRequest, settled: boolean) => {
    const known = here.find(request, settled)
    if (known) onAnswer('memory')
    return known
  }
  /** Undefined, too, where its store fails or does not tell in time. */
  const storedBody = (key: string) =>
    durable && withinTime(durable.get(key), DURABLE_MILLISECONDS).catch(() => undefined)
  const stored = async (request: KeptRequest, settled: boolean) => {
    const body = settled ? await storedBody(request.key) : undefined
    if (body === undefined) return undefined
    onAnswer('store')
    return here.keep(request, settled, { status: 200, body }, now())
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
    if (mark !== '' && isRefusal(answer) && here.leadsTo(list(), mark)) broken.set(list(), true)
    if (answer.status !== 200) return answer
    if (mark === '' && broken.size > 0) broken.delete(list())
    if (settled) keepForGood(request, answer.body, anew)
    return here.keep(request, settled, answer, askedAt)
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
      const key = `${settled ? 'settled' : 'open'} ${request.key}`
      const anew = wish || isOutdated(request, settled)
      const known = anew ? undefined : remembered(request, settled)
      if (known) return known
      const waiting = underWay.get(key)
      if (waiting) {
        onAnswer('shared')
        return { ...(await waiting.answer), age: Math.ceil((now() - waiting.askedAt) / 1000) }
      }
      const answer = askAndKeep(request, settled, ask, anew).finally(() => underWay.delete(key))
      underWay.set(key, { askedAt: now(), answer })
      return answer
    },
    clear: here.clear,
  }
}

/** Whether the upstream does not take the request, rather than the token or the pace. */
function isRefusal({ status }: Answer): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}
