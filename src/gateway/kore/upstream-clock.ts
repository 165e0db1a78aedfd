/** The upstream's time, learnt from the `Date` of its answers, which lateness counts by. */
export interface UpstreamClock {
  observe(response: Response): void
  now(): Date
}

/** @param ownNow this machine's clock, used alone until the upstream has answered once */
export function createUpstreamClock(ownNow: () => number = Date.now): UpstreamClock {
  let ahead = 0
  return {
    observe(response) {
      const date = Date.parse(response.headers.get('Date') ?? '')
      if (!Number.isNaN(date)) ahead = date - ownNow()
    },
    now: () => new Date(ownNow() + ahead),
  }
}
