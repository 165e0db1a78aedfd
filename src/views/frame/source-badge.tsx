import { Badge } from '@mantine/core'
import { useAbout } from '#queries/gateway/about.ts'

/** Says so whenever the numbers are not a real account's. */
export function SourceBadge() {
  const { data } = useAbout()
  if (data?.source !== 'sandbox') return null
  return (
    <Badge
      variant="outline"
      color="gray"
      radius="sm"
      tt="none"
      title="These numbers are made up: no account is set."
    >
      Sandbox
    </Badge>
  )
}
