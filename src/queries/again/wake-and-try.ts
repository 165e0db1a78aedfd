/** Where a page is looked at, as far as trying again depends on it. */
export interface Surroundings {
  /** Whether somebody can see the page, and its browser is online. */
  isAwake(): boolean
  /** @returns what ends the watch */
  watch(onChange: () => void): () => void
}

/** The tab that the page is in. */
export const BROWSER_TAB: Surroundings = {
  isAwake: () => document.visibilityState === 'visible' && navigator.onLine,
  watch: (onChange) => {
    document.addEventListener('visibilitychange', onChange)
    window.addEventListener('online', onChange)
    window.addEventListener('offline', onChange)
    return () => {
      document.removeEventListener('visibilitychange', onChange)
      window.removeEventListener('online', onChange)
      window.removeEventListener('offline', onChange)
    }
  },
}

/**
 * Runs something once, after a rest: not while nobody looks or the browser is offline, but at once when
 * that has changed.
 *
 * @param rest milliseconds
 * @param fully whether all of the rest is kept even by who comes back sooner
 * @returns what calls it off
 */
export function tryAfter(
  rest: number,
  fully: boolean,
  surroundings: Surroundings,
  run: () => void,
): () => void {
  const due = Date.now() + rest
  let wasAwake = surroundings.isAwake()
  const runOnce = () => {
    stop()
    run()
  }
  const timer = setTimeout(() => {
    if (surroundings.isAwake()) runOnce()
  }, rest)
  const unwatch = surroundings.watch(() => {
    const woke = !wasAwake && surroundings.isAwake()
    wasAwake = surroundings.isAwake()
    if (woke && (!fully || Date.now() >= due)) runOnce()
  })
  const stop = () => {
    clearTimeout(timer)
    unwatch()
  }
  return stop
}
