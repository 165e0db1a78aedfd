import { setTimeout as wait } from 'node:timers/promises'
import { gatewayAnswer } from '../kore/answer.ts'
import type { KeptAnswer } from '../kore/answer-memory.ts'
import { withinTime } from '../kore/within-time.ts'

/** The answers that browsers wait for, none of them for too long. */
export interface HeldAnswers {
  /**
   * The answer to a question, or after a while the word to come again for it: what stands between a
   * browser and the gateway may cut off what takes long. The question goes on meanwhile, in its place in
   * the queue, and whoever comes again soon gets its answer, whatever it is.
   *
   * @param key tells questions apart
   */
  answer(key: string, ask: () => Promise<KeptAnswer>): Promise<KeptAnswer>
}

const HOLD_MILLISECONDS = 10_000
/** An answer that nobody has come for is let go after as long. */
const PICKED_UP_WITHIN_MILLISECONDS = 30_000

/** Accepted and not answered yet (RFC 9110, 15.3.3). */
const COME_AGAIN: KeptAnswer = {
  ...gatewayAnswer(202, 'The question waits for its turn at KORE.'),
  retryAfter: 1,
}

/** @param hold for how long a browser waits at most, in milliseconds */
export function createHeldAnswers(hold = HOLD_MILLISECONDS): HeldAnswers {
  const held = new Map<string, Promise<KeptAnswer>>()
  const letGo = (key: string, answer: Promise<KeptAnswer>) => {
    if (held.get(key) === answer) held.delete(key)
  }
  return {
    async answer(key, ask) {
      const known = held.get(key)
      const answered = known ?? ask()
      const first = await withinTime(answered, hold)
      if (first) {
        letGo(key, answered)
        return first
      }
      if (!known) {
        held.set(key, answered)
        const later = () => wait(PICKED_UP_WITHIN_MILLISECONDS, undefined, { ref: false })
        answered.then(later, () => undefined).finally(() => letGo(key, answered))
      }
      return COME_AGAIN
    },
  }
}
