import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

/** Finds something in a list, letter by letter. */
export function FindInput({
  label,
  description,
  value,
  onChange,
  compact = false,
}: {
  label: string
  /** What is searched. */
  description: string
  value: string
  onChange: (text: string) => void
  /** Whether it stands in a row with others: what it is for stands in it. */
  compact?: boolean
}) {
  return (
    <TextInput
      {...(compact
        ? {
            'aria-label': label,
            placeholder: `${label}, ${description.charAt(0).toLowerCase()}${description.slice(1)}`,
            flex: '1 1 260px',
          }
        : { label, description, size: 'md' })}
      maw={520}
      type="search"
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
