import { MessageCard } from '#components/message-card.tsx'
import { Page } from '#components/page.tsx'
import { PATHS } from '#url/paths.ts'

/** Where whoever has signed out ends up, and whoever could not sign in. */
export function SignedOutPage({ failed = false }: { failed?: boolean }) {
  // The gateway leads to the provider: this is no page of the app.
  const signIn = { label: 'Sign in', onClick: () => window.location.assign(PATHS.account) }
  return (
    <Page title={failed ? 'Not signed in' : 'Signed out'}>
      <MessageCard
        kind="empty"
        title={failed ? 'Signing in did not work' : 'You are signed out'}
        action={signIn}
      >
        {failed
          ? 'The page of the sign-in was left open for too long, or its answer was not for this browser. Try once more.'
          : 'Whoever uses this computer next sees nothing of your accounts. Your provider may still know you: sign out there, too, on a computer that is not yours.'}
      </MessageCard>
    </Page>
  )
}
