import type { Answer } from '#gateway/kore/answer.ts'

/** What an API with a rate limit answers to a request at a moment, in milliseconds. */
export type Limiter = (now: number) => Answer

export const GOOD: Answer = { status: 200, body: '{}' }
/** A plea for patience. @param retryAfter seconds */
export const refusal = (retryAfter?: number): Answer => ({
  status: 429,
  body: '{}',
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

/** So many in any window of time; a refusal tells when the next may come, in whole seconds, or nothing. */
export function sliding(most: () => number, window: number, tells = true): Limiter {
  let answered: number[] = []
  return (now) => {
    answered = answered.filter((at) => at > now - window)
    const [oldest] = answered
    if (oldest !== undefined && answered.length >= most()) {
      return tells ? refusal(Math.ceil((oldest + window - now) / 1000)) : refusal()
    }
    answered.push(now)
    return GOOD
  }
}

/** So many in each minute, which begins anew for all. */
export function byMinute(most: number): Limiter {
  let [minute, count] = [0, 0]
  return (now) => {
    const current = Math.floor(now / 60_000)
    if (current !== minute) [minute, count] = [current, 0]
    if (count >= most) return refusal(Math.ceil(((minute + 1) * 60_000 - now) / 1000))
    count += 1
    return GOOD
  }
}

/** A bucket that holds `size` and is filled again evenly. */
export function bucket(perSecond: number, size: number): Limiter {
  let [there, at] = [size, 0]
  return (now) => {
    there = Math.min(size, there + ((now - at) * perSecond) / 1000)
    at = now
    if (there < 1) return refusal(Math.ceil((1 - there) / perSecond))
    there -= 1
    return GOOD
  }
}
