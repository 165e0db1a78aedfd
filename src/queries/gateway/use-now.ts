import { useEffect, useMemo, useState } from 'react'
import { tolerated, useAbout } from './about.ts'

const TICK_MILLISECONDS = 20_000

/**
 * The present as the upstream counts it, to the minute; it moves on by itself, and at once when a
 * sleeping computer or a hidden page wakes up. A computer whose clock is wrong is corrected by what
 * the gateway says.
 *
 * @returns undefined until the gateway has answered, or has failed to
 */
export function useNow(): Date | undefined {
  const about = useAbout()
  const ahead = useClockAhead()
  const [time, setTime] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setTime(Date.now())
    const timer = setInterval(tick, TICK_MILLISECONDS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  const minute = presentAt(Math.max(time, about.dataUpdatedAt), ahead).getTime()
  // The same object for all of a minute, so that what is made from it is made once.
  const present = useMemo(() => new Date(minute), [minute])
  return about.isPending ? undefined : present
}

/**
 * The present to the minute.
 *
 * @param time by this computer's clock, in milliseconds
 * @param ahead how far the upstream's clock is ahead of it, in milliseconds
 */
export function presentAt(time: number, ahead: number): Date {
  return new Date(Math.floor((time + ahead) / 60_000) * 60_000)
}

/** How far the upstream's clock is ahead of this computer's, in milliseconds. */
function useClockAhead(): number {
  return tolerated(useAbout().data?.clockAhead ?? 0)
}
