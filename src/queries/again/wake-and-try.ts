/** Where a page is looked at, as far as trying again depends on it. */
export interface Surroundings {
  /** Whether somebody can see the page. */
  isAwake(): boolean
  /**
   * @param onChange told that it may be seen or no longer, or that the browser has come online
   * @returns what ends the watch
   */
  watch(onChange: (cameOnline: boolean) => void): () => void
}

/**
 * The tab that the page is in. That it thinks itself offline forbids nothing: the gateway may be on the same
 * computer, and browsers are mistaken. That it has come online is a good moment.
 */
export const BROWSER_TAB: Surroundings = {
  isAwake: () => document.visibilityState === 'visible',
  watch: (onChange) => {
    const onVisibility = () => onChange(false)
    const onOnline = () => onChange(true)
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('online', onOnline)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('online', onOnline)
    }
  },
}

/**
 * Runs something once, after a rest: not while nobody looks, but at once when somebody does again, or when
 * the browser has come online.
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
  const unwatch = surroundings.watch((cameOnline) => {
    const isAwake = surroundings.isAwake()
    const woke = isAwake && (!wasAwake || cameOnline)
    wasAwake = isAwake
    if (woke && (!fully || Date.now() >= due)) runOnce()
  })
  const stop = () => {
    clearTimeout(timer)
    unwatch()
  }
  return stop
}
