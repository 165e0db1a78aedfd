import { Anchor } from '@mantine/core'
import { Notice } from './notice.tsx'

/** Names the words of an address that were not understood; the view shows its default in their place. */
export function SearchProblemsNotice({
  problems,
  onRemove,
}: {
  problems: readonly { readonly name: string; readonly word: string; readonly expected: string }[]
  onRemove: () => void
}) {
  if (problems.length === 0) return null
  return (
    <Notice
      kind="warning"
      label="Address not understood"
      title="Part of the address was not understood, so its default is shown."
    >
      {problems.map(({ name, word, expected }) => (
        <div key={name}>
          “{name}={word}”: expected {expected}.
        </div>
      ))}
      <Anchor component="button" type="button" size="sm" onClick={onRemove}>
        Remove it from the address
      </Anchor>
    </Notice>
  )
}
