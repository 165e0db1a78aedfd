import type { UpstreamError } from '#kore-client/upstream-error.ts'
import type { Account } from '#queries/gateway/about.ts'
import { describeError } from './error-words.ts'
import { MissingNotice } from './missing-notice.tsx'

/** Which of several accounts could not be read, and why. */
export function AccountFailures({
  known,
  failures,
  fetching,
  onRetry,
}: {
  known: readonly Account[]
  failures: readonly { readonly account: string; readonly error: UpstreamError }[]
  fetching: boolean
  onRetry: () => void
}) {
  const nameOf = (account: string) => known.find(({ id }) => id === account)?.name ?? account
  return (
    <MissingNotice
      label="Missing accounts"
      title={`${failures.length === 1 ? 'One account' : `${failures.length} accounts`} could not be loaded.`}
      action="Load what is missing"
      errors={failures.map(({ error }) => error)}
      retrying={fetching}
      onRetry={onRetry}
    >
      {failures.map(({ account, error }) => (
        <div key={account}>
          {nameOf(account)}: {describeError(error).title}.
        </div>
      ))}
    </MissingNotice>
  )
}
