import { Button, Group } from '@mantine/core'
import { Outlet } from 'react-router'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import { useAccount } from '#url/use-account.ts'
import { UNVERIFIED_EMAIL } from '#usage/words/unverified-email.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'

/** Lets nobody further before it is known which accounts they may see and which they mean. */
export function AccountGate() {
  const about = useAbout()
  const { known, chosen } = useChosenAccounts()
  const error = useHeldFailure(about)
  if (about.data && chosen.length > 0) return <Outlet />
  return (
    <Page title="Usage">
      {about.isPending && !error && <UsageSkeleton />}
      {error && (
        <ErrorCard error={error} onRetry={() => about.refetch()} retrying={about.isFetching} />
      )}
      {about.data && (known.length === 0 ? <NoAccounts /> : <UnknownAccount />)}
    </Page>
  )
}

function NoAccounts() {
  const person = useAbout().data?.person
  return (
    <MessageCard kind="empty" title="No account is open to you">
      {person?.email ? `You have signed in as ${person.email}. ` : ''}Whoever runs this dashboard
      can open an account to your group or to your e-mail domain.
      {person && !person.emailVerified && ` ${UNVERIFIED_EMAIL}`}
    </MessageCard>
  )
}

function UnknownAccount() {
  const [word, choose] = useAccount()
  const { known } = useChosenAccounts()
  return (
    <MessageCard kind="empty" title={`There is no account “${word}” for you`}>
      <p>It may have another name now, or it is not open to you. These are:</p>
      <Group justify="center">
        {known.map(({ id, name }) => (
          <Button key={id} variant="light" onClick={() => choose(id)}>
            {name}
          </Button>
        ))}
      </Group>
    </MessageCard>
  )
}
