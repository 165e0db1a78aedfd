import PQueue from 'p-queue'
import { type Answer, gatewayAnswer } from './answer.ts'
import { createPace, type Sent } from './pace.ts'

/** How urgent a request is, as RFC 9218 counts it: 0 before 7. */
export type Urgency = number

/** What has no urgency of its own has this one (RFC 9218, 4.1). */
const USUAL_URGENCY: Urgency = 3

/** How requests of one account go to one API, and how many wait. */
export interface QueueState {
  /** Requests a second; undefined while no limit is known. */
  readonly perSecond: number | undefined
  readonly waiting: number
}

/** The requests of one account to one API, in order, at the pace that it takes them. */
interface PacedQueue {
  /**
   * Sends a request in its turn, and again for as long as the API asks for patience and others, or this
   * one, get through in between.
   */
  run(ask: () => Promise<Answer>, urgency?: Urgency): Promise<Answer>
  state(): QueueState
}

interface PacedQueueOptions {
  /** Milliseconds of nothing but pleas for patience after which they are handed on. */
  readonly patience?: number
  /** How many may wait; half as many of what is less urgent than usual. */
  readonly room?: number
  /** Milliseconds of any beginning. */
  readonly now?: () => number
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

const PATIENCE_MILLISECONDS = 90_000
const ROOM = 400
/** Whoever is asked to wait longer, in milliseconds, is told so at once. */
const LONGEST_PAUSE = 60_000
/** The wait for a turn looks up after as long: the pace may have changed meanwhile. */
const LOOK_UP_MILLISECONDS = 1_000

/** Makes the queue of one account and one API; what waits here holds up nobody else. */
export function createPacedQueue({
  patience = PATIENCE_MILLISECONDS,
  room = ROOM,
  now = () => performance.now(),
  wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}: PacedQueueOptions = {}): PacedQueue {
  const pace = createPace()
  const turns = new PQueue({ concurrency: 1 })
  let underWay = 0
  /** Tells the one whose turn it is that a request has come back. */
  let tellReturned = () => {}
  let refusedSince: number | undefined
  let givenUpAt = Number.NEGATIVE_INFINITY

  /** Waits until a request may go. @returns whether it may at all */
  const takeTurn = async (since: number): Promise<boolean> => {
    while (since > givenUpAt) {
      const left = pace.waitFor(now(), underWay)
      if (left === 0) return true
      await (left === Number.POSITIVE_INFINITY
        ? new Promise<void>((resolve) => {
            tellReturned = resolve
          })
        : wait(Math.min(left, LOOK_UP_MILLISECONDS)))
    }
    return false
  }

  const send = async (ask: () => Promise<Answer>): Promise<{ answer: Answer; again: boolean }> => {
    const sent = pace.sent(now())
    underWay += 1
    try {
      const answer = await ask()
      return { answer, again: learn(answer, sent) }
    } finally {
      // Only now: whoever goes next knows what this one has learned.
      underWay -= 1
      tellReturned()
    }
  }

  /** Learns from an answer. @returns whether it is to be asked for again */
  const learn = (answer: Answer, sent: Sent): boolean => {
    const retryAfter = answer.retryAfter === undefined ? undefined : answer.retryAfter * 1000
    if (answer.status !== 429) {
      refusedSince = undefined
      if (!answer.ill) pace.accepted(sent)
      else if (retryAfter !== undefined) pace.pause(now(), retryAfter)
      return false
    }
    pace.refused(sent, now(), retryAfter)
    refusedSince ??= now()
    const again = (retryAfter ?? 0) <= LONGEST_PAUSE && now() - refusedSince < patience
    if (!again) givenUpAt = now()
    return again
  }

  return {
    state: () => ({ perSecond: pace.perSecond(), waiting: turns.size + turns.pending }),
    async run(ask, urgency = USUAL_URGENCY) {
      if (turns.size >= (urgency > USUAL_URGENCY ? room / 2 : room)) return FULL
      const since = now()
      for (let tries = 0; ; tries += 1) {
        const left = pace.waitFor(now(), 0)
        if (left > LONGEST_PAUSE) return busy(Math.ceil(left / 1000))
        // Within its urgency, what has waited once waits no longer than it must.
        const priority = (tries > 0 ? 0.5 : 0) - urgency
        const turn = async () => ((await takeTurn(since)) ? { sent: send(ask) } : undefined)
        const taken = await turns.add(turn, { priority })
        const { answer, again } = (await taken?.sent) ?? { answer: busy(), again: false }
        // Without a time to come back at: whoever asks is not to be kept waiting any longer.
        if (!again) return answer.status === 429 && !isLong(answer) ? busy() : answer
      }
    },
  }
}

function isLong({ retryAfter = 0 }: Answer): boolean {
  return retryAfter * 1000 > LONGEST_PAUSE
}

/** What is told where patience has come to its end. @param retryAfter seconds */
function busy(retryAfter?: number): Answer {
  const answer = gatewayAnswer(429, 'KORE answers nothing but that too much is asked at once.')
  return { ...answer, ...(retryAfter === undefined ? {} : { retryAfter }) }
}

/** Whoever comes again soon may find room. */
const FULL: Answer = {
  ...gatewayAnswer(429, 'Too many requests are waiting for KORE already.'),
  retryAfter: 5,
}
