import { ActionIcon } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { formatMoment } from '#usage/time/moment.ts'
import classes from './as-of.module.css'

/** When what may still change was read, and the way to read it again. */
export function AsOf({
  readAt,
  busy,
  onRefresh,
}: {
  /** Undefined where nothing shown can still change. */
  readAt: Date | undefined
  busy: boolean
  onRefresh: () => void
}) {
  if (!readAt) return null
  const words = `As of ${formatMoment(readAt)}`
  return (
    <div className={classes.line}>
      <span className={classes.moment}>{words}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label="Refresh"
        title={`${words}. Refresh`}
        onClick={onRefresh}
        loading={busy}
      >
        <IconRefresh size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
