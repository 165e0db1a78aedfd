import { describe, expect, it } from 'vitest'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { mostHopeful, restBefore } from './rests.ts'

const ILL: UpstreamError = { kind: 'unavailable', status: 503, message: '' }
const SECRET_REFUSED: UpstreamError = { kind: 'unauthorised', message: '' }

const secondsOf = (error: UpstreamError, tries: number, chance: number) =>
  (restBefore(error, tries, chance) ?? Number.NaN) / 1000

describe('the rest before something is tried again', () => {
  it('grows to two minutes, and no further', () => {
    const rests = [0, 1, 2, 3, 4, 50].map((tries) => secondsOf(ILL, tries, 0.5))
    expect(rests).toEqual([10, 20, 40, 80, 120, 120])
  })

  it('is a quarter shorter or longer by chance', () => {
    expect([0, 1].map((chance) => secondsOf(ILL, 0, chance))).toEqual([7.5, 12.5])
    expect(secondsOf(ILL, 9, 1)).toBe(150)
  })

  it('is minutes long where credentials were refused', () => {
    const rests = [0, 1, 2, 3, 50].map((tries) => secondsOf(SECRET_REFUSED, tries, 0.5))
    expect(rests).toEqual([120, 240, 480, 900, 900])
  })

  it('is no shorter than KORE asks for', () => {
    expect(secondsOf({ kind: 'rateLimited', retryAfterSeconds: 45 }, 0, 0.5)).toBe(45)
    expect(secondsOf({ kind: 'rateLimited', retryAfterSeconds: 1 }, 0, 0.5)).toBe(10)
  })

  it.each<UpstreamError>([
    { kind: 'refused', status: 400, message: '' },
    { kind: 'refused', status: 403, message: '' },
    { kind: 'notFound', message: '' },
    { kind: 'signedOut' },
    { kind: 'notKept' },
  ])('never ends where trying again cannot help: $kind $status', (error) => {
    expect(restBefore(error, 0, 0.5)).toBeUndefined()
  })
})

it('of several errors goes by the one that time cures first', () => {
  const refused: UpstreamError = { kind: 'refused', status: 400, message: '' }
  expect(mostHopeful([refused, SECRET_REFUSED, ILL])).toBe(ILL)
  expect(mostHopeful([refused, SECRET_REFUSED])).toBe(SECRET_REFUSED)
  expect(mostHopeful([])).toBeUndefined()
})
