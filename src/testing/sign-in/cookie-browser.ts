/** A browser as far as cookies and redirects go. */
export interface CookieBrowser {
  send(url: string, init?: RequestInit): Promise<Response>
  /** Opens a page: follows where it leads, and tells where that ended. */
  open(url: string): Promise<{ readonly url: string; readonly response: Response }>
  /** Every line `Set-Cookie` that it was given. */
  readonly setCookies: string[]
  /** The cookies of an address's host, by their names. */
  jarOf(url: string): Map<string, string>
}

const MOST_STEPS = 12

export function createCookieBrowser(): CookieBrowser {
  const jars = new Map<string, Map<string, string>>()
  const setCookies: string[] = []
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie ? { Cookie: cookie } : {}), ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      setCookies.push(line)
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value.join('='))
    }
    return response
  }
  const open = async (url: string) => {
    let [at, response] = [url, await send(url)]
    for (let steps = 0; isRedirect(response) && steps < MOST_STEPS; steps++) {
      at = new URL(response.headers.get('Location') ?? '', at).href
      response = await send(at)
    }
    return { url: at, response }
  }
  return { send, open, setCookies, jarOf }
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400
}
