import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import type { Account } from '#queries/gateway/about.ts'
import { describeError } from './error-words.ts'

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
    <Notice
      kind="warning"
      label="Missing accounts"
      title={`${failures.length === 1 ? 'One account' : `${failures.length} accounts`} could not be loaded.`}
    >
      {failures.map(({ account, error }) => (
        <div key={account}>
          {nameOf(account)}: {describeError(error).title}.
        </div>
      ))}
      <Button mt={6} size="compact-sm" variant="light" onClick={onRetry} loading={fetching}>
        Load what is missing
      </Button>
    </Notice>
  )
}
