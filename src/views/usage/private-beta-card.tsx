import { Button, Group } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { isPrivateBetaRefusal, type UpstreamError } from '#kore-client/upstream-error.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'

/** Whether an account may not group by what a query groups by. */
export function isGroupRefused({ group }: UsageQuery, error: UpstreamError): boolean {
  const beta = group === 'sim' || group === 'fleet'
  return beta && isPrivateBetaRefusal(error)
}

/** Says that a grouping is not to be had, and offers those that are. */
export function PrivateBetaCard({
  query,
  onChange,
}: {
  query: UsageQuery
  onChange: (part: Partial<UsageSearch>) => void
}) {
  const name = query.group === 'sim' ? 'SIM' : 'fleet'
  return (
    <MessageCard kind="empty" title={`This account cannot group usage by ${name}`}>
      <p>
        Grouping by SIM and by fleet is a private beta of KORE that has to be unlocked for an
        account. Network and country are there for everyone; one fleet or SIM can be filtered for.
      </p>
      <Group justify="center">
        <Button variant="light" onClick={() => onChange({ group: 'network' })}>
          Group by network
        </Button>
        <Button variant="light" onClick={() => onChange({ group: 'country' })}>
          Group by country
        </Button>
      </Group>
    </MessageCard>
  )
}
