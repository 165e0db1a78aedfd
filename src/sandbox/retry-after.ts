import type { Clock } from './clock.ts'

/** How `Retry-After` tells the time to wait: both forms of HTTP are to be expected (contract §5). */
export interface RetryAfterForm {
  readonly as: 'seconds' | 'date'
  /** What a date counts from: the time that the answers' `Date` tells. */
  readonly clock: Clock
}

/** The value of `Retry-After`, in whole seconds that are never too short. @param milliseconds to wait */
export function retryAfter(milliseconds: number, { as, clock }: RetryAfterForm): string {
  if (as === 'seconds') return String(Math.max(1, Math.ceil(milliseconds / 1000)))
  const end = Math.ceil((clock.now().getTime() + milliseconds) / 1000) * 1000
  return new Date(end).toUTCString()
}
