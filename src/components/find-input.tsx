import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

/** Finds something in a list, letter by letter. */
export function FindInput({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  /** What is searched. */
  description: string
  value: string
  onChange: (text: string) => void
}) {
  return (
    <TextInput
      label={label}
      description={description}
      size="md"
      maw={520}
      type="search"
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
