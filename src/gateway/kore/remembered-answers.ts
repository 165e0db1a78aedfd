import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Answer } from './answer.ts'
import type { AnswerMemory, KeptAnswer } from './answer-memory.ts'
import { nextPageMark } from './list-page.ts'

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

/** The answers of one account in the memory that all accounts share. */
interface RememberedAnswers {
  /** Keeps an answer: a settled one until there is no room for it, another for a short while. */
  keep(request: KeptRequest, settled: boolean, answer: Answer, askedAt: number): KeptAnswer
  find(request: KeptRequest, settled: boolean): KeptAnswer | undefined
  /** Whether a page of a list names a mark as that of its next page. */
  leadsTo(list: string, mark: string): boolean
  clear(): void
}

const OPEN_MILLISECONDS = 2 * 60_000

/** @param now milliseconds, of any beginning; tells how old an answer is */
export function createRememberedAnswers(
  account: string,
  memory: AnswerMemory,
  now: () => number,
): RememberedAnswers {
  /** What was kept while it could still change is not what a settled request asks for. */
  const keyOf = ({ key }: KeptRequest, settled: boolean) =>
    `${account} ${settled ? 'settled' : 'open'} ${key}`
  const own = () => [...memory.entries()].filter(([, entry]) => entry.account === account)
  return {
    keep(request, settled, answer, askedAt) {
      const marked = { ...answer, etag: etagOf(answer.body), gzipped: gzippedOnce(answer.body) }
      const entry = { ...marked, account, list: request.list(), askedAt }
      memory.set(keyOf(request, settled), entry, settled ? {} : { ttl: OPEN_MILLISECONDS })
      return marked
    },
    find(request, settled) {
      const known = memory.get(keyOf(request, settled))
      if (!known) return undefined
      const { list: _, account: __, askedAt, ...answer } = known
      return { ...answer, age: Math.ceil((now() - askedAt) / 1000) }
    },
    leadsTo: (list, mark) =>
      own().some(([, entry]) => entry.list === list && nextPageMark(entry.body) === mark),
    clear() {
      for (const [key] of own()) memory.delete(key)
    },
  }
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
