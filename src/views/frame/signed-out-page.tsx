import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'
import { PATHS } from '#url/paths.ts'
import { signInFailedSearch } from '#url/sign-in-failed-search.ts'
import { useSearch } from '#url/use-search.ts'
import { SIGN_IN_FAULTS } from '#usage/words/sign-in-faults.ts'

/** The gateway leads to the provider: this is no page of the app. */
const SIGN_IN = { label: 'Sign in', onClick: () => window.location.assign(PATHS.account) }

/** Where whoever has signed out ends up. */
export function SignedOutPage() {
  return (
    <Page title="Signed out">
      <MessageCard kind="empty" title="You are signed out" action={SIGN_IN}>
        Whoever uses this computer next sees nothing of your accounts. Your provider may still know
        you: sign out there, too, on a computer that is not yours.
      </MessageCard>
    </Page>
  )
}

/** Where whoever could not sign in ends up. */
export function SignInFailedPage() {
  const { reason } = useSearch(signInFailedSearch).search
  return (
    <Page title="Not signed in">
      <MessageCard kind="empty" title="Signing in did not work" action={SIGN_IN}>
        {reason === 'unknown' ? 'Try once more.' : SIGN_IN_FAULTS[reason]}
      </MessageCard>
    </Page>
  )
}
