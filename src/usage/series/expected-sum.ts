import { MILLISECONDS_PER_DAY } from '../time/interval.ts'

/** What the days to come add up to. */
export interface ExpectedSum {
  readonly expected: number
  /** Four times in five the sum lies between `low` and `high`. */
  readonly low: number
  readonly high: number
  /** At how many past origins of the same series such a range has held, and of how many. */
  readonly record: { readonly held: number; readonly of: number }
}

/** With fewer settled days there is no forecast: a weekday would be known by one day or none. */
export const FEWEST_DAYS = 14

/** Settled days that the level, and the weekdays' shares of it, look back on. */
export const LEVEL_DAYS = 56

/** With fewer past errors the range is `YOUNG` times as wide as the largest of them. */
const FEWEST_ERRORS = 10

/** How much wider the range is of a series that has not been tried often. */
const YOUNG = 1.5

/** The share of ranges that are meant to hold. */
const COVERAGE = 0.8

/** Past errors that a range is made of, one for each day: older ones tell of another fleet. */
const ERROR_DAYS = 300

/** How far the meant coverage moves after a range that did not hold; a fourth of it back after one that did. */
const CORRECTION = 0.006

/** How much a new day moves the level. */
const SMOOTHING = 0.25

/** A day counts as no further off the level than this share of it: a holiday is no new level. */
const FARTHEST = 0.5

/** An error is measured against no less than this share of what is usual, as a forecast may be near zero. */
const LEAST_SCALE = 0.1

/**
 * The sum of the next days: what is usual on each weekday, at a level that is smoothed day by day (simple
 * exponential smoothing), so that neither a holiday nor an outlier moves much. The range is made of the series' own relative errors at past origins, of the
 * same horizon (split conformal prediction), and is moved wider after ranges that did not hold
 * (adaptive conformal inference, Gibbs and Candès 2021).
 *
 * @param days settled days, `start` is their UTC midnight in milliseconds; in any order. A day that is
 *   missing between them counts as the same weekday of the week before.
 * @param horizon how many days after the last of them
 * @returns undefined where fewer than `FEWEST_DAYS` days are there, or the horizon is no whole day
 */
export function expectedSum(
  days: readonly { readonly start: number; readonly amount: number }[],
  horizon: number,
): ExpectedSum | undefined {
  const values = valuesOf(days)
  const count = values.length
  if (count < FEWEST_DAYS || !Number.isInteger(horizon) || horizon < 1) return undefined
  // A young series cannot have been tried that far ahead: then as far as it can.
  const tried = Math.min(horizon, Math.floor(count / 2))
  const past = pastErrors(values, tried)
  const { quantile, record } = rangeOf(past, tried)
  const expected = sumAhead(values, count, horizon)
  const factor = tried < horizon ? Math.max(YOUNG, Math.sqrt(horizon / tried)) : 1
  const reach = quantile * factor * scaleAt(values, count, horizon, expected)
  const negative = values.some((value) => value < 0)
  return {
    expected,
    low: negative ? expected - reach : Math.min(expected, Math.max(0, expected - reach)),
    high: expected + reach,
    record: tried < horizon ? { held: 0, of: 0 } : record,
  }
}

/**
 * What each of the next days is expected to come to; together they are what `expectedSum` expects.
 *
 * @param days as those of `expectedSum`
 * @returns undefined where fewer than `FEWEST_DAYS` days are there
 */
export function expectedDays(
  days: readonly { readonly start: number; readonly amount: number }[],
  horizon: number,
): number[] | undefined {
  const values = valuesOf(days)
  if (values.length < FEWEST_DAYS) return undefined
  const weekdays = weekdaysAt(values, values.length)
  return Array.from({ length: horizon }, (_, day) => weekdays[(values.length + day) % 7] ?? 0)
}

/** One amount a day, from the first to the last; what cannot be read is a day that is missing. */
function valuesOf(days: readonly { readonly start: number; readonly amount: number }[]): number[] {
  const amounts = new Map<number, number>()
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { start, amount } of days) {
    if (!Number.isFinite(start) || !Number.isFinite(amount)) continue
    const day = Math.floor(start / MILLISECONDS_PER_DAY)
    amounts.set(day, amount)
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  if (amounts.size < FEWEST_DAYS) return []
  // More than two years tell nothing more, and a stray day must not make a series of a million.
  const values: number[] = []
  for (let day = Math.max(first, last - 730); day <= last; day++) {
    values.push(amounts.get(day) ?? values[values.length - 7] ?? values.at(-1) ?? 0)
  }
  return values
}

/** What each weekday is expected to come to after an origin, by the days before it alone. */
function weekdaysAt(values: readonly number[], origin: number): readonly number[] {
  const { usual, isRare } = usualDays(values, origin)
  const level = isRare ? 1 : levelAt(values, origin, usual)
  return usual.map((amount) => amount * level)
}

function sumAhead(values: readonly number[], origin: number, horizon: number): number {
  const weekdays = weekdaysAt(values, origin)
  let sum = 0
  for (let day = origin; day < origin + horizon; day++) sum += weekdays[day % 7] ?? 0
  return sum
}

/** What lies above or below what is usual lately, as a share of it. */
function levelAt(values: readonly number[], origin: number, usual: readonly number[]): number {
  const least = (usual.reduce((sum, amount) => sum + amount, 0) / 7) * LEAST_SCALE
  let level = 1
  for (let day = Math.max(0, origin - LEVEL_DAYS); day < origin; day++) {
    const share = usual[day % 7] ?? 0
    if (share <= least) continue
    const seen = (values[day] ?? 0) / share
    const [low, high] = [level * (1 - FARTHEST), level * (1 + FARTHEST)]
    level += SMOOTHING * (Math.min(Math.max(seen, low), high) - level)
  }
  return level
}

/**
 * What each weekday is like: its median, as outliers are no habit. Where most days have no usage, medians
 * would leave out what there is: then its mean, and no level follows from day to day.
 */
function usualDays(values: readonly number[], origin: number) {
  const [means, medians]: [number[], number[]] = [[], []]
  const from = Math.max(0, origin - LEVEL_DAYS)
  let zeros = 0
  for (let weekday = 0; weekday < 7; weekday++) {
    const sorted: number[] = []
    let sum = 0
    for (let day = from + ((7 + weekday - (from % 7)) % 7); day < origin; day += 7) {
      const value = values[day] ?? 0
      sum += value
      if (value === 0) zeros += 1
      insertSmall(sorted, value)
    }
    const middle = sorted.length / 2
    means.push(sum / (sorted.length || 1))
    medians.push(((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2)
  }
  const isRare = zeros > (origin - from) / 2
  return { usual: isRare ? means : medians, isRare }
}

/** Puts a number into a few sorted ones: of eight this is the quickest way, and it is done thousands of times. */
function insertSmall(sorted: number[], value: number): void {
  let at = sorted.length
  sorted.push(value)
  for (; at > 0 && (sorted[at - 1] ?? 0) > value; at--) sorted[at] = sorted[at - 1] ?? 0
  sorted[at] = value
}

/** What an error is measured against. */
function scaleAt(
  values: readonly number[],
  origin: number,
  horizon: number,
  expected: number,
): number {
  let sum = 0
  const from = Math.max(0, origin - LEVEL_DAYS)
  for (let day = from; day < origin; day++) sum += Math.abs(values[day] ?? 0)
  return Math.max(Math.abs(expected), (LEAST_SCALE * horizon * sum) / (origin - from))
}

/** How far off the sum was at each past origin, oldest first, relative to what was expected. */
function pastErrors(values: readonly number[], horizon: number): number[] {
  const errors: number[] = []
  const last = values.length - horizon
  for (let origin = Math.max(7, last - ERROR_DAYS - 60); origin <= last; origin++) {
    const expected = sumAhead(values, origin, horizon)
    let actual = 0
    for (let day = origin; day < origin + horizon; day++) actual += values[day] ?? 0
    const scale = scaleAt(values, origin, horizon, expected)
    errors.push(scale > 0 ? Math.abs(actual - expected) / scale : actual === 0 ? 0 : 1)
  }
  return errors
}

/**
 * How far a range reaches, relative to what is expected, and how often such a one has held. It is
 * replayed from the first origin on: at each, only errors whose last day had come were known.
 */
function rangeOf(errors: readonly number[], horizon: number) {
  const known: number[] = []
  let [held, of, coverage] = [0, 0, COVERAGE]
  const reaches: number[] = []
  for (let index = 0; index <= errors.length + horizon - 1; index++) {
    // The error of the origin whose last day has just come.
    const arrived = errors[index - horizon]
    if (arrived !== undefined) {
      insert(known, arrived)
      const outdated = errors[index - horizon - ERROR_DAYS]
      if (outdated !== undefined) known.splice(positionOf(known, outdated), 1)
      const reach = reaches[index - horizon]
      if (reach !== undefined) {
        const holds = arrived <= reach
        if (holds) held += 1
        of += 1
        coverage += CORRECTION * (holds ? COVERAGE - 1 : COVERAGE)
      }
    }
    if (known.length >= FEWEST_ERRORS) reaches[index] = quantileOf(known, coverage)
  }
  const quantile =
    known.length < FEWEST_ERRORS ? YOUNG * (known.at(-1) ?? 0) : quantileOf(known, coverage)
  return { quantile, record: { held, of } }
}

/** The ⌈(n + 1) · share⌉-th smallest of sorted errors; beyond the largest, wider by what the share asks for more. */
function quantileOf(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil((sorted.length + 1) * share))
  const largest = sorted.at(-1) ?? 0
  return rank <= sorted.length ? (sorted[rank - 1] ?? largest) : largest * Math.max(1, share + 0.1)
}

function positionOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function insert(sorted: number[], value: number): void {
  sorted.splice(positionOf(sorted, value), 0, value)
}
