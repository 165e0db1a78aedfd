import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import type { Account } from '#queries/gateway/about.ts'
import { describeError } from './error-words.ts'

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
  if (failures.length === 0) return null
  const nameOf = (account: string) => known.find(({ id }) => id === account)?.name ?? account
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
