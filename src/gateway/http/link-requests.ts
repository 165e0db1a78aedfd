import { LRUCache } from 'lru-cache'
import {
  filterParameters,
  GRANULARITY_PARAMETER,
  GROUP_PARAMETER,
  GROUP_WORDS,
  KORE_WORDS,
  PAGE_SIZE,
  PAGE_SIZE_PARAMETER,
} from '#contract/kore-words.ts'
import { parseViewQuestion } from '#url/view-question.ts'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import type { RankedBy } from '#usage/question/ranked-by.ts'
import {
  hasManyRecords,
  memberQueries,
  planRequests,
  rankingQuery,
  type UsageRequest,
} from '#usage/question/request-plan.ts'
import { resolveQuestion, type UsageQuery } from '#usage/question/usage-query.ts'
import { earlierQuery, laterQuery } from '#usage/series/compared-question.ts'
import type { AllowedRequest } from '../kore/allowed-requests.ts'

/** An address of a view. */
export interface LinkedView {
  readonly path: string
  readonly search: string
}

/** The first page of a list, written as the dashboard itself writes it. */
export interface FirstPage extends AllowedRequest {
  readonly parameters: Readonly<Record<string, string>>
}

/** What the page of a view asks for. */
export interface ViewRequests {
  /** Usage that it asks for, whatever the answers. */
  readonly usage: readonly FirstPage[]
  /** Usage that tells its largest SIMs; each of those is asked for alone. */
  readonly ranking: readonly FirstPage[]
  /** What they are the largest by. */
  readonly rankedBy: RankedBy | undefined
  /** The requests for the usage of one of those SIMs. */
  readonly ofSim: (sim: string) => readonly FirstPage[]
  /** The names of what usage is told apart by. */
  readonly names: readonly FirstPage[]
}

/** A reader's clock may be a little behind when a day begins. */
const LATE_MILLISECONDS = 10 * 60_000

const MINUTE = 60_000

/** Minutes of links of which it is remembered what they ask for. */
const MOST_REMEMBERED = 100

/** What the page of a link may ask for at a moment. */
export type LinkRequests = (
  link: LinkedView & { readonly id: string },
  accounts: readonly BilledAccount[],
  now: Date,
) => readonly ViewRequests[]

/** An account, as far as its billing months go. */
type BilledAccount = Parameters<typeof billingMonthsOf>[0][number]

/** Reads what a link asks for once a minute and not for each request: within one it is the same. */
export function createLinkRequests(): LinkRequests {
  const known = new LRUCache<string, readonly ViewRequests[]>({ max: MOST_REMEMBERED })
  return (link, accounts, now) => {
    const key = `${link.id} ${Math.floor(now.getTime() / MINUTE)}`
    const requests = known.get(key) ?? requestsOfReader(link, now, accounts)
    known.set(key, requests)
    return requests
  }
}

/** What the page of a view asks for now, and what it asks for where its reader's clock is late. */
export function requestsOfReader(
  view: LinkedView,
  now: Date,
  accounts: readonly BilledAccount[] = [],
): ViewRequests[] {
  const moments = [now, new Date(now.getTime() - LATE_MILLISECONDS)]
  return moments.flatMap((moment) => requestsOfView(view, moment, accounts) ?? [])
}

/** Whose requests they are plays no part. */
const ACCOUNT = 'shared'

/** @returns undefined where the address is of no view of usage, or nothing of it can be asked at the moment */
function requestsOfView(
  view: LinkedView,
  now: Date,
  accounts: readonly BilledAccount[],
): ViewRequests | undefined {
  const queries = queriesOf(view, now, accounts)
  const [query] = queries
  if (!query) return undefined
  const { product, group } = query
  const plan = (one: UsageQuery) => planRequests(one, now).map(firstPageOf)
  const many = queries.filter(hasManyRecords)
  const { members: _, ...ranked } = query
  const list = group && NAMES[group]
  return {
    usage: queries.flatMap((one) => {
      if (!hasManyRecords(one)) return plan(one)
      const ranking = rankingQuery(one)
      return [...(ranking ? plan(ranking) : []), ...plan(memberQueries(one, []).whole)]
    }),
    rankedBy: query.rankedBy,
    ranking: many.length > 0 ? plan({ ...ranked, granularity: 'total' }) : [],
    ofSim: (sim) => many.flatMap((one) => memberQueries(one, [sim]).members.flatMap(plan)),
    names: list
      ? [{ product, path: list, parameters: { [PAGE_SIZE_PARAMETER]: String(PAGE_SIZE) } }]
      : [],
  }
}

const NAMES: Partial<Record<NonNullable<UsageQuery['group']>, string>> = {
  fleet: '/v1/Fleets',
  network: '/v1/Networks',
}

/** What a view asks at a moment: its own question, and those that hold it against the earlier period. */
function queriesOf(
  { path, search }: LinkedView,
  now: Date,
  accounts: readonly BilledAccount[],
): UsageQuery[] {
  const view = parseViewQuestion(path, search)
  if (!view) return []
  const billingMonths = billingMonthsOf(accounts, [view.question.product])
  const question = { ...view.question, accounts: [ACCOUNT], exact: true, billingMonths }
  const resolved = resolveQuestion(question, now)
  if (resolved.kind !== 'query') return []
  const { compare, range } = view.search
  const { query } = resolved
  if (compare === 'off') return [query]
  const asked = { query, range, period: compare }
  const earlier = earlierQuery(asked, now, undefined)
  return earlier ? [query, laterQuery(asked, now, undefined), earlier] : [query]
}

/** A request as `kore-client` writes it, in its order: so that its answer is the one that is kept. */
function firstPageOf(request: UsageRequest): FirstPage {
  const { product, filter, group, interval, granularity } = request
  const words = KORE_WORDS[product]
  const times = {
    [words.start]: wireMoment(interval.start),
    [words.end]: wireMoment(interval.end),
  }
  const fine = { [GRANULARITY_PARAMETER]: words.granularities[granularity] }
  const size = { [PAGE_SIZE_PARAMETER]: String(words.usagePageSize) }
  const ofSim = !words.filters.sim && filter.sim
  if (product === 'programmable-wireless') {
    const path = ofSim ? `/v1/Sims/${filter.sim}/UsageRecords` : '/v1/UsageRecords'
    return { product, path, parameters: { ...times, ...fine, ...size } }
  }
  const parameters = {
    ...filterParameters(product, filter),
    ...(group ? { [GROUP_PARAMETER]: GROUP_WORDS[group] } : {}),
    ...fine,
    ...times,
    ...size,
  }
  return { product, path: '/v1/UsageRecords', parameters }
}

function wireMoment(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}
