import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Answer } from './answer.ts'

/** An answer that may have been kept. */
export interface KeptAnswer extends Answer {
  /** The mark by which a browser asks whether it has changed. */
  readonly etag?: string
  /** Seconds since the upstream gave it. */
  readonly age?: number
}

/** The answers that the gateway keeps of one account, and the requests under way. */
export interface KeptAnswers {
  /**
   * The kept answer to a request, or the one that `ask` gets. Identical requests at the same time are
   * asked once. Only answers with status 200 are kept: settled ones until there is no room for them,
   * others for a short while.
   *
   * @param settled whether the answer can no longer change
   */
  get(key: string, settled: boolean, ask: () => Promise<Answer>): Promise<KeptAnswer>
  clear(): void
}

const ROOM_BYTES = 128 * 1024 * 1024
const OPEN_MILLISECONDS = 2 * 60_000

/** @param now milliseconds, of any beginning; tells how old an answer is */
export function createKeptAnswers(now: () => number = () => performance.now()): KeptAnswers {
  const kept = new LRUCache<string, KeptAnswer & { readonly givenAt: number }>({
    maxSize: ROOM_BYTES,
    perf: { now },
    sizeCalculation: ({ body }, key) => key.length + body.length + 1,
  })
  const underWay = new Map<string, Promise<KeptAnswer>>()
  const askAndKeep = async (key: string, settled: boolean, ask: () => Promise<Answer>) => {
    const answer = await ask()
    if (answer.status !== 200) return answer
    const marked = { ...answer, etag: etagOf(answer.body), givenAt: now() }
    kept.set(key, marked, settled ? {} : { ttl: OPEN_MILLISECONDS })
    return marked
  }
  return {
    async get(key, settled, ask) {
      // What was kept while it could still change is not what a settled request asks for.
      const keyOfState = `${settled ? 'settled' : 'open'} ${key}`
      const known = kept.get(keyOfState)
      if (known) return { ...known, age: Math.floor((now() - known.givenAt) / 1000) }
      const waiting = underWay.get(keyOfState)
      if (waiting) return waiting
      const asked = askAndKeep(keyOfState, settled, ask).finally(() => underWay.delete(keyOfState))
      underWay.set(keyOfState, asked)
      return asked
    },
    clear: () => kept.clear(),
  }
}

function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}
