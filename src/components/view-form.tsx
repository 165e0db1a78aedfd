import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'

/** What a saved view is called, by whom, and why. */
export interface ViewTexts {
  readonly name: string
  readonly description: string
  readonly owner: string
}

/** The texts of a saved view, to be filled in. */
export function ViewForm({
  texts,
  owned = false,
  saveLabel,
  busy,
  problem,
  onSave,
  children,
}: {
  /** What stands in the fields at first. */
  texts: ViewTexts
  /** Whether it is known whose the view is, so that nobody has to say so. */
  owned?: boolean
  /** What the button says for a name. */
  saveLabel: (name: string) => string
  busy: boolean
  /** Why it could not be saved. */
  problem?: string | undefined
  onSave: (texts: ViewTexts) => void
  /** More to choose, before the button. */
  children?: ReactNode
}) {
  const [name, setName] = useState(texts.name)
  const [description, setDescription] = useState(texts.description)
  const [owner, setOwner] = useState(texts.owner)
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const trimmed = { name: name.trim(), description: description.trim(), owner: owner.trim() }
    setMissing(trimmed.name === '')
    if (trimmed.name !== '') onSave(trimmed)
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label="Name"
        required
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={missing && name.trim() === '' ? 'A view needs a name.' : undefined}
      />
      <Textarea
        label="Description"
        mt="sm"
        autosize
        minRows={2}
        maxLength={500}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      {!owned && (
        <TextInput
          label="Owner"
          description="Who looks after this view"
          mt="sm"
          maxLength={100}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
      )}
      {children}
      {problem && (
        <p role="alert" style={{ color: 'var(--mantine-color-error)' }}>
          {problem}
        </p>
      )}
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={busy}>
          {saveLabel(name.trim())}
        </Button>
      </Group>
    </form>
  )
}
