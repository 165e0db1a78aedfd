import pRetry, { AbortError } from 'p-retry'
import type { Answer } from './answer.ts'

const RETRIES = 2
const FIRST_WAIT_MILLISECONDS = 400
/** Whoever is told to wait longer is told so, instead of being kept waiting. */
const LONGEST_WAIT_SECONDS = 5

/**
 * Asks again where the upstream had a fault (5xx): after the time that it names in `Retry-After`, else
 * after longer and longer waits with some chance in them. One patience for all browsers, bounded in tries
 * and in time. The pace has a patience of its own (paced-queue.ts).
 *
 * @returns the first good answer, or the last bad one
 */
export async function askPatiently(ask: () => Promise<Answer>): Promise<Answer> {
  let last: Answer | undefined
  try {
    return await pRetry(
      async (attempt) => {
        last = await ask()
        if (!isWorthRetrying(last)) return last
        const { retryAfter = 0 } = last
        if (retryAfter > LONGEST_WAIT_SECONDS) throw new AbortError('told to wait')
        if (retryAfter > 0 && attempt <= RETRIES) await wait(retryAfter * 1000)
        throw new Error('worth another try')
      },
      { retries: RETRIES, minTimeout: FIRST_WAIT_MILLISECONDS, factor: 2, randomize: true },
    )
  } catch (error) {
    if (last) return last
    throw error
  }
}

/** A time-out has used up the patience already. */
function isWorthRetrying({ status }: Answer): boolean {
  return status >= 500 && status !== 504
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
