import { WHOLE } from '#usage/question/usage-record.ts'
import type { UsedLimit } from '#usage/sims/data-limit.ts'
import type { LimitReach } from '#usage/sims/limit-reach.ts'
import { formatBytes, formatShare } from '#usage/words/bytes.ts'
import { describeReach, describeReachRange } from '#usage/words/forecast-words.ts'
import { LIMITED_PARTS } from '#usage/words/limit-words.ts'
import classes from './limit-meter.module.css'

/**
 * How much of a limit is used, and of which part it is: as a bar, and in numbers. The bar's lighter part is
 * what is expected by the end of the month, of which its title tells more.
 */
export function LimitMeter({
  limit: { part, bytes },
  used,
  reach,
}: UsedLimit & {
  /** Undefined where the SIM's days are not known. */
  readonly reach?: LimitReach | undefined
}) {
  const reached = used >= bytes
  const expected = reach && 'expected' in reach ? reach.expected : used
  const range = reach && describeReachRange(reach)
  return (
    <span
      className={classes.meter}
      data-reached={reached}
      title={reach && !reached ? `${describeReach(reach)}${range && `: ${range}`}` : undefined}
    >
      <span className={classes.bar} aria-hidden>
        <span className={classes.expected} style={{ width: shareOf(expected, bytes) }} />
        <span style={{ width: shareOf(used, bytes) }} />
      </span>
      {formatShare(used, bytes)} of {formatBytes(bytes)}
      {part !== WHOLE && ` ${LIMITED_PARTS[part]}`}
    </span>
  )
}

function shareOf(used: number, bytes: number): string {
  return `${Math.min(100, (used / bytes) * 100)}%`
}
