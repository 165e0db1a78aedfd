import twilio from 'twilio'

/** Which of the sandbox's paths stands for each host that the library knows. */
const PATHS: Readonly<Record<string, string>> = {
  'wireless.twilio.com': '/programmable-wireless',
  'supersim.twilio.com': '/super-sim',
}

/**
 * An HTTP client library that was made for these two APIs (when they were Twilio's), pointed at the
 * sandbox. It knows nothing of us: what it cannot read, the sandbox has wrong.
 */
export async function createClientLibrary(sandboxUrl: string) {
  const accessToken = await fetchToken(sandboxUrl)
  const httpClient = {
    async request({ method, uri, params }: RequestOptions) {
      const { hostname, pathname, search } = new URL(uri)
      const url = new URL(pathToSandbox(hostname, pathname) + search, sandboxUrl)
      for (const [name, value] of Object.entries(params ?? {})) {
        url.searchParams.set(name, String(value))
      }
      const headers = { Authorization: `Bearer ${accessToken}` }
      const response = await fetch(url, { method, headers })
      return { statusCode: response.status, body: await response.text(), headers: {} }
    },
  }
  const options = { httpClient: httpClient as unknown as twilio.ClientOpts['httpClient'] }
  return twilio(`AC${'0'.repeat(32)}`, 'unused', options as twilio.ClientOpts)
}

interface RequestOptions {
  readonly method: string
  readonly uri: string
  readonly params?: Record<string, unknown>
}

/** Next pages name the sandbox's own address, first ones the library's host. */
function pathToSandbox(hostname: string, pathname: string): string {
  return (PATHS[hostname] ?? '') + pathname
}

async function fetchToken(sandboxUrl: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox',
  })
  const response = await fetch(`${sandboxUrl}/api-services/v1/auth/token`, { method: 'POST', body })
  const answer: { access_token: string } = await response.json()
  return answer.access_token
}
