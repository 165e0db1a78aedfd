import { type CalendarDay, parseCalendarDay } from './calendar.ts'

/** The months by their full names; a name's first three letters are short for it, and `sept`. */
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of a month as two digits, or undefined for a word that is no name of one. */
export function parseMonthName(name: string): string | undefined {
  const index = MONTHS.findIndex(
    (month) =>
      name === month || name === month.slice(0, 3) || (name === 'sept' && month[0] === 's'),
  )
  return index < 0 ? undefined : String(index + 1).padStart(2, '0')
}

/**
 * Reads `2026-10-01`, `1 oct 2026` or `oct 1, 2026`, in small letters. Days written in digits
 * alone in another order are refused: nobody can tell 10/01 from 01/10.
 */
export function parseWrittenDay(text: string): CalendarDay | undefined {
  const [, before, name, after, year] =
    /^(?:(\d{1,2}) )?([a-z]+)\.?(?: (\d{1,2}),?)? (\d{4})$/.exec(text) ?? []
  if (name === undefined) return parseCalendarDay(text)
  const month = parseMonthName(name)
  const day = before ?? after
  if (!month || !day || (before && after)) return undefined
  return parseCalendarDay(`${year}-${month}-${day.padStart(2, '0')}`)
}
