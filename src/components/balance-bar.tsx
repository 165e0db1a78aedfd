import type { Flow } from '#usage/question/usage-record.ts'
import { formatBytes, formatShare } from '#usage/words/bytes.ts'
import classes from './balance-bar.module.css'

/** How much of some data went which way: as a bar, and in numbers. */
export function BalanceBar({ data: { total, download, upload } }: { data: Flow }) {
  if (total === 0) return '–'
  return (
    <div className={classes.balance}>
      <div className={classes.bar} aria-hidden>
        <span style={{ flexGrow: download }} />
        <span style={{ flexGrow: upload }} />
      </div>
      <div className={classes.words}>
        <span title={formatBytes(download)}>↓ {formatShare(download, total)} download</span>
        <span title={formatBytes(upload)}>↑ {formatShare(upload, total)} upload</span>
      </div>
    </div>
  )
}
