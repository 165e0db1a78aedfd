import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from '../time/interval.ts'
import { amountState } from './amount-state.ts'
import { type Bucket, bucketTotal, type UsageSeries } from './usage-series.ts'

/**
 * What an hour was like.
 * - `used`: there was usage
 * - `silent`: nothing was reported, and nothing can come any more
 * - `open`: nothing was reported, but it may still arrive
 * - `unknown`: it could not be read
 * - `future`: it has not begun
 * - `absent`: the SIM was not there yet
 */
export type HourState = 'used' | 'silent' | 'open' | 'unknown' | 'future' | 'absent'

export interface HourCell {
  readonly bucket: Bucket
  /** Of the UTC day. */
  readonly hour: number
  readonly bytes: number
  /** Sent and received. */
  readonly commands: number
  readonly state: HourState
  /** How many bytes beside the other hours that were used: 1 to `LEVELS`; 0 where nothing was used. */
  readonly level: number
}

/** The hours of one UTC day; some may lie outside the range. */
export interface HourRow {
  readonly day: Date
  readonly cells: readonly HourCell[]
}

export const LEVELS = 5

/** The longest range whose hours are shown day under day, in days: of more they would be too small to tell apart. */
export const LONGEST_HOUR_GRID_DAYS = 31

/** The hours of a range, day by day: oldest first. */
export interface HourGrid {
  readonly rows: readonly HourRow[]
  readonly busiest: HourCell | undefined
  /** The last hour that had any data or Commands. */
  readonly lastUsed: HourCell | undefined
  /** How many hours were silent, of those that nothing can come to any more. */
  readonly silent: number
  readonly settled: number
}

/**
 * @param series by hour
 * @param created when the SIM was made known to KORE, in milliseconds UTC; undefined where that is not told
 */
export function buildHourGrid(series: UsageSeries, created?: number): HourGrid {
  const amounts = series.buckets.map((_, index) => bucketTotal(series, 'data', 'total', index))
  const levelOf = levels(amounts)
  const cells = series.buckets.map((bucket, index): HourCell => {
    const bytes = amounts[index] ?? 0
    const commands = bucketTotal(series, 'commands', 'total', index)
    const isUsed = bytes > 0 || commands > 0
    return {
      bucket,
      hour: bucket.start.getUTCHours(),
      bytes,
      commands,
      state: stateOf(bucket, isUsed, created),
      level: isUsed ? Math.max(1, levelOf(bytes)) : 0,
    }
  })
  const days = new Map<number, HourCell[]>()
  for (const cell of cells) {
    const day = Math.floor(cell.bucket.start.getTime() / MILLISECONDS_PER_DAY)
    days.set(day, [...(days.get(day) ?? []), cell])
  }
  const used = cells.filter(({ state }) => state === 'used')
  const settled = cells.filter(
    ({ bucket, state }) => state !== 'absent' && amountState(bucket, 'data') === 'final',
  )
  return {
    rows: [...days].map(([day, own]) => ({
      day: new Date(day * MILLISECONDS_PER_DAY),
      cells: own,
    })),
    busiest: used.reduce<HourCell | undefined>(
      (most, cell) => (most && !isBusier(cell, most) ? most : cell),
      undefined,
    ),
    lastUsed: used.at(-1),
    silent: settled.filter(({ state }) => state === 'silent').length,
    settled: settled.length,
  }
}

/** Whole hours from the end of a cell to a moment. */
export function hoursSince({ bucket }: HourCell, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - bucket.end.getTime()) / MILLISECONDS_PER_HOUR))
}

/** Bytes count first; Commands tell hours apart that have as many. */
function isBusier(cell: HourCell, other: HourCell): boolean {
  return cell.bytes > other.bytes || (cell.bytes === other.bytes && cell.commands > other.commands)
}

function stateOf(bucket: Bucket, isUsed: boolean, created: number | undefined): HourState {
  const state = amountState(bucket, 'data')
  if (state === 'future' || state === 'unknown') return state
  if (isUsed) return 'used'
  if (created !== undefined && bucket.end.getTime() <= created) return 'absent'
  return state === 'final' ? 'silent' : 'open'
}

/** Sorts amounts into as many levels, each of which as many of the hours with usage lie in. */
function levels(amounts: readonly number[]): (bytes: number) => number {
  const used = amounts.filter((bytes) => bytes > 0).sort((a, b) => a - b)
  const bounds = Array.from(
    { length: LEVELS - 1 },
    (_, index) => used[Math.floor((used.length * (index + 1)) / LEVELS)] ?? 0,
  )
  return (bytes) => (bytes > 0 ? 1 + bounds.filter((bound) => bytes >= bound).length : 0)
}
