import { useEffect, useState } from 'react'

/** How many whole seconds are left, counted down. @param due by this computer's clock in milliseconds; undefined for never */
export function useSecondsUntil(due: number | undefined): number | undefined {
  const now = useSeconds(due !== undefined)
  return due === undefined ? undefined : Math.max(0, Math.ceil((due - now) / 1000))
}

/** This computer's time in milliseconds, second by second. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return undefined
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}
