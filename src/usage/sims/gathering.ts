/** How many SIMs are asked for at once: a browser has six connections, and what is in sight needs some. */
export const GATHERED_AT_ONCE = 4

/**
 * More requests than these are made only on somebody's word. At a second for each, and four at once, they
 * take a bit more than a minute.
 */
export const MOST_UNASKED = 300

/** The same of a list of SIMs, which is there for what each of them used, and shows those in sight first. */
export const MOST_UNASKED_IN_LIST = 1_000

/** Milliseconds that a request is taken to last as long as none was measured. */
const EXPECTED_REQUEST = 1_000

/** For how many milliseconds so many requests are expected to keep KORE busy. */
export function expectedDuration(requests: number): number {
  return Math.ceil(requests / GATHERED_AT_ONCE) * EXPECTED_REQUEST
}

/** Of as much as this, in milliseconds, the pace is told: what was before may have been another. */
const PACE_WINDOW = 30_000
/** In less time, in milliseconds, a pace is chance. */
const SHORTEST_MEASURE = 2_000

/** How many answers had come in at some moments of the last half minute, oldest first. */
export type Pace = readonly { readonly at: number; readonly done: number }[]

/** Adds to a pace how many answers had come in at a moment. @param at in milliseconds */
export function markPace(pace: Pace, done: number, at: number): Pace {
  return [...pace.filter((mark) => mark.at >= at - PACE_WINDOW), { at, done }]
}

/**
 * How long so many answers will take at a pace.
 *
 * @returns milliseconds; undefined while the pace is not known
 */
export function timeLeft(pace: Pace, left: number): number | undefined {
  const [first, last] = [pace[0], pace.at(-1)]
  if (!first || !last) return undefined
  const [duration, done] = [last.at - first.at, last.done - first.done]
  return duration >= SHORTEST_MEASURE && done > 0 ? (left * duration) / done : undefined
}

/** Of at most so many it can be missing what a part did, for the rest to tell of all. */
const MOST_MISSING = 0.05

/**
 * Whether SIMs that were read tell of all that were asked: what a part of a fleet used most is not what the
 * fleet used most. A few that cannot be read do not keep back the rest.
 *
 * @param read how many were read, of those that could be
 */
export function tellsOfAll(read: number, unreadable: number, asked: number): boolean {
  return read + unreadable >= asked && unreadable <= asked * MOST_MISSING
}
