import { MessageCard } from '#components/notices/message-card.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { describeError, type ErrorWords } from './error-words.ts'
import { TriesAgain } from './tries-again.tsx'

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
  return (
    <MessageCard
      kind="error"
      title={words.title}
      action={error.kind === 'signedOut' ? signIn : retry}
      below={<TriesAgain {...{ error, retrying, onRetry }} />}
    >
      {words.detail}
    </MessageCard>
  )
}
