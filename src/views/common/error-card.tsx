import { MessageCard } from '#components/notices/message-card.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
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
  return (
    <MessageCard kind="error" title={title} action={error.kind === 'signedOut' ? signIn : retry}>
      {detail}
    </MessageCard>
  )
}
