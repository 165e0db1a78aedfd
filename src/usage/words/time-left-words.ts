import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'

const SECOND = 1_000
const MINUTE = 60_000

/**
 * How long something takes yet, as roughly as it is known.
 *
 * @param milliseconds undefined where it is not
 * @returns empty for what takes a few seconds only
 */
export function describeTimeLeft(milliseconds: number | undefined): string {
  if (milliseconds === undefined || milliseconds < 5 * SECOND) return ''
  if (milliseconds < 55 * SECOND) {
    return `about ${Math.ceil(milliseconds / (10 * SECOND)) * 10} seconds left`
  }
  if (milliseconds < 90 * MINUTE) return about(Math.round(milliseconds / MINUTE), 'minute')
  return about(Math.round(milliseconds / MILLISECONDS_PER_HOUR), 'hour')
}

function about(count: number, unit: string): string {
  return `about ${count} ${unit}${count === 1 ? '' : 's'} left`
}
