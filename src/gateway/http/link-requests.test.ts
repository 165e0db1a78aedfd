import { expect, it } from 'vitest'
import { createLinkRequests } from './link-requests.ts'

const LINK = { id: 'one', path: '/account', search: 'range=today&by=hour' }
const at = (time: string) => new Date(`2026-11-20T${time}Z`)

/** Until when usage is asked for at the most. */
const endOf = (requests: ReturnType<ReturnType<typeof createLinkRequests>>) =>
  requests
    .flatMap(({ usage }) => usage.map(({ parameters }) => parameters.End ?? ''))
    .sort()
    .at(-1)

it('are read once a minute, and anew when an hour begins', () => {
  const requestsOf = createLinkRequests()
  const first = requestsOf(LINK, [], at('12:59:01.000'))
  expect(requestsOf({ ...LINK }, [], at('12:59:59.999'))).toBe(first)
  const next = requestsOf(LINK, [], at('13:00:00.001'))
  expect([endOf(first), endOf(next)]).toEqual(['2026-11-20T13:00:00Z', '2026-11-20T14:00:00Z'])
})

it('are those of each link', () => {
  const requestsOf = createLinkRequests()
  const own = requestsOf(LINK, [], at('12:00:00'))
  expect(own).not.toEqual([])
  expect(requestsOf({ ...LINK, id: 'other', path: '/sims' }, [], at('12:00:00'))).toEqual([])
})

it('are of the billing month of its accounts, and of none where they begin on different days', () => {
  const link = { id: 'bill', path: '/account', search: 'range=last-billing-month&by=day' }
  const days = { 'programmable-wireless': 15, 'super-sim': 3 }
  const times = createLinkRequests()(link, [{ billingDays: days }], at('12:00:00'))
    .flatMap(({ usage }) => usage)
    .map(({ parameters }) => `${parameters.Start} ${parameters.End}`)
  expect(new Set(times)).toEqual(new Set(['2026-10-15T00:00:00Z 2026-11-15T00:00:00Z']))
  expect(createLinkRequests()(link, [{ billingDays: days }, {}], at('12:00:00'))).toEqual([])
})
