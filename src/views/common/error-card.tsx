import { useEffect } from 'react'
import { MessageCard } from '#components/notices/message-card.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import { describeError } from './error-words.ts'

/** The reason why there is nothing to show, and a way to ask again. */
export function ErrorCard({
  error,
  onRetry,
  retrying,
}: {
  error: UpstreamError
  onRetry: () => void
  retrying: boolean
}) {
  const { title, detail } = describeError(error)
  const signIn = { label: 'Sign in', onClick: () => window.location.reload() }
  const retry = { label: 'Try again', onClick: onRetry, busy: retrying }
  const refused = error.kind === 'productRefused'
  useRefusalsLearned(refused)
  return (
    <MessageCard
      // Nothing is broken where an account does not have a product.
      kind={refused ? 'empty' : 'error'}
      title={title}
      action={error.kind === 'signedOut' ? signIn : retry}
    >
      {detail}
    </MessageCard>
  )
}

/** Lets the navigation know what the gateway has just learned. */
function useRefusalsLearned(refused: boolean): void {
  const { refetch } = useAbout()
  useEffect(() => {
    if (refused) refetch()
  }, [refused, refetch])
}
