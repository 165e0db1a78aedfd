import { Button } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { formatRange, isAbsolute } from '#usage/words/range-names.ts'
import type { ButtonHandlers } from '../use-first-use.ts'
import classes from './range-control.module.css'

export interface RangeControlProps {
  readonly range: TimeRange
  /** What the range means now. */
  readonly interval: Interval
  /** Whether it means no one interval, so that no dates stand beside its name. */
  readonly undated?: boolean
  /** The oldest moment that can be asked for, and the present. */
  readonly oldest: Date
  readonly now: Date
  readonly onChange: (range: TimeRange) => void
}

/** A range by its name and its dates, to be clicked for another. */
export function RangeButton({
  range,
  interval,
  undated = false,
  ...handlers
}: Pick<RangeControlProps, 'range' | 'interval' | 'undated'> & ButtonHandlers) {
  const dates = undated ? undefined : `${formatInterval(interval)} UTC`
  return (
    <Button
      {...handlers}
      variant="default"
      size="sm"
      px={10}
      data-first-stop
      className={classes.target}
      leftSection={<IconCalendar size={18} stroke={1.6} aria-hidden />}
      aria-label={['Range: ', formatRange(range), dates && `, ${dates}`].join('')}
      aria-haspopup="dialog"
    >
      <span className={classes.name}>
        {isAbsolute(range) ? formatInterval(interval) : formatRange(range)}
      </span>
      <span className={classes.dates}>{isAbsolute(range) ? 'UTC' : dates}</span>
    </Button>
  )
}
