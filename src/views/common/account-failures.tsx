import { Notice } from '#components/notices/notice.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import type { Account } from '#queries/gateway/about.ts'
import { describeError } from './error-words.ts'
import { MissingNotice } from './missing-notice.tsx'

interface Failure {
  readonly account: string
  readonly error: UpstreamError
}

/** Which of several accounts could not be read, and why; what an account does not have is no fault. */
export function AccountFailures({
  known,
  failures: all,
  fetching,
  onRetry,
}: {
  known: readonly Account[]
  failures: readonly Failure[]
  fetching: boolean
  onRetry: () => void
}) {
  const nameOf = (account: string) => known.find(({ id }) => id === account)?.name ?? account
  const failures = all.filter(({ error }) => error.kind !== 'productRefused')
  return (
    <>
      {all.map(
        ({ account, error }) =>
          error.kind === 'productRefused' && (
            <Notice
              key={`${account} ${error.message}`}
              kind="info"
              label="Not open"
              title={`${nameOf(account)}: ${error.message}`}
            />
          ),
      )}
      {failures.length > 0 && <Missing {...{ failures, nameOf, fetching, onRetry }} />}
    </>
  )
}

function Missing({
  failures,
  nameOf,
  fetching,
  onRetry,
}: {
  failures: readonly Failure[]
  nameOf: (account: string) => string
  fetching: boolean
  onRetry: () => void
}) {
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
