import { Badge } from '@mantine/core'

const COLOURS: Readonly<Record<string, string>> = {
  active: 'green',
  new: 'blue',
  ready: 'blue',
  scheduled: 'blue',
  updating: 'blue',
}

/** A SIM's status, in the API's own word. */
export function StatusBadge({ status }: { status: string }) {
  return (
    <Badge
      variant="dot"
      color={COLOURS[status] ?? 'gray'}
      radius="sm"
      tt="none"
      fw={500}
      miw="max-content"
    >
      {status}
    </Badge>
  )
}
