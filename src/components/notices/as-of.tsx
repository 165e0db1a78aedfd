import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { formatMoment } from '#usage/time/moment.ts'
import { ChoiceControl } from '../choice-control.tsx'
import classes from './as-of.module.css'

/** When what may still change was read, and how it is read again: by hand, or by itself. */
export function AsOf<R extends string>({
  readAt,
  busy,
  onRefresh,
  refresh,
  choices,
  onChange,
}: {
  /** Undefined where nothing shown can still change. */
  readAt: Date | undefined
  busy: boolean
  onRefresh: () => void
  refresh: R
  choices: readonly { readonly value: R; readonly label: string }[]
  onChange: (refresh: R) => void
}) {
  if (!readAt) return null
  return (
    <div className={classes.line}>
      <span className={classes.moment}>As of {formatMoment(readAt)}</span>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={onRefresh}
        loading={busy}
      >
        Refresh
      </Button>
      <ChoiceControl label="By itself" value={refresh} choices={choices} onChange={onChange} />
    </div>
  )
}
