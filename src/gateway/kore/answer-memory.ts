import { LRUCache } from 'lru-cache'
import type { Answer } from './answer.ts'

/** An answer that may have been kept. */
export interface KeptAnswer extends Answer {
  /** The mark by which a browser asks whether it has changed. */
  readonly etag?: string
  /** Seconds since the upstream gave it, at the most: since it was asked for. */
  readonly age?: number
  /** The body after gzip, which is done once however many browsers take it. */
  readonly gzipped?: () => Promise<Uint8Array<ArrayBuffer>>
}

/** A kept answer, and what it is of. */
export interface Entry extends KeptAnswer {
  /** Tells accounts apart. */
  readonly account: string
  readonly list: string
  readonly askedAt: number
}

/** Answers in memory: of all accounts together, so that more of them take no more room. */
export type AnswerMemory = LRUCache<string, Entry>

const ROOM_BYTES = 128 * 1024 * 1024

/** What a body takes after gzip, at the very most: usage comes to an eighth. */
const SHARE_OF_GZIPPED = 0.25

/** @param now milliseconds, of any beginning; tells how old an answer is */
export function createAnswerMemory(now: () => number = () => performance.now()): AnswerMemory {
  return new LRUCache<string, Entry>({
    maxSize: ROOM_BYTES,
    perf: { now },
    sizeCalculation: ({ body }, key) =>
      key.length + Math.ceil(body.length * (1 + SHARE_OF_GZIPPED)) + 1,
  })
}
