import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** The gateway's cookies: no script reads them, and no other site sends them but to open a page here. */
export interface Cookies {
  get(context: Context, name: string): string | undefined
  /** Those whose names begin so, by the rest of their names. */
  getAll(context: Context, prefix: string): Map<string, string>
  set(context: Context, name: string, value: string, seconds: number): void
  remove(context: Context, name: string): void
}

/** @param publicUrl where people reach the dashboard: https, or http on this machine */
export function createCookies(publicUrl: string): Cookies {
  const secure = new URL(publicUrl).protocol === 'https:'
  // A browser takes this name from this host alone, for all of it, and over https.
  const nameOf = (name: string) => (secure ? `__Host-${name}` : name)
  return {
    get: (context, name) => getCookie(context)[nameOf(name)],
    getAll(context, prefix) {
      const start = nameOf(prefix)
      const own = Object.entries(getCookie(context)).filter(([name]) => name.startsWith(start))
      return new Map(own.map(([name, value]) => [name.slice(start.length), value]))
    },
    set(context, name, value, seconds) {
      const kept = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: seconds } as const
      setCookie(context, nameOf(name), value, kept)
    },
    remove: (context, name) => {
      deleteCookie(context, nameOf(name), { path: '/', httpOnly: true, sameSite: 'Lax', secure })
    },
  }
}
