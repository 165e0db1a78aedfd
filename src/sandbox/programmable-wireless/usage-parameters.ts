import type { Refusal } from '../refusals.ts'

/** What a usage request asks for, in hours since 1970; `end` exclusive. */
export interface UsageParameters {
  readonly start: number
  readonly end: number
  readonly granularity: 'hourly' | 'daily' | 'all'
}

export type Refused = readonly [kind: Refusal, detail: string]

const HOUR = 3_600_000

/**
 * Reads `Start`, `End` and `Granularity` (contract §3). Moments off the hour are taken down to it.
 *
 * @param now the default of `End`; `Start` defaults to one month before `End`
 * @returns the refusal where a parameter is wrong, with a text that says which
 */
export function parseUsageParameters(
  query: Readonly<Record<string, string>>,
  now: Date,
): UsageParameters | Refused {
  const empty = ['Start', 'End', 'Granularity'].find((name) => query[name] === '')
  if (empty) return ['missingParameter', `${empty} is empty.`]
  const end = parseMoment(query.End, now)
  if (!end) return ['invalidParameter', 'End is not an ISO 8601 date-time.']
  const start = parseMoment(query.Start, oneMonthBefore(end))
  if (!start) return ['invalidParameter', 'Start is not an ISO 8601 date-time.']
  if (start > end) return ['invalidParameter', 'Start must be before End.']
  const granularity = query.Granularity ?? 'all'
  if (granularity !== 'hourly' && granularity !== 'daily' && granularity !== 'all') {
    return ['invalidParameter', 'Granularity must be hourly, daily or all.']
  }
  return {
    start: Math.floor(start.getTime() / HOUR),
    end: Math.ceil(end.getTime() / HOUR),
    granularity,
  }
}

/** A period in hours since 1970; `end` exclusive. */
export interface Period {
  readonly start: number
  readonly end: number
}

/** Periods that are made as they are read, as a range may have a million. */
export interface Periods {
  readonly count: number
  at(position: number): Period
}

/** The periods that have records, newest first; none begins after now. */
export function periodsOf({ start, end, granularity }: UsageParameters, now: Date): Periods {
  if (granularity === 'all') return { count: 1, at: () => ({ start, end }) }
  const length = granularity === 'daily' ? 24 : 1
  const first = Math.floor(start / length)
  const last = Math.ceil(Math.min(end, now.getTime() / HOUR) / length)
  return {
    count: Math.max(0, last - first),
    at(position) {
      const bucket = last - 1 - position
      return {
        start: Math.max(start, bucket * length),
        end: Math.min(end, (bucket + 1) * length),
      }
    },
  }
}

/** Hours since 1970 as the wire writes them. */
export function wireMoment(hour: number): string {
  return new Date(hour * HOUR).toISOString().replace('.000Z', 'Z')
}

function parseMoment(text: string | undefined, otherwise: Date): Date | undefined {
  if (text === undefined) return otherwise
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text))
    return undefined
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`
  const moment = new Date(zoned)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

function oneMonthBefore(end: Date): Date {
  const start = new Date(end)
  start.setUTCMonth(start.getUTCMonth() - 1)
  if (start.getUTCDate() !== end.getUTCDate()) start.setUTCDate(0)
  return start
}
