import { setTimeout as wait } from 'node:timers/promises'

/**
 * What comes of something, or undefined where it takes longer. Its timer ends with it, and keeps no process
 * alive.
 */
export async function withinTime<T>(
  coming: Promise<T>,
  milliseconds: number,
): Promise<T | undefined> {
  const over = new AbortController()
  const late = wait(milliseconds, undefined, { ref: false, signal: over.signal })
  late.catch(() => undefined)
  return Promise.race([coming, late]).finally(() => over.abort())
}
