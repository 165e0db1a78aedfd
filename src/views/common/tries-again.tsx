import { VisuallyHidden } from '@mantine/core'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { useNextTry } from '#queries/again/use-next-try.ts'
import { useTryingAgain } from '#queries/again/use-trying-again.ts'

/** Says when what failed is tried again by itself, as every query is. */
export function NextTry({ error }: { error: UpstreamError }) {
  return <Countdown seconds={useNextTry(error)} />
}

/** Tries again by itself what is no query of its own, and says when. */
export function TriesAgain({
  error,
  retrying,
  onRetry,
}: {
  error: UpstreamError
  retrying: boolean
  onRetry: () => void
}) {
  return <Countdown seconds={useTryingAgain(error, retrying, onRetry)} />
}

/** The seconds are for the eye alone: read out one by one they would drown everything else. */
function Countdown({ seconds }: { seconds: number | undefined }) {
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
