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
import { requestsOfReader } from './link-requests.ts'
import { findLinkedRequest, type ReadPage } from './link-scope.ts'

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

/** Pages of an account, in which the large SIMs have all the usage, or the one that is asked for. */
const read: ReadPage = async (_, search) => {
  const sim = new URLSearchParams(search).get('Sim')
  const records = (sim ? [sim] : LARGE).map((sim_sid) => ({ sim_sid, data_total: 1 }))
  return JSON.stringify({ usage_records: records, meta: {} })
}

/** The query that is sent for a browser's; undefined where the view asks for no such thing. */
async function sentFor(view: { path: string; search: string }, url: string, now = NOW) {
  const [path = '', search = ''] = url.replace('/api/accounts/shared', '').split('?')
  const allowed = matchAllowedRequest(path)
  if (!allowed) return undefined
  const asked = await findLinkedRequest(requestsOfReader(view, now), allowed, `?${search}`, read)
  return asked && (await asked.mayAsk(read)) ? `${url.split('?')[0]}${asked.search}` : undefined
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
  by: word('auto', 'hour', 'day', 'week', 'month', 'total'),
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

const USAGE = '/api/accounts/shared/super-sim/v1/UsageRecords'

describe('a read-only link', () => {
  it('opens all that its view asks for, in the words of its page', async () => {
    await fc.assert(
      fc.asyncProperty(views, async (view) => {
        const urls = await sent(queriesOf(view).flatMap(requestsOf))
        for (const url of urls) expect(await sentFor(view, url)).toBe(url)
      }),
      { numRuns: 100 },
    )
  })

  const base = {
    Fleet: FLEET,
    Group: 'isoCountry',
    Granularity: 'day',
    StartTime: '2026-10-01T00:00:00Z',
    EndTime: '2026-10-16T00:00:00Z',
    PageSize: '249',
  }
  const view = {
    path: '/account',
    search: `product=super-sim&range=2026-10-01..2026-10-15&by=day&fleet=${FLEET}&group=country`,
  }
  const { Fleet: _, ...withoutFleet } = base
  const { StartTime: __, ...withoutStart } = base
  const { Group: ___, ...withoutGroup } = base
  const { PageSize: ____, ...withoutSize } = base

  it.each<Record<string, string>>([
    withoutFleet,
    withoutStart,
    withoutGroup,
    withoutSize,
    { ...base, StartTime: '2026-09-30T23:00:00Z' },
    { ...base, StartTime: '2026-10-01T00:00:00.001Z' },
    { ...base, StartTime: '2026-10-02T00:00:00Z' },
    { ...base, EndTime: '2026-10-16T01:00:00Z' },
    { ...base, StartTime: 'yesterday' },
    { ...base, Granularity: 'hour' },
    { ...base, Granularity: 'all' },
    { ...base, Fleet: 'other' },
    { ...base, Group: 'sim' },
    { ...base, Sim: SIM },
    { ...base, Network: `HW${'d'.repeat(32)}` },
    { ...base, IsoCountry: 'DE' },
    { ...base, PageSize: '1' },
    { ...base, Page: '1' },
    { ...base, PageToken: 'x' },
    { ...base, Unheard: 'of' },
  ])('opens nothing that its page does not ask for: %j', async (other) => {
    const url = (parameters: Record<string, string>) =>
      `${USAGE}?${new URLSearchParams(parameters)}`
    expect(await sentFor(view, url(base))).toBe(url(base))
    expect(await sentFor(view, url(other))).toBeUndefined()
    expect(await sentFor(view, `${url(base)}&Fleet=other`)).toBeUndefined()
  })

  it('asks KORE in one spelling, however a request is written', async () => {
    const url = `${USAGE}?${new URLSearchParams(base)}`
    const shuffled = `${USAGE}?${new URLSearchParams(Object.entries(base).reverse())}`
    expect(await sentFor(view, shuffled)).toBe(url)
    expect(await sentFor(view, url.replaceAll('%3A', ':'))).toBe(url)
  })

  it('opens the next page that a kept page names, and no other', async () => {
    const allowed = matchAllowedRequest('/super-sim/v1/UsageRecords')
    if (!allowed) throw new Error('never forwarded')
    const first = `?${new URLSearchParams(base)}`
    const next = `PageToken=PT1&${first.slice(1)}`
    const find: ReadPage = async (one, search) =>
      search === first && one.path === allowed.path
        ? JSON.stringify({ meta: { next_page_url: `https://kore.example/x?${next}` } })
        : undefined
    const asked = (search: string) =>
      findLinkedRequest(requestsOfReader(view, NOW), allowed, search, find)
    expect((await asked(`?${next}`))?.search).toBe(`?${next}`)
    expect(await asked(`?${next.replace('PT1', 'PT2')}`)).toBeUndefined()
    expect(await asked(`?${next}&Page=7`)).toBeUndefined()
  })

  it.each(['day', 'total'])('opens its largest SIMs alone, and only by day: by %s', async (by) => {
    const bySim = {
      path: '/account',
      search: `product=super-sim&range=2026-10-01..2026-10-15&by=${by}&group=sim`,
    }
    const one = (Sim: string, Granularity = 'day') =>
      sentFor(
        bySim,
        `${USAGE}?${new URLSearchParams({ Sim, Granularity, StartTime: base.StartTime, EndTime: base.EndTime, PageSize: '249' })}`,
      )
    const opened = [await one(LARGE[0] ?? ''), await one(SIM), await one(LARGE[0] ?? '', 'hour')]
    expect(opened.map(Boolean)).toEqual([by === 'day', false, false])
  })

  it('opens each value of a filter alone, and no other', async () => {
    const search = 'product=super-sim&range=2026-10-01..2026-10-15&by=day&country=DE,FR'
    const several = { path: '/account', search }
    const [german = ''] = await sent(queriesOf(several).flatMap(requestsOf))
    const opened = ['DE&', 'FR&', 'IT&', 'DE%2CFR&', '&'].map((country) =>
      sentFor(several, german.replace('IsoCountry=DE&', `IsoCountry=${country}`)),
    )
    expect((await Promise.all(opened)).map(Boolean)).toEqual([true, true, false, false, false])
    expect(await sentFor(several, german.replace('IsoCountry=DE&', ''))).toBeUndefined()
  })

  it('tells the names only of the fleets and networks that stand in it', async () => {
    const of = async (group: string, path: string) => {
      const allowed = matchAllowedRequest(`/super-sim/v1/${path}`)
      const link = { path: '/account', search: `product=super-sim&group=${group}` }
      const moments = requestsOfReader(link, NOW)
      return (
        allowed &&
        (await findLinkedRequest(moments, allowed, '?PageSize=1000', async () => undefined))
      )
    }
    const record = JSON.stringify({ usage_records: [{ fleet_sid: 'HF1', network_sid: null }] })
    const names = { fleets: [{ sid: 'HF1' }, { sid: 'HF2' }], meta: {} }
    const fleets = await of('fleet', 'Fleets')
    const shown = await fleets?.shown(JSON.stringify(names), async () => record)
    expect(JSON.parse(shown ?? '')).toEqual({ fleets: [{ sid: 'HF1' }], meta: {} })
    expect(await of('network', 'Networks')).toBeDefined()
    for (const [group, path] of [
      ['network', 'Fleets'],
      ['sim', 'Sims'],
      ['none', 'Networks'],
      ['fleet', `Fleets/${FLEET}`],
    ] as const) {
      expect([path, await of(group, path)]).toEqual([path, undefined])
    }
  })
})
