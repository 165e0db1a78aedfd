import { Button, Group, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { TimeRange } from '#usage/time/time-range.ts'
import { parseTypedRange, type TypedRange } from '#usage/time/typed-range.ts'
import { formatRange, longestRelative } from '#usage/words/range-names.ts'
import classes from './range-control.module.css'
import type { TypedText } from './typed-text.ts'

/** A range typed as people say it; what cannot be understood is answered with what can. */
export function RangeInput({
  typed: { text, entered },
  onType,
  onChoose,
}: {
  typed: TypedText
  /** Also when it is entered: whoever holds what was typed chooses what it means. */
  onType: (typed: TypedText) => void
  onChoose: (range: TimeRange) => void
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onType({ text, entered: true })
  }
  const answer = entered ? parseTypedRange(text) : undefined
  const repaired = answer && 'repaired' in answer ? answer.repaired : undefined
  return (
    <form onSubmit={submit} className={classes.typed}>
      <TextInput
        label="Type a range"
        description="last 6 weeks, now-36h, 2026-10-01 to 2026-10-15, 2026-10-01 06:00 to 2026-10-01 18:00"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        // Whoever has begun to type goes on; on a telephone nobody else wants its keyboard.
        {...(text === '' ? {} : { 'data-autofocus': true })}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(text.length, text.length)}
        onChange={(event) => onType({ text: event.currentTarget.value, entered: false })}
        error={answer && describe(answer)}
      />
      <Group gap="xs" mt={8}>
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          Apply
        </Button>
        {repaired && (
          <Button size="xs" variant="light" onClick={() => onChoose(repaired)}>
            Use {formatRange(repaired)}
          </Button>
        )}
      </Group>
    </form>
  )
}

function describe(answer: TypedRange): string | undefined {
  switch (answer.kind) {
    case 'range':
      return undefined
    case 'notUnderstood':
      return 'Not understood. Try “last 6 weeks”, “36h”, “yesterday”, “Oct 2026”, or two days or full hours with “to” between them.'
    case 'endsBeforeStart':
      return 'The end lies before the start.'
    case 'notFullHours':
      return 'Usage is told by the full hour.'
    case 'tooLong':
      return `Too long: ${longestRelative(answer.unit)}.`
  }
}
