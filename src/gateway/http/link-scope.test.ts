import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchUsage } from '#kore-client/fetch-usage.ts'
import { parseViewQuestion } from '#url/view-question.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { COMPARED_PERIODS } from '#usage/question/compared-period.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import { resolveQuestion, type UsageQuery } from '#usage/question/usage-query.ts'
import { earlierQuery, laterQuery } from '#usage/series/compared-question.ts'
import { planCounted, planRanking } from '#usage/series/counted-plan.ts'
import { matchAllowedRequest } from '../kore/allowed-requests.ts'
import { isWithinView } from './link-scope.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const SIM = `HS${'a'.repeat(32)}`
const DE = `DE${'b'.repeat(32)}`
const FLEET = `HF${'c'.repeat(32)}`
const LARGE = [`HS${'1'.repeat(32)}`, `HS${'2'.repeat(32)}`]

afterEach(() => vi.unstubAllGlobals())

/** The paths and queries that the fetch layer sends for requests. */
async function sent(requests: readonly UsageRequest[]): Promise<string[]> {
  const urls: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    urls.push(url)
    return Response.json({ meta: { next_page_url: null }, usage_records: [] })
  })
  await Promise.all(requests.map((request) => fetchUsage(request, new AbortController().signal)))
  return urls
}

function isAllowed(view: { path: string; search: string }, url: string, now = NOW): boolean {
  const [path = '', search = ''] = url.replace('/api/accounts/shared', '').split('?')
  const allowed = matchAllowedRequest(path)
  return allowed !== undefined && isWithinView(view, allowed, `?${search}`, now)
}

const word = <T extends string>(...words: T[]) => fc.constantFrom(...words)

const searches = fc.record({
  range: word(
    'last-7-days',
    'last-36-hours',
    'this-month',
    'last-month',
    '2026-10-01..2026-10-15',
    '2026-10-12..2026-10-31',
    '2026-10-31..2026-10-31',
    '2026-11-01..2026-11-30',
  ),
  by: word('auto', 'hour', 'day', 'month', 'total'),
  compare: word('off', ...COMPARED_PERIODS),
  group: word('none', ...PRODUCTS['super-sim'].groups),
  fleet: word('', FLEET),
  country: word('', 'DE', 'DE,FR'),
})

const views = fc.oneof(
  searches.map((search) => ({
    path: '/account',
    search: new URLSearchParams({ product: 'super-sim', ...search }).toString(),
  })),
  searches.map(({ range, by, compare }) => ({
    path: '/account',
    search: new URLSearchParams({ range, by, compare }).toString(),
  })),
  searches.map(({ fleet: _, country: __, ...search }) => ({
    path: `/sims/${SIM}`,
    search: new URLSearchParams(search).toString(),
  })),
  searches.map(({ range, by, compare }) => ({
    path: `/sims/${DE}`,
    search: new URLSearchParams({ range, by, compare }).toString(),
  })),
)

/** The questions of a view, as its page asks them. */
function queriesOf({ path, search }: { path: string; search: string }): UsageQuery[] {
  const view = parseViewQuestion(path, search)
  if (!view) throw new Error('no view of usage')
  const question = { ...view.question, accounts: ['shared'], exact: true }
  const resolved = resolveQuestion(question, NOW)
  if (resolved.kind !== 'query') return []
  const { query } = resolved
  const { compare, range } = view.search
  if (compare === 'off') return [query]
  const asked = { query, range, period: compare }
  const earlier = earlierQuery(asked, NOW, undefined)
  return earlier ? [query, laterQuery(asked, NOW, undefined), earlier] : [query]
}

const requestsOf = (query: UsageQuery) => {
  const ranking = planRanking(query, NOW)
  const ranked = ranking.map(() =>
    (query.filter.sim ? [query.filter.sim] : LARGE).map((part) => ({
      period: query.interval,
      part,
      data: { total: 1, download: 1, upload: 0 },
      commands: { total: 0, download: 0, upload: 0 },
    })),
  )
  return [...ranking, ...planCounted(query, ranked, NOW)].map(({ request }) => request)
}

describe('a read-only link', () => {
  it('opens all that its view asks for', async () => {
    await fc.assert(
      fc.asyncProperty(views, async (view) => {
        const urls = await sent(queriesOf(view).flatMap(requestsOf))
        for (const url of urls) expect([url, isAllowed(view, url)]).toEqual([url, true])
      }),
      { numRuns: 300 },
    )
  })

  it('opens nothing that is earlier, later, of another SIM, filter, group or product', async () => {
    const view = {
      path: '/account',
      search: `product=super-sim&range=2026-10-01..2026-10-15&by=day&fleet=${FLEET}&group=country`,
    }
    const base = {
      Group: 'isoCountry',
      Fleet: FLEET,
      Granularity: 'day',
      StartTime: '2026-10-01T00:00:00Z',
      EndTime: '2026-10-16T00:00:00Z',
      PageSize: '1000',
    }
    const usage = (parameters: Record<string, string>, path = '/super-sim/v1/UsageRecords') =>
      isAllowed(view, `/api/accounts/shared${path}?${new URLSearchParams(parameters)}`)
    expect(usage(base)).toBe(true)
    expect(usage({ ...base, PageToken: 'x' })).toBe(true)
    const { Fleet: _, ...withoutFleet } = base
    const { StartTime: __, ...withoutStart } = base
    for (const other of [
      withoutFleet,
      withoutStart,
      { ...base, StartTime: '2026-09-30T23:00:00Z' },
      { ...base, EndTime: '2026-10-16T01:00:00Z' },
      { ...base, StartTime: '2026-10-16T00:00:00Z' },
      { ...base, StartTime: 'yesterday' },
      { ...base, Fleet: 'other' },
      { ...base, Group: 'sim' },
      { ...base, Sim: SIM },
      { ...base, Network: `HW${'d'.repeat(32)}` },
      { ...base, IsoCountry: 'DE' },
      { ...base, Unheard: 'of' },
    ]) {
      expect([other, usage(other)]).toEqual([other, false])
    }
    const twice = `${new URLSearchParams(base)}&Fleet=other`
    expect(isAllowed(view, `/api/accounts/shared/super-sim/v1/UsageRecords?${twice}`)).toBe(false)
    const wireless = { Granularity: 'daily', Start: base.StartTime, End: base.EndTime }
    expect(usage(wireless, '/programmable-wireless/v1/UsageRecords')).toBe(false)
    for (const path of [
      'Sims',
      `Sims/${SIM}`,
      'Fleets',
      'Networks',
      `Sims/${SIM}/BillingPeriods`,
    ]) {
      expect([path, usage({}, `/super-sim/v1/${path}`)]).toEqual([path, false])
    }
  })

  it('opens names only of the fleets or networks that usage is told apart by', () => {
    const of = (group: string, path: string) =>
      isAllowed(
        { path: '/account', search: `product=super-sim&group=${group}` },
        `/api/accounts/shared/super-sim/v1/${path}?PageSize=1000`,
      )
    expect(of('fleet', 'Fleets')).toBe(true)
    expect(of('network', 'Networks')).toBe(true)
    expect(of('network', 'Fleets')).toBe(false)
    expect(of('sim', 'Sims')).toBe(false)
  })

  it('moves with time where its dates do, and stands still where they are pinned', () => {
    const url = (day: string) =>
      `/api/accounts/shared/programmable-wireless/v1/UsageRecords?Granularity=daily&Start=${day}T00:00:00Z&End=${day}T23:00:00Z`
    const living = { path: '/account', search: 'range=last-7-days' }
    const pinned = { path: '/account', search: 'range=2026-11-14..2026-11-20' }
    const later = new Date('2026-12-20T12:00:00Z')
    expect([isAllowed(living, url('2026-11-18')), isAllowed(pinned, url('2026-11-18'))]).toEqual([
      true,
      true,
    ])
    expect(isAllowed(living, url('2026-11-18'), later)).toBe(false)
    expect(isAllowed(living, url('2026-12-18'), later)).toBe(true)
    expect(isAllowed(pinned, url('2026-12-18'), later)).toBe(false)
  })

  it('opens nothing where its address is no view of usage', () => {
    for (const path of ['/sims', '/views', '/', '/sims/../account']) {
      const url =
        '/api/accounts/shared/programmable-wireless/v1/UsageRecords?Start=2026-11-14T00:00:00Z&End=2026-11-15T00:00:00Z'
      expect([path, isAllowed({ path, search: '' }, url)]).toEqual([path, false])
    }
  })

  it('opens each value of a filter alone, and no other', () => {
    const view = {
      path: '/account',
      search: 'product=super-sim&range=2026-10-01..2026-10-15&country=DE,FR',
    }
    const asked = (country: string) =>
      `/api/accounts/shared/super-sim/v1/UsageRecords?StartTime=2026-10-01T00:00:00Z&EndTime=2026-10-16T00:00:00Z&Granularity=day${country}`
    expect(isAllowed(view, asked('&IsoCountry=DE'))).toBe(true)
    expect(isAllowed(view, asked('&IsoCountry=FR'))).toBe(true)
    expect(isAllowed(view, asked('&IsoCountry=IT'))).toBe(false)
    expect(isAllowed(view, asked('&IsoCountry=DE,FR'))).toBe(false)
    expect(isAllowed(view, asked(''))).toBe(false)
  })
})
