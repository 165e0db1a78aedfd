import { Button, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { hourStart, parseUtcHour, utcHourOf } from '#usage/time/calendar.ts'
import type { Interval } from '#usage/time/interval.ts'
import { rangeOf, type TimeRange } from '#usage/time/time-range.ts'
import classes from './range-control.module.css'

/** A range from one full hour to another, in UTC. */
export function HoursInput({
  interval,
  onChoose,
}: {
  /** What stands in the fields at first. */
  interval: Interval
  onChoose: (range: TimeRange) => void
}) {
  const [start, setStart] = useState(`${utcHourOf(interval.start)}:00`)
  const [end, setEnd] = useState(`${utcHourOf(interval.end)}:00`)
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = readHours(start, end)
    setProblem(typeof chosen === 'string' ? chosen : undefined)
    if (typeof chosen === 'object') onChoose(rangeOf(chosen))
  }
  return (
    <form onSubmit={submit} noValidate className={classes.hours}>
      <TextInput
        type="datetime-local"
        step={3600}
        label="From (UTC)"
        value={start}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        step={3600}
        label="Until (UTC)"
        value={end}
        onChange={(event) => setEnd(event.currentTarget.value)}
      />
      {problem && (
        <Text role="alert" className={classes.problem}>
          {problem}
        </Text>
      )}
      <Button type="submit" size="xs" variant="light">
        Use these hours
      </Button>
    </form>
  )
}

/** @returns the interval, or what is wrong with it */
function readHours(startText: string, endText: string): Interval | string {
  const [start, end] = [startText, endText].map((text) => parseUtcHour(text.slice(0, 13)))
  if (!start || !end) return 'Both need a day and a full hour.'
  if (![startText, endText].every((text) => text.slice(13) === ':00')) {
    return 'Full hours only, such as 06:00.'
  }
  const interval = { start: hourStart(start), end: hourStart(end) }
  return interval.start < interval.end ? interval : 'The end must come after the start.'
}
