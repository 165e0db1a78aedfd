import { formatBytes, formatShare } from '#usage/words/bytes.ts'
import classes from './limit-meter.module.css'

/** How much of a limit is used: as a bar, and in numbers. */
export function LimitMeter({ bytes, limit }: { bytes: number; limit: number }) {
  const reached = bytes >= limit
  return (
    <span className={classes.meter} data-reached={reached}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, (bytes / limit) * 100)}%` }} />
      </span>
      {formatShare(bytes, limit)} of {formatBytes(limit)}
      {reached && ', reached'}
    </span>
  )
}
