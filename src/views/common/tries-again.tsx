import { VisuallyHidden } from '@mantine/core'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { useTryingAgain } from '#queries/again/use-trying-again.ts'

/**
 * Tries again by itself what failed, and says when. The seconds are for the eye alone: read out one by
 * one they would drown everything else.
 */
export function TriesAgain({
  error,
  retrying,
  onRetry,
}: {
  error: UpstreamError
  retrying: boolean
  onRetry: () => void
}) {
  const seconds = useTryingAgain(error, retrying, onRetry)
  if (seconds === undefined) return null
  return (
    <small>
      <span aria-hidden>{describeNextTry(seconds)}</span>
      <VisuallyHidden>Tries again by itself.</VisuallyHidden>
    </small>
  )
}

function describeNextTry(seconds: number): string {
  return seconds < 100
    ? `Tries again in ${seconds} s.`
    : `Tries again in ${Math.round(seconds / 60)} min.`
}
