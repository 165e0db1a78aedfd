import { useEffect } from 'react'
import { MessageCard } from '#components/notices/message-card.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import { describeError, type ErrorWords } from './error-words.ts'
import { NextTry } from './tries-again.tsx'

/** The reason why there is nothing to show, a way to ask again, and when that is done by itself. */
export function ErrorCard({
  error,
  words = describeError(error),
  onRetry,
  retrying,
}: {
  error: UpstreamError
  /** What it means here, where that is not what it means everywhere. */
  words?: ErrorWords
  onRetry: () => void
  retrying: boolean
}) {
  const signIn = { label: 'Sign in', onClick: () => window.location.reload() }
  const retry = { label: 'Try again', onClick: onRetry, busy: retrying }
  const refused = error.kind === 'productRefused'
  useRefusalsLearned(refused)
  return (
    <MessageCard
      // Nothing is broken where an account does not have a product.
      kind={refused ? 'empty' : 'error'}
      title={words.title}
      action={error.kind === 'signedOut' ? signIn : retry}
      below={<NextTry error={error} />}
    >
      {words.detail}
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
