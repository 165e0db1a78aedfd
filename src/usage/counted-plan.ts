import { partOfMember } from './member.ts'
import {
  beyondRetention,
  hasManyRecords,
  memberQueries,
  planRequests,
  rankingQuery,
  type UsageRequest,
} from './request-plan.ts'
import type { UsageQuery } from './usage-query.ts'
import { negateRecord, OTHERS, type UsageRecord } from './usage-record.ts'
import { buildSeries, largestMembers, type UsageSeries } from './usage-series.ts'

/** A request, and how what it brings counts in the series. */
export interface CountedRequest {
  readonly request: UsageRequest
  count(record: UsageRecord): UsageRecord[]
}

/** What requests have brought, as long as their plan; undefined for what is not there. */
export type Answers = readonly (readonly UsageRecord[] | undefined)[]

/**
 * The requests that must be answered before the rest can be planned: those that find the largest
 * members of a group. Empty where the query needs none.
 */
export function planRanking(query: UsageQuery, now: Date): CountedRequest[] {
  const ranking = rankingQuery(query)
  return ranking ? planMembers(ranking, now) : []
}

/**
 * The requests that the series is made of: the query's own; or, where the largest members had to be
 * found first, one for each of them, and the whole to tell what the others come to.
 *
 * @param ranked the answers to `planRanking`; until they are all there nothing can be planned
 */
export function planCounted(query: UsageQuery, ranked: Answers, now: Date): CountedRequest[] {
  if (!hasManyRecords(query)) return planMembers(query, now)
  if (!ranked.every(Boolean)) return []
  const ranking = planRanking(query, now)
  const counted = ranking.flatMap(({ count }, index) => (ranked[index] ?? []).flatMap(count))
  const members = query.members ?? largestMembers(counted)
  const queries = memberQueries(query, members)
  return [
    ...planAs(queries.whole, now, (record) => [{ ...record, part: OTHERS }]),
    ...queries.members.flatMap((member, index) =>
      planAs(member, now, (record) => [
        { ...record, part: members[index] ?? OTHERS },
        { ...negateRecord(record), part: OTHERS },
      ]),
    ),
  ]
}

/** The series of a plan, as far as it is answered. */
export function countSeries(
  query: UsageQuery,
  plan: readonly CountedRequest[],
  answers: Answers,
  now: Date,
): UsageSeries {
  const records = plan.flatMap(({ count }, index) => (answers[index] ?? []).flatMap(count))
  const missing = plan.flatMap(({ request }, index) => (answers[index] ? [] : request.interval))
  const lost = beyondRetention(query, now)
  return buildSeries(query, records, lost ? [...missing, lost] : missing, now)
}

/** The query's own requests; each record counts for the member that it is of. */
function planMembers(query: UsageQuery, now: Date): CountedRequest[] {
  return planRequests(query, now).map((request) => ({
    request,
    count: (record) => {
      const { account } = request
      return query.group
        ? [{ ...record, part: partOfMember(query, { account, key: record.part }) }]
        : [record]
    },
  }))
}

function planAs(query: UsageQuery, now: Date, count: CountedRequest['count']): CountedRequest[] {
  return planRequests(query, now).map((request) => ({ request, count }))
}
