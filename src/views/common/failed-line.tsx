import type { ReactNode } from 'react'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { describeError } from './error-words.ts'
import { NextTry } from './tries-again.tsx'

/** Why a small part of a page is not there, and when it is tried again by itself. */
export function FailedLine({
  error,
  children,
}: {
  error: UpstreamError
  /** What is not there. */
  children: ReactNode
}) {
  return (
    <p role="alert">
      {describeError(error).title}: {children} <NextTry error={error} />
    </p>
  )
}
