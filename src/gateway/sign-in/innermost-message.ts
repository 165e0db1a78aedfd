const DEEPEST = 8

/** What names the cause of an error: `getaddrinfo ENOTFOUND login.example.com`, and not "fetch failed". */
export function innermostMessage(error: unknown): string {
  let at = error
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (!(at instanceof Error) || !(at.cause instanceof Error)) break
    at = at.cause
  }
  // Of a name with several addresses, each of which was tried.
  if (at instanceof AggregateError) return at.errors.map(innermostMessage).join(', ')
  return at instanceof Error ? at.message : String(at)
}
