import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '#components/notices/notice.tsx'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { mostHopeful } from '#queries/again/rests.ts'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { NextTry } from './tries-again.tsx'

/** What is missing beside what is there, a way to load it, and when that is done by itself. */
export function MissingNotice({
  label,
  title,
  action,
  errors,
  retrying,
  onRetry,
  children,
}: {
  label: string
  title: string
  /** What the button says. */
  action: string
  /** Why each missing part is; nothing is told where there is none. */
  errors: readonly UpstreamError[]
  retrying: boolean
  onRetry: () => void
  children?: ReactNode
}) {
  const error = useHeldError(mostHopeful(errors), retrying)
  if (!error) return null
  return (
    <Notice
      kind="warning"
      label={label}
      title={errors.length > 0 ? title : 'Loading what is missing…'}
    >
      {children}
      <Button mt={6} size="compact-sm" variant="light" onClick={onRetry} loading={retrying}>
        {action}
      </Button>{' '}
      <NextTry error={error} />
    </Notice>
  )
}
