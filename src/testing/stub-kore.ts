import { afterEach, beforeEach, vi } from 'vitest'

/** KORE as a test wants it. */
interface StubbedKore {
  /** Paths and queries that its APIs were asked for. */
  asked: string[]
  answer: (url: string) => Response
  token: () => Response
}

/** Stands in the place of KORE in each test of a file; what is waited for there does not take its time. */
export function stubKore(): StubbedKore {
  const kore: StubbedKore = { asked: [], answer: Response.error, token: Response.error }
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    kore.asked = []
    kore.answer = () => Response.json({ usage_records: [] })
    kore.token = () => Response.json({ access_token: 'secret-token', expires_in: 3600 })
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.includes('/auth/')) return kore.token()
      kore.asked.push(url.replace('http://127.0.0.1', ''))
      return kore.answer(url)
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return kore
}

/** What is answered in the end, without waiting for the tries in between. */
export async function patiently<T>(answered: Promise<T>): Promise<T> {
  let done = false
  const end = answered.finally(() => {
    done = true
  })
  while (!done) await vi.advanceTimersByTimeAsync(1000)
  return end
}
