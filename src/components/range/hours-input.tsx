import { Button, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Interval } from '#usage/time/interval.ts'
import { rangeOf, type TimeRange } from '#usage/time/time-range.ts'
import { formatTypedHour, parseTypedHours, type TypedHours } from '#usage/time/typed-hours.ts'
import classes from './range-control.module.css'

/**
 * A range from one full hour to another, in UTC. The browser's own field for a moment would follow its
 * language, and say 12:00 AM.
 */
export function HoursInput({
  interval,
  onChoose,
}: {
  /** What stands in the fields at first. */
  interval: Interval
  onChoose: (range: TimeRange) => void
}) {
  const [start, setStart] = useState(formatTypedHour(interval.start))
  const [end, setEnd] = useState(formatTypedHour(interval.end))
  const [typed, setTyped] = useState<TypedHours>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = parseTypedHours(start, end)
    setTyped(read)
    if (read.kind === 'interval') onChoose(rangeOf(read.interval))
  }
  const problem = typed && describe(typed)
  return (
    <form onSubmit={submit} noValidate className={classes.hours}>
      <div className={classes.ends}>
        <TextInput
          label="From (UTC)"
          autoComplete="off"
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <TextInput
          label="Until (UTC)"
          autoComplete="off"
          value={end}
          onChange={(event) => setEnd(event.currentTarget.value)}
        />
      </div>
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

function describe(typed: TypedHours): string | undefined {
  switch (typed.kind) {
    case 'interval':
      return undefined
    case 'notUnderstood':
      return 'Both need a day and an hour, such as 2026-10-01 18:00.'
    case 'notFullHours':
      return 'Full hours only, such as 06:00.'
    case 'endsBeforeStart':
      return 'The end must come after the start.'
  }
}
