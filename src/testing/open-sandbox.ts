import * as z from 'zod/mini'
import type { Client } from '#sandbox/accounts.ts'
import { type FixedClock, fixedClock } from '#sandbox/clock.ts'
import { DEFAULT_CONFIG, type SandboxConfig } from '#sandbox/config.ts'
import { createSandbox } from '#sandbox/handler.ts'

const ORIGIN = 'http://sandbox'
const NOW = '2026-11-20T12:00:00Z'

const tokenAnswer = z.looseObject({ access_token: z.string() })
const page = z.looseObject({
  meta: z.looseObject({ key: z.string(), next_page_url: z.nullish(z.string()) }),
})

/** A sandbox in this process, and a token for one of its accounts. */
export interface OpenSandbox {
  readonly clock: FixedClock
  readonly accessToken: string
  /** What the token endpoint has answered. */
  readonly tokenAnswer: unknown
  /** A token for another account of the same sandbox. */
  tokenOf(client: Client): Promise<string>
  /** @param path such as `/super-sim/v1/Sims?PageSize=10`, or a whole address of the sandbox */
  get(path: string, accessToken?: string): Promise<Response>
  /** Every page of a list, first to last. @throws Error where one is refused */
  pages(path: string): Promise<unknown[]>
  /** Everything in a list, each thing checked. @throws Error where a page is refused */
  all<T>(path: string, thing: z.ZodMiniType<T>): Promise<T[]>
}

/**
 * Opens a sandbox of few SIMs.
 *
 * @param settings that differ from the default
 */
export async function openSandbox(
  settings: Partial<SandboxConfig> = {},
  client: Client = 'sandbox',
  now = NOW,
): Promise<OpenSandbox> {
  const clock = fixedClock(new Date(now))
  const sandbox = createSandbox({ ...DEFAULT_CONFIG, superSims: 150, ...settings }, clock)
  const askToken = async (asking: Client) => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: asking,
      client_secret: 'sandbox',
    })
    const url = `${ORIGIN}/api-services/v1/auth/token`
    const response = await sandbox.fetch(new Request(url, { method: 'POST', body }))
    return tokenAnswer.parse(await response.json())
  }
  const answer = await askToken(client)
  const get = async (path: string, accessToken = answer.access_token) =>
    sandbox.fetch(
      new Request(new URL(path, ORIGIN), { headers: { Authorization: `Bearer ${accessToken}` } }),
    )
  const read = async (path: string) => {
    const pages: z.infer<typeof page>[] = []
    for (let next: string | null | undefined = path; next; ) {
      const response = await get(next)
      if (!response.ok) throw new Error(`${next}: ${await response.text()}`)
      const one = page.parse(await response.json())
      pages.push(one)
      next = one.meta.next_page_url
    }
    return pages
  }
  return {
    clock,
    accessToken: answer.access_token,
    tokenAnswer: answer,
    tokenOf: async (other) => (await askToken(other)).access_token,
    get,
    pages: read,
    all: async (path, thing) =>
      (await read(path)).flatMap((one) => z.array(thing).parse(one[one.meta.key])),
  }
}
