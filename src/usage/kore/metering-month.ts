import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'

/** What is taken where nobody has said on which day a SIM was activated: the calendar month. */
export const DEFAULT_METERING_DAY = 1

/**
 * The month that a limit of Programmable Wireless holds for: it begins on the day of the SIM's activation
 * and ends on the same day of the next month (KORE, RatePlan, `data_limit`). In a month that is too short
 * for the day, it begins on that month's last day.
 *
 * @param day of the month, 1 to 31
 * @returns the one that `now` lies in, from midnight to midnight UTC
 */
export function meteringMonth(now: Date, day: number): Interval {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  const begun = beginsIn(year, month, day) <= now.getTime()
  const first = begun ? month : month - 1
  return {
    start: new Date(beginsIn(year, first, day)),
    end: new Date(beginsIn(year, first + 1, day)),
  }
}

/** @param month may lie before or after those of the year */
function beginsIn(year: number, month: number, day: number): number {
  const last = new Date(Date.UTC(year, month + 1, 1) - MILLISECONDS_PER_DAY).getUTCDate()
  return Date.UTC(year, month, Math.min(day, last))
}
