import classes from './status-badge.module.css'

const KINDS: Readonly<Record<string, string>> = {
  active: 'good',
  new: 'coming',
  ready: 'coming',
  scheduled: 'coming',
  updating: 'coming',
}

/** A SIM's status, in the API's own word. */
export function StatusBadge({ status }: { status: string }) {
  return (
    <span className={classes.badge} data-kind={KINDS[status] ?? 'off'}>
      {status}
    </span>
  )
}
