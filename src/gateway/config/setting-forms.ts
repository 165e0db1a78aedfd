/** The hosts that only this machine reaches. */
export const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1']

/** Names with commas between them; none for a setting that is not set. */
export function parseNames(given: string | undefined): string[] {
  return (given ?? '').split(',').flatMap((name) => name.trim() || [])
}

/**
 * An https address without user, query or fragment; http only on this machine.
 *
 * @returns undefined for a text that is none
 */
export function parseSafeUrl(given: string): string | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const safe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  return safe && !url.search && !url.hash && !url.username ? given.replace(/\/$/, '') : undefined
}
