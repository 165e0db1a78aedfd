import {
  filterParameters,
  GRANULARITY_PARAMETER,
  GROUP_PARAMETER,
  GROUP_WORDS,
  KORE_WORDS,
  PAGE_MARKS,
  PAGE_SIZE_PARAMETER,
} from '#contract/kore-words.ts'
import { parseViewQuestion } from '#url/view-question.ts'
import { hasManyRecords } from '#usage/question/request-plan.ts'
import { resolveQuestion, type UsageQuery } from '#usage/question/usage-query.ts'
import { earlierQuery, laterQuery } from '#usage/series/compared-question.ts'
import type { Interval } from '#usage/time/interval.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'
import type { AllowedRequest } from '../kore/allowed-requests.ts'

/** An address of a view. */
interface View {
  readonly path: string
  readonly search: string
}

/** A reader's clock may be a little behind when a day begins. */
const LATE_MILLISECONDS = 10 * 60_000

/** What a request may say beside its times, filters and group. */
const HARMLESS = [GRANULARITY_PARAMETER, PAGE_SIZE_PARAMETER, ...PAGE_MARKS]

/**
 * Whether a request asks for nothing but what a view shows: its usage (and that of the period that it
 * is compared with), of its SIM, filters and group alone, and the names of what stands in it.
 *
 * @param search the request's query as it came
 * @param now the moment that the view's dates count from
 */
export function isWithinView(
  view: View,
  request: AllowedRequest,
  search: string,
  now: Date,
): boolean {
  return [now, new Date(now.getTime() - LATE_MILLISECONDS)].some((moment) => {
    const queries = queriesOf(view, moment)
    const [query] = queries
    if (!query || query.product !== request.product) return false
    if (isNameRequest(query, request)) return true
    const parameters = new URLSearchParams(search)
    return queries.some((one) => isUsageRequest(one, request, parameters))
  })
}

/** What a view asks at a moment: its own question, and those that hold it against the earlier period. */
function queriesOf({ path, search }: View, now: Date): UsageQuery[] {
  const view = parseViewQuestion(path, search)
  if (!view) return []
  const resolved = resolveQuestion({ ...view.question, accounts: ['shared'] }, now)
  if (resolved.kind !== 'query') return []
  const { compare, range } = view.search
  const { query } = resolved
  if (compare === 'off') return [query]
  const asked = { query, range, period: compare }
  const earlier = earlierQuery(asked, now, undefined)
  return earlier ? [query, laterQuery(asked, now, undefined), earlier] : [query]
}

/** The names of fleets and networks, where usage is told apart by them. */
function isNameRequest({ group }: UsageQuery, { path }: AllowedRequest): boolean {
  if (group === 'fleet') return path === '/v1/Fleets'
  return group === 'network' && path === '/v1/Networks'
}

function isUsageRequest(
  query: UsageQuery,
  { product, path }: AllowedRequest,
  parameters: URLSearchParams,
): boolean {
  const { sim } = query.filter
  const words = KORE_WORDS[product]
  const ofSim = !words.filters.sim && sim
  if (path !== (ofSim ? `/v1/Sims/${sim}/UsageRecords` : '/v1/UsageRecords')) return false
  const { start, end } = words
  const filters = filtersOf(query)
  // Of the largest SIMs each is asked for alone.
  const free = query.group === 'sim' && hasManyRecords(query) ? words.filters.sim : undefined
  const known = [...HARMLESS, free, ...Object.keys(filters), start, end]
  const { size } = new Set(parameters.keys())
  return (
    [...parameters.keys()].every((name) => known.includes(name)) &&
    [...parameters].length === size &&
    Object.entries(filters).every(([name, value]) => {
      const given = parameters.get(name)
      // A group may be left out: then the whole is asked for, which is the sum of what is shown.
      if (given === null) return name === GROUP_PARAMETER
      // Of several values of a filter each is asked for alone.
      return value.split(',').includes(given)
    }) &&
    isWithin(query.interval, parameters.get(start), parameters.get(end))
  )
}

function filtersOf({ product, filter, group }: UsageQuery): Record<string, string> {
  return {
    ...filterParameters(product, filter),
    ...(group && group !== 'account' ? { [GROUP_PARAMETER]: GROUP_WORDS[group] } : {}),
  }
}

function isWithin(interval: Interval, start: string | null, end: string | null): boolean {
  const [from, until] = [parseMoment(start ?? ''), parseMoment(end ?? '')]
  if (!from || !until) return false
  return from >= interval.start && until <= interval.end && from < until
}
