import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

/** What a month may come to. */
export function BudgetInput({
  unit,
  value,
  onChange,
}: {
  unit: string
  /** Empty for none. */
  value: string
  onChange: (value: string) => void
}) {
  const [text, setText] = useState(value)
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amount = text.trim().replaceAll(',', '')
    const valid = amount === '' || (/^\d{1,9}(\.\d{1,2})?$/.test(amount) && Number(amount) > 0)
    setWrong(!valid)
    if (valid) onChange(amount)
  }
  return (
    <form onSubmit={submit} noValidate data-screen-only>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={`Budget of the month in ${unit}`}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={wrong && 'An amount above zero, such as 500 or 99.50.'}
        />
        <Button type="submit" variant="default">
          Set
        </Button>
      </Group>
    </form>
  )
}
