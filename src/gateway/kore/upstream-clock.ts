/** The upstream's time, learnt from the `Date` of its answers, which lateness counts by. */
export interface UpstreamClock {
  observe(response: Response): void
  now(): Date
  /** The moment that this machine's clock and the upstream's have both reached: what was settled then, is. */
  reached(): Date
}

/** Clocks that are no further apart tell the same time. */
const SAME_MILLISECONDS = 5 * 60_000
/** So many answers in a row must tell of a jump before it is believed. */
const WITNESSES = 3

/**
 * A `Date` that jumps is believed once several answers in a row agree on it, or at once where this
 * machine's clock tells the same. Between answers time goes on by a clock that nobody sets.
 *
 * @param ownNow this machine's clock, used alone until the upstream has answered once
 * @param elapsed milliseconds of any beginning
 */
export function createUpstreamClock(
  ownNow: () => number = Date.now,
  elapsed: () => number = () => performance.now(),
): UpstreamClock {
  let ahead: number | undefined
  let rumour: { readonly ahead: number; readonly witnesses: number } | undefined
  const now = () => (ahead === undefined ? ownNow() : elapsed() + ahead)
  const isSame = (one: number, other: number) => Math.abs(one - other) <= SAME_MILLISECONDS
  return {
    observe(response) {
      const date = Date.parse(response.headers.get('Date') ?? '')
      if (Number.isNaN(date)) return
      const told = date - elapsed()
      const witnesses = rumour && isSame(rumour.ahead, told) ? rumour.witnesses + 1 : 1
      const isBelieved =
        ahead === undefined ||
        isSame(date, now()) ||
        isSame(date, ownNow()) ||
        witnesses >= WITNESSES
      rumour = isBelieved ? undefined : { ahead: told, witnesses }
      if (isBelieved) ahead = told
    },
    now: () => new Date(now()),
    reached: () => new Date(Math.min(now(), ownNow())),
  }
}
