import { describe, expect, it } from 'vitest'
import { createUpstreamClock } from './upstream-clock.ts'

const NOON = Date.parse('2026-11-20T12:00:00Z')
const DAY = 24 * 3_600_000

/** A clock, and the two that it goes by: one that can be set and one that cannot. */
function clocks() {
  let [own, elapsed] = [NOON, 0]
  const clock = createUpstreamClock(
    () => own,
    () => elapsed,
  )
  const iso = (moment: Date) => moment.toISOString().slice(0, 16)
  return {
    pass: (milliseconds: number) => {
      own += milliseconds
      elapsed += milliseconds
    },
    setOwn: (moment: number) => {
      own = moment
    },
    answer: (moment: number) =>
      clock.observe(new Response('', { headers: { Date: new Date(moment).toUTCString() } })),
    now: () => iso(clock.now()),
    reached: () => iso(clock.reached()),
  }
}

describe('the clock of the upstream', () => {
  it('is this machine’s until the upstream answers, then the upstream’s', () => {
    const { answer, now, pass } = clocks()
    expect(now()).toBe('2026-11-20T12:00')
    answer(NOON - 300 * DAY)
    expect(now()).toBe('2026-01-24T12:00')
    pass(3_600_000)
    expect(now()).toBe('2026-01-24T13:00')
  })

  it('does not follow one answer that jumps, but three that agree', () => {
    const { answer, now } = clocks()
    answer(NOON)
    answer(NOON + 5 * DAY)
    expect(now()).toBe('2026-11-20T12:00')
    answer(NOON)
    answer(NOON + 5 * DAY)
    answer(NOON + 5 * DAY)
    expect(now()).toBe('2026-11-20T12:00')
    answer(NOON + 5 * DAY)
    expect(now()).toBe('2026-11-25T12:00')
  })

  it('comes back at once from a first answer that was wrong', () => {
    const { answer, now } = clocks()
    answer(NOON + 5 * DAY)
    answer(NOON)
    expect(now()).toBe('2026-11-20T12:00')
  })

  it('is not moved by this machine’s clock being set', () => {
    const { answer, now, reached, setOwn } = clocks()
    answer(NOON)
    setOwn(NOON + 5 * DAY)
    expect([now(), reached()]).toEqual(['2026-11-20T12:00', '2026-11-20T12:00'])
    setOwn(NOON - DAY)
    expect([now(), reached()]).toEqual(['2026-11-20T12:00', '2026-11-19T12:00'])
  })

  it('has not reached what only the upstream tells', () => {
    const { answer, reached } = clocks()
    answer(NOON + 5 * DAY)
    expect(reached()).toBe('2026-11-20T12:00')
  })
})
