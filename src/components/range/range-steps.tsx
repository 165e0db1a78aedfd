import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconZoomOut } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { shiftRange, zoomOutRange } from '#usage/question/move-range.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { formatRange } from '#usage/words/range-names.ts'
import classes from './range-control.module.css'

/** Goes to the range before and after, and to a wider one. What stands between is the range itself. */
export function RangeSteps({
  range,
  interval,
  now,
  onChange,
  children,
}: {
  range: TimeRange
  interval: Interval
  now: Date
  onChange: (range: TimeRange) => void
  children: ReactNode
}) {
  return (
    <div className={classes.steps}>
      <Step
        name="Earlier"
        range={shiftRange(interval, 'earlier', now, range)}
        none="KORE keeps nothing earlier"
        onChange={onChange}
      >
        <IconChevronLeft size={18} aria-hidden />
      </Step>
      {children}
      <Step
        name="Later"
        range={shiftRange(interval, 'later', now, range)}
        none="What comes later has not begun"
        onChange={onChange}
      >
        <IconChevronRight size={18} aria-hidden />
      </Step>
      <Step
        name="Zoom out"
        range={zoomOutRange(interval, now)}
        none="This is all that KORE keeps"
        onChange={onChange}
      >
        <IconZoomOut size={18} stroke={1.6} aria-hidden />
      </Step>
    </div>
  )
}

function Step({
  name,
  range,
  none,
  onChange,
  children,
}: {
  name: string
  range: TimeRange | undefined
  /** Why there is no such range. */
  none: string
  onChange: (range: TimeRange) => void
  children: ReactNode
}) {
  const label = `${name}: ${range ? formatRange(range) : none}`
  return (
    <ActionIcon
      variant="default"
      size="lg"
      className={classes.step}
      aria-label={label}
      title={label}
      disabled={!range}
      onClick={() => range && onChange(range)}
    >
      {children}
    </ActionIcon>
  )
}
