import { WHOLE } from '#usage/question/usage-record.ts'
import type { UsedLimit } from '#usage/sims/data-limit.ts'
import { formatBytes, formatShare } from '#usage/words/bytes.ts'
import { LIMITED_PARTS } from '#usage/words/limit-words.ts'
import classes from './limit-meter.module.css'

/** How much of a limit is used, and of which part it is: as a bar, and in numbers. */
export function LimitMeter({ limit: { part, bytes }, used }: UsedLimit) {
  const reached = used >= bytes
  return (
    <span className={classes.meter} data-reached={reached}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, (used / bytes) * 100)}%` }} />
      </span>
      {formatShare(used, bytes)} of {formatBytes(bytes)}
      {part !== WHOLE && ` ${LIMITED_PARTS[part]}`}
    </span>
  )
}
