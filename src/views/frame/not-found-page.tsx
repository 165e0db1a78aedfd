import { Anchor } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'
import { PATHS } from '#url/paths.ts'

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation()
  return (
    <Page title="No such page">
      <MessageCard kind="empty" title="There is nothing at this address">
        <p>“{pathname}” is not a page of Roamboard.</p>
        <Anchor component={Link} to={PATHS.account}>
          Go to account usage
        </Anchor>
      </MessageCard>
    </Page>
  )
}
