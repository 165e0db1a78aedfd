import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { failedQueriesOf } from './try-failed-again.ts'
import { useSecondsUntil } from './use-seconds-until.ts'

/** In how many whole seconds what has failed so is tried again by itself; undefined where it is not, or is being tried. */
export function useNextTry(error: UpstreamError): number | undefined {
  const failed = failedQueriesOf(useQueryClient())
  return useSecondsUntil(
    useSyncExternalStore(failed?.subscribe ?? subscribeToNothing, () => failed?.dueOf(error)),
  )
}

const subscribeToNothing = () => () => undefined
