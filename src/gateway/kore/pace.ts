/** A request that has been sent. */
export interface Sent {
  readonly at: number
  /** Whether the pace alone had held it back. */
  readonly held: boolean
}

/**
 * How many requests an API takes of an account, learned from its refusals, as KORE publishes no limit.
 * All times are milliseconds of one clock.
 */
interface Pace {
  /** Milliseconds until the next request may go; infinite until one that is under way has come back. */
  waitFor(now: number, underWay: number): number
  sent(now: number): Sent
  /** The API has answered, whatever it said. */
  accepted(sent: Sent): void
  /** The API has asked for patience. @param retryAfter milliseconds that it names */
  refused(sent: Sent, now: number, retryAfter?: number): void
  /** Nothing goes for as long. */
  pause(now: number, milliseconds: number): void
  /** Requests a second; undefined while no limit is known. */
  perSecond(): number | undefined
}

/** So many are under way at once, at most. */
const MOST_AT_ONCE = 16
/** And so many while nothing is known of what the API takes. */
const FIRST_AT_ONCE = 2
/** The very first go one by one: the least limits are told by one of them, and not by two. */
const FIRST_ALONE = 6
/**
 * Then as many as this share of what went well: should a limit come up, all that is under way may be
 * refused, and that must not be much of the whole.
 */
const SHARE_AT_ONCE = 0.05
/**
 * What a refusal costs, in good answers: only with as many at hand may a rate be tried that nothing is known
 * of. So at most one in as many is refused in the long run, and two of a few dozen.
 */
const PRICE = 30

/** A refusal that nobody had reckoned with brings the rate down to this share of it. */
const DOWN = 0.8
/** What was taken lately, or just before it was too much, is a little more than what may be: for chance on the way. */
const BELOW_MEASURED = 0.9
const BELOW_REFUSED = 0.9
/** In as many steps, one for each good answer, the rate comes back to where it was refused. */
const STEPS_UP = 30
/** Beyond that it grows by this share with each: the limit is no longer what it was. */
const FASTER = 1.02
const LEAST_PER_SECOND = 0.05
/** Above this nothing is held back that the answers would not hold back themselves. */
const NO_LIMIT_PER_SECOND = 200

/** For how long is waited where the API does not say; longer and longer. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000

/** What was taken lately is measured over each of these times; the limit may be one of any of them. */
const MEASURED_OVER = [1_000, 10_000, 60_000]

interface Limit {
  /** Requests a second. */
  readonly rate: number
  /** From where the rate grows, and where it was refused. */
  readonly from: number
  readonly ceiling: number
  /** How often it has grown since. */
  readonly steps: number
}

/**
 * The rule of the pace: additive up, multiplicative down, as TCP has it (RFC 5681), and faster up once
 * the rate that was refused last is refused no more (the idea of CUBIC, RFC 9438). It goes up only as often
 * as good answers have paid for the refusal that it may meet.
 */
export function createPace(): Pace {
  let limit: Limit | undefined
  let good = 0
  let credit = 0
  let refusalsInARow = 0
  let nextAt = Number.NEGATIVE_INFINITY
  let pausedUntil = Number.NEGATIVE_INFINITY
  let cutAt = Number.NEGATIVE_INFINITY
  let taken: number[] = []
  const pause = (now: number, milliseconds: number) => {
    pausedUntil = Math.max(pausedUntil, now + milliseconds)
  }
  return {
    pause,
    perSecond: () => limit?.rate,
    waitFor(now, underWay) {
      const most = limit ? MOST_AT_ONCE : atOnce(good)
      if (underWay >= most) return Number.POSITIVE_INFINITY
      return Math.max(0, pausedUntil - now, limit ? nextAt - now : 0)
    },
    sent(now) {
      const gap = limit ? 1000 / limit.rate : 0
      // Whoever comes right after its time was held back by the pace, and by nothing else.
      const held = limit !== undefined && now - nextAt < gap / 2
      nextAt = now + gap
      return { at: now, held }
    },
    accepted({ at, held }) {
      good += 1
      credit = Math.min(credit + 1, PRICE)
      refusalsInARow = 0
      taken.push(at)
      if (taken.length > 2 * KEPT_TIMES) taken = taken.slice(-KEPT_TIMES)
      if (limit && held && at > cutAt && credit >= PRICE) limit = stepUp(limit)
    },
    refused({ at }, now, retryAfter) {
      const told = retryAfter ?? Math.min(FIRST_PAUSE * 2 ** refusalsInARow, LONGEST_PAUSE)
      pause(now, told)
      const tried = credit >= PRICE
      credit -= PRICE
      // What was sent together is refused together, and brings the rate down once.
      if (at <= cutAt) return
      cutAt = now
      good = 0
      refusalsInARow += 1
      // Whoever may come again after a time may come once in that time.
      const measured = Math.max(measure(taken, now, told), 1000 / Math.max(told, 1000))
      const ceiling = limit?.rate ?? measured
      const rate = Math.max(lowered(limit?.rate, measured, tried), LEAST_PER_SECOND)
      // A first refusal tells less: what was taken until then is but the least that may be.
      const steps = limit ? 0 : STEPS_UP
      limit = { rate, from: rate, ceiling: Math.max(ceiling, rate), steps }
      nextAt = Math.max(pausedUntil, now + 1000 / rate)
    },
  }
}

/** As many moments are remembered as one minute of the highest rate could have; older ones go. */
const KEPT_TIMES = 6_000

function atOnce(good: number): number {
  if (good < FIRST_ALONE) return 1
  return Math.min(MOST_AT_ONCE, Math.max(FIRST_AT_ONCE, Math.floor(good * SHARE_AT_ONCE)))
}

/**
 * Requests a second after a refusal.
 *
 * @param refused at which rate; undefined where none was held
 * @param tried whether that was a rate which nothing was known of: then the one just below it is good
 */
function lowered(refused: number | undefined, measured: number, tried: boolean): number {
  if (refused === undefined) return measured * DOWN
  const below = measured * BELOW_MEASURED
  return tried ? refused * BELOW_REFUSED : Math.max(refused / 2, Math.min(refused * DOWN, below))
}

function stepUp({ from, ceiling, steps: before }: Limit): Limit | undefined {
  const steps = before + 1
  const rate =
    steps <= STEPS_UP
      ? from + ((ceiling - from) * steps) / STEPS_UP
      : ceiling * FASTER ** (steps - STEPS_UP)
  return rate > NO_LIMIT_PER_SECOND ? undefined : { rate, from, ceiling, steps }
}

/**
 * Requests a second that were taken lately, the time counted in for which nothing more is.
 *
 * @param taken when they were sent
 * @param pause milliseconds
 */
function measure(taken: readonly number[], now: number, pause: number): number {
  const rates = MEASURED_OVER.map((span) => {
    const within = taken.filter((at) => at > now - span)
    const since = now - (within[0] ?? now)
    return (within.length * 1000) / Math.max(span, since + pause)
  })
  return Math.max(...rates)
}
