import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useAbout } from '#queries/gateway/about.ts'

/** Says that a session is over while its page is still open, and what stands there may be old. */
export function SignedOutNotice() {
  const { error, data } = useAbout()
  if (!data || !error || upstreamErrorOf(error).kind !== 'signedOut') return null
  return (
    <Notice kind="warning" label="Signed out" title="Your session is over.">
      What you see is from before. Sign in again to go on where you are.
      <Button mt={6} size="compact-sm" variant="light" onClick={() => window.location.reload()}>
        Sign in
      </Button>
    </Notice>
  )
}
