import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { ChoiceSelect } from '#components/choice-select.tsx'
import { monthWord } from '#url/report-search.ts'
import { keptStart, RETENTION_MONTHS } from '#usage/kore/retention.ts'
import { monthsBefore } from '#usage/time/calendar.ts'
import { startOfUtcMonth } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { nameMonth } from '#usage/words/report/report-words.ts'
import classes from './report.module.css'

/** Chooses the month of a report: one step at a time, or any that KORE still keeps. */
export function MonthControl({
  month,
  now,
  onChange,
}: {
  month: Interval
  now: Date
  onChange: (month: string) => void
}) {
  const running = startOfUtcMonth(now)
  const kept = Array.from({ length: RETENTION_MONTHS + 1 }, (_, back) =>
    monthsBefore(running, back),
  )
  // One that is named by the address is there, too.
  const isListed = kept.some((start) => start.getTime() === month.start.getTime())
  const months = isListed ? kept : [month.start, ...kept]
  const earlier = monthsBefore(month.start, 1)
  const later = month.end
  return (
    <div className={classes.controls} data-screen-only>
      <Step
        name={`Earlier: ${nameOf(earlier)}`}
        disabled={earlier < keptStart(now)}
        onClick={() => onChange(monthWord(earlier))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </Step>
      <ChoiceSelect
        label="Month"
        value={monthWord(month.start)}
        choices={months.map((start) => ({ value: monthWord(start), label: nameOf(start) }))}
        onChange={onChange}
      />
      <Step
        name={`Later: ${nameOf(later)}`}
        disabled={later > now}
        onClick={() => onChange(monthWord(later))}
      >
        <IconChevronRight size={18} aria-hidden />
      </Step>
    </div>
  )
}

function nameOf(start: Date): string {
  return nameMonth({ start, end: monthsBefore(start, -1) })
}

function Step({
  name,
  disabled,
  onClick,
  children,
}: {
  name: string
  disabled: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}
