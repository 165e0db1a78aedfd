import { useState } from 'react'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'

/**
 * Why something failed, and that for as long as it is tried again: what tells of it then stays in its
 * place, and is not told anew each time.
 */
export function useHeldError(
  error: UpstreamError | undefined,
  retrying: boolean,
): UpstreamError | undefined {
  const [held, setHeld] = useState(error)
  const shown = error ?? (retrying ? held : undefined)
  if (JSON.stringify(shown) !== JSON.stringify(held)) setHeld(shown)
  return shown
}

/** Why a query has no answer, held like that; undefined where it has one, or has not failed yet. */
export function useHeldFailure({
  data,
  error,
  isFetching,
}: {
  readonly data: unknown
  readonly error: Error | null
  readonly isFetching: boolean
}): UpstreamError | undefined {
  const failed = error !== null && data === undefined
  return useHeldError(failed ? upstreamErrorOf(error) : undefined, isFetching && data === undefined)
}
