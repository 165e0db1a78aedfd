import { MILLISECONDS_PER_DAY } from '../time/interval.ts'

/** How a limit is being used up. */
interface LimitUse {
  /** Bytes that may be used until `until`. */
  readonly limit: number
  /** Bytes that were used until `from`. */
  readonly used: number
  /** Bytes a day, from then on. */
  readonly pace: number
  readonly from: Date
  /** The moment at which counting begins anew. */
  readonly until: Date
}

/** @returns `from` where the limit is reached already, undefined where it will not be in time */
export function limitReachedAt({ limit, used, pace, from, until }: LimitUse): Date | undefined {
  if (used >= limit) return from
  if (pace <= 0) return undefined
  const reached = new Date(from.getTime() + ((limit - used) / pace) * MILLISECONDS_PER_DAY)
  return reached < until ? reached : undefined
}
