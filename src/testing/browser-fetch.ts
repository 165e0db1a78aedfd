import { vi } from 'vitest'

/** Lets `fetch('/api/…')` reach a server, as it does in a browser whose page came from there. */
export function stubBrowserFetch(origin: string): void {
  const network = globalThis.fetch
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) =>
    network(input.startsWith('/') ? `${origin}${input}` : input, init),
  )
}
