import { memberOfPart, partOfMember } from '../question/member.ts'
import {
  beyondRetention,
  hasManyRecords,
  memberQueries,
  planRequests,
  rankingQuery,
  type UsageRequest,
} from '../question/request-plan.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { negateRecord, OTHERS, UNATTRIBUTED, type UsageRecord } from '../question/usage-record.ts'
import { type Interval, intersect } from '../time/interval.ts'
import { buildSeries, largestMembers } from './build-series.ts'
import type { Reading } from './reading.ts'
import type { UsageSeries } from './usage-series.ts'

/** A request, and how what it brings counts in the series. */
export interface CountedRequest {
  readonly request: UsageRequest
  count(record: UsageRecord): UsageRecord[]
}

/** What a request has brought; `notKept` where only what was kept could answer, and nothing was. */
export type UsageAnswer = readonly UsageRecord[] | 'notKept'

/** What requests have brought, as long as their plan; undefined for what is not there yet. */
export type Answers = readonly (UsageAnswer | undefined)[]

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
  if (ranked.includes(undefined)) return []
  const ranking = planRanking(query, now)
  const counted = ranking.flatMap(({ count }, index) => recordsOf(ranked[index]).flatMap(count))
  // What names no member cannot be asked for; it is among the others.
  const named = counted.filter(
    ({ part }) => memberOfPart(query.accounts, part).key !== UNATTRIBUTED,
  )
  const members = query.members ?? largestMembers(named, query.rankedBy)
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

/**
 * The series of a plan, as far as it is answered.
 *
 * @param readAt when the upstream gave each answer, by its clock; undefined for what is as good as read now
 */
export function countSeries(
  query: UsageQuery,
  plan: readonly CountedRequest[],
  answers: Answers,
  now: Date,
  readAt: readonly (Date | undefined)[] = [],
): UsageSeries {
  const records = plan.flatMap(({ count }, index) => recordsOf(answers[index]).flatMap(count))
  const missing = plan.flatMap(({ request }, index) =>
    Array.isArray(answers[index]) ? [] : (request.kept ?? request.interval),
  )
  const kept = plan.flatMap(({ request }) => request.kept ?? [])
  const lost = beyondRetention(query, now)
  const gaps = lost ? [...missing, ...uncovered(lost, kept)] : missing
  return buildSeries(query, records, gaps, now, readingsOf(plan, readAt))
}

/** A settled request was asked when nothing of its answer could change any more. */
function readingsOf(
  plan: readonly CountedRequest[],
  readAt: readonly (Date | undefined)[],
): Reading[] {
  return plan.flatMap(({ request: { settled, interval } }, index) => {
    const read = readAt[index]
    return settled || !read ? [] : { interval, readAt: read }
  })
}

function recordsOf(answer: UsageAnswer | undefined): readonly UsageRecord[] {
  return answer === undefined || answer === 'notKept' ? [] : answer
}

/** What of an interval lies in none of some others. */
function uncovered({ start, end }: Interval, others: readonly Interval[]): Interval[] {
  const gaps: Interval[] = []
  let covered = start
  for (const other of others.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    if (other.start > covered) gaps.push({ start: covered, end: other.start })
    if (other.end > covered) covered = other.end
  }
  return covered < end ? [...gaps, { start: covered, end }] : gaps
}

/** Of what was kept, counts only what KORE is not asked for. */
function countedOf(request: UsageRequest, count: CountedRequest['count']): CountedRequest {
  const { kept } = request
  if (!kept) return { request, count }
  return { request, count: (record) => (intersect(record.period, kept) ? count(record) : []) }
}

/** The query's own requests; each record counts for the member that it is of. */
function planMembers(query: UsageQuery, now: Date): CountedRequest[] {
  return planRequests(query, now).map((request) =>
    countedOf(request, (record) => {
      const { account } = request
      return query.group
        ? [{ ...record, part: partOfMember(query, { account, key: record.part }) }]
        : [record]
    }),
  )
}

function planAs(query: UsageQuery, now: Date, count: CountedRequest['count']): CountedRequest[] {
  return planRequests(query, now).map((request) => countedOf(request, count))
}
