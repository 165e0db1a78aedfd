import { useEffect, useEffectEvent, useState } from 'react'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { helpAgainst, restBefore } from './rests.ts'
import { useSecondsUntil } from './use-seconds-until.ts'
import { BROWSER_TAB, tryAfter } from './wake-and-try.ts'

/**
 * Tries something again by itself, with rests, for as long as it fails and that can help: what is no query of its
 * own, whose failures are tried again anyway (try-failed-again.ts).
 *
 * @param error why it failed; undefined where it did not
 * @param retrying whether it is being tried again just now
 * @returns in how many whole seconds it is tried next; undefined where it is not, or is being tried
 */
export function useTryingAgain(
  error: UpstreamError | undefined,
  retrying: boolean,
  retry: () => void,
): number | undefined {
  const [tries, setTries] = useState(0)
  const [due, setDue] = useState<number>()
  const tryAgain = useEffectEvent(() => {
    setTries(tries + 1)
    retry()
  })
  const failing = error !== undefined && !retrying
  const key = JSON.stringify(error)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an error is as new as what it says
  useEffect(() => {
    if (!error || !failing) return undefined
    const rest = restBefore(error, tries, Math.random())
    if (rest === undefined) return undefined
    setDue(Date.now() + rest)
    const stop = tryAfter(rest, helpAgainst(error) === 'slowly', BROWSER_TAB, tryAgain)
    return () => {
      stop()
      setDue(undefined)
    }
  }, [key, failing, tries])
  return useSecondsUntil(due)
}
