import { describe, expect, it } from 'vitest'
import { matchAllowedRequest } from '../kore/allowed-requests.ts'
import { type LinkedView, requestsOfReader } from './link-requests.ts'
import { findLinkedRequest, type ReadPage } from './link-scope.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DE = `DE${'b'.repeat(32)}`

/** The request of a view that an address is; undefined where it makes no such request. */
async function asked(view: LinkedView, url: string, now = NOW) {
  const [path = '', search = ''] = url.split('?')
  const allowed = matchAllowedRequest(path)
  return (
    allowed &&
    findLinkedRequest(requestsOfReader(view, now), allowed, `?${search}`, async () => undefined)
  )
}

describe('a read-only link', () => {
  it.each([
    [`/sims/${DE}`, `Sims/${DE}/UsageRecords`, true],
    [`/sims/${DE}`, 'UsageRecords', false],
    [`/sims/${DE}`, `Sims/DE${'c'.repeat(32)}/UsageRecords`, false],
    [`/sims/${DE}`, `Sims/${DE}/DataSessions`, false],
    [`/sims/${DE}`, `Sims/${DE}`, false],
    ['/account', 'UsageRecords', true],
    ['/account', `Sims/${DE}/UsageRecords`, false],
    ['/account', 'RatePlans', false],
    ['/sims', 'UsageRecords', false],
    ['/sims/../account', 'UsageRecords', false],
  ])('that shows %s opens %s: %s', async (path, page, opens) => {
    const search = 'range=2026-10-01..2026-10-15&by=day'
    const url = `/programmable-wireless/v1/${page}?Start=2026-10-01T00:00:00Z&End=2026-10-16T00:00:00Z&Granularity=daily&PageSize=1000`
    expect((await asked({ path, search }, url)) !== undefined).toBe(opens)
  })

  it('moves with time where its dates do, yesterday’s for ten minutes longer', async () => {
    const opens = async (start: string, end: string, now: string) =>
      (await asked(
        { path: '/account', search: 'range=last-7-days&by=total' },
        `/programmable-wireless/v1/UsageRecords?Start=${start}T00:00:00Z&End=${end}T00:00:00Z&Granularity=all&PageSize=1000`,
        new Date(now),
      )) !== undefined
    // What is settled and what may change yet are asked for apart: on the 20th until the 18th.
    expect(await opens('2026-11-14', '2026-11-18', '2026-11-20T23:59:00Z')).toBe(true)
    expect(await opens('2026-11-14', '2026-11-18', '2026-11-21T00:09:00Z')).toBe(true)
    expect(await opens('2026-11-14', '2026-11-18', '2026-11-21T00:11:00Z')).toBe(false)
    expect(await opens('2026-11-15', '2026-11-19', '2026-11-21T00:11:00Z')).toBe(true)
  })
})

describe('a link to a view by SIM', () => {
  const sids = Array.from({ length: 11 }, (_, index) => `HS${String(index).padStart(32, '0')}`)
  /** The last one has the least data and costs most. */
  const records = sids.map((sim_sid, index) => ({
    sim_sid,
    data_total: 100 - index,
    data_total_billed: index === 10 ? '9.5' : '0.1',
    billed_unit: 'USD',
  }))
  const read: ReadPage = async () => JSON.stringify({ usage_records: records, meta: {} })

  it.each([
    ['data', [true, false]],
    ['cost', [true, true]],
  ])('opens the SIMs that its chart of %s tells apart', async (chart, opened) => {
    const search = `product=super-sim&range=2026-10-01..2026-10-15&by=day&group=sim&chart=${chart}`
    const isOpen = async (Sim: string | undefined) => {
      const query = new URLSearchParams({
        Sim: Sim ?? '',
        Granularity: 'day',
        StartTime: '2026-10-01T00:00:00Z',
        EndTime: '2026-10-16T00:00:00Z',
        PageSize: '249',
      })
      const request = { product: 'super-sim', path: '/v1/UsageRecords' } as const
      const link = { path: '/account', search }
      const asked = await findLinkedRequest(requestsOfReader(link, NOW), request, `?${query}`, read)
      return (await asked?.mayAsk(read)) ?? false
    }
    expect([await isOpen(sids[0]), await isOpen(sids[10])]).toEqual(opened)
  })
})
