/** What of the browser it takes to load a piece of the page. */
export interface LoadingBrowser {
  isOnline(): boolean
  untilOnline(): Promise<unknown>
  wait(milliseconds: number): Promise<unknown>
  /** Milliseconds since 1970. */
  now(): number
  /** When the page was last loaded anew for a piece that was missing; undefined where it was not. */
  lastReload(): number | undefined
  /** Loads the page anew at its address. @returns whether it could be noted, so that it happens once */
  reload(at: number): boolean
}

/** The gateway may be away for a moment, as it is when a new version takes over. */
const WAITS_MILLISECONDS = [500, 2_000]

/** A page that was loaded anew for a missing piece, and misses one again, is not helped by that. */
const ONE_RELOAD_WITHIN_MILLISECONDS = 60_000

/**
 * Loads a piece of the page. Whoever is offline gets it as soon as they are not. Where it is missing it is
 * tried again; then a new version may have been deployed that has other pieces: the page is loaded anew at
 * its address, once.
 *
 * @throws what the last try has thrown, where loading anew has not helped
 */
export async function loadPatiently<T>(
  load: () => Promise<T>,
  browser: LoadingBrowser = BROWSER,
): Promise<T> {
  for (const milliseconds of WAITS_MILLISECONDS) {
    try {
      return await load()
    } catch {
      await (browser.isOnline() ? browser.wait(milliseconds) : browser.untilOnline())
    }
  }
  try {
    return await load()
  } catch (error) {
    const now = browser.now()
    const last = browser.lastReload()
    if (last !== undefined && now - last < ONE_RELOAD_WITHIN_MILLISECONDS) throw error
    if (!browser.reload(now)) throw error
    // Nothing more is shown until the page is another.
    return new Promise<never>(() => undefined)
  }
}

const NOTE = 'roamboard-reloaded-at'

const BROWSER: LoadingBrowser = {
  isOnline: () => navigator.onLine,
  untilOnline: () =>
    new Promise((resolve) => window.addEventListener('online', resolve, { once: true })),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: Date.now,
  lastReload() {
    try {
      const noted = sessionStorage.getItem(NOTE)
      return noted === null ? undefined : Number(noted)
    } catch {
      return undefined
    }
  },
  reload(at) {
    try {
      sessionStorage.setItem(NOTE, String(at))
    } catch {
      // Without a note it would never end.
      return false
    }
    location.reload()
    return true
  },
}
