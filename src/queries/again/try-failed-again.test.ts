import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type UpstreamError, UpstreamFailure } from '#kore-client/upstream-error.ts'
import { tryFailedAgain } from './try-failed-again.ts'

const ILL: UpstreamError = { kind: 'unavailable', status: 503, message: '' }
const GONE: UpstreamError = { kind: 'notFound', message: '' }

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A page that looks at some answers of KORE, all of which fail until it is well. */
function page() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const failed = tryFailedAgain(
    client,
    { isAwake: () => true, watch: () => () => undefined },
    () => 0.5,
  )
  const kore: { error: UpstreamError | undefined } = { error: ILL }
  const asked: string[] = []
  const look = (name: string, answer: unknown = name) => {
    const queryFn = async () => {
      asked.push(`${name} ${(Date.now() / 1000) % 3600}`)
      if (kore.error) throw new UpstreamFailure(kore.error)
      return answer
    }
    return new QueryObserver(client, { queryKey: [name], queryFn }).subscribe(() => undefined)
  }
  return { client, failed, kore, asked, look }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

describe('what has failed', () => {
  it('is tried again after longer and longer rests, all of it together, until it is there', async () => {
    const { look, asked, kore, failed } = page()
    look('places')
    await seconds(3)
    look('names')
    await seconds(0)
    expect(failed.dueOf(ILL)).toBe(Date.parse('2026-11-20T12:00:10Z'))
    await seconds(30)
    expect(asked).toEqual(['places 0', 'names 3', 'places 10', 'names 10', 'places 30', 'names 30'])
    kore.error = undefined
    await seconds(300)
    expect(asked.slice(6)).toEqual(['places 70', 'names 70'])
    expect(failed.dueOf(ILL)).toBeUndefined()
  })

  it('rests as long as it has come to, though it fails for another reason by then', async () => {
    const { look, asked, kore } = page()
    look('places')
    await seconds(5)
    kore.error = { kind: 'unreachable' }
    await seconds(26)
    expect(asked).toEqual(['places 0', 'places 10', 'places 30'])
  })

  it('is not tried where nobody looks any more, nor where that cannot help', async () => {
    const { look, asked, kore, failed } = page()
    const leave = look('left')
    await seconds(1)
    leave()
    await seconds(1)
    expect(failed.dueOf(ILL)).toBeUndefined()
    kore.error = GONE
    look('gone')
    await seconds(600)
    expect(asked).toEqual(['left 0', 'gone 2'])
    expect([failed.dueOf(ILL), failed.dueOf(GONE)]).toEqual([undefined, undefined])
  })

  it('is not what has an answer from before; the rest of a list is', async () => {
    const { client, look, asked, kore } = page()
    client.setQueryData(['whole'], 'an answer')
    client.setQueryData(['list'], { complete: false })
    kore.error = ILL
    look('whole')
    look('list', { complete: true })
    await seconds(5)
    kore.error = undefined
    await seconds(60)
    expect(asked).toEqual(['whole 0', 'list 0', 'list 10'])
  })

  it('tells whoever asks that the time of the next try has changed', async () => {
    const { look, failed } = page()
    const onChange = vi.fn()
    const end = failed.subscribe(onChange)
    look('places')
    await seconds(1)
    expect(onChange).toHaveBeenCalled()
    end()
    onChange.mockClear()
    await seconds(60)
    expect(onChange).not.toHaveBeenCalled()
  })
})
