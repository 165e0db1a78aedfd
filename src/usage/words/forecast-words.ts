import { FEWEST_DAYS } from '../series/expected-sum.ts'
import type { Forecast } from '../series/forecast.ts'
import type { Measure } from '../series/usage-series.ts'
import { formatBucket } from '../time/moment.ts'

/** Why there is no forecast. */
export const TOO_FEW_DAYS = `A forecast needs ${FEWEST_DAYS} settled days before today; there are not as many yet.`

/** How often a range has held before: `such a range held 10 of 12 times`. */
export function describeRecord({ held, of }: Forecast['record']): string {
  return of === 0
    ? 'not tried on enough days yet, so the range is wider'
    : `such a range held ${held} of ${of} times`
}

/** How a forecast was made, so that nobody takes it for more than it is. */
export function describeForecast({ basis, settledUntil }: Forecast, measure: Measure): string {
  const settled = measure === 'data' ? 'final' : 'final and charged'
  const until = formatBucket(
    { start: new Date(settledUntil.getTime() - 1), end: settledUntil },
    'day',
  )
  return `Days until ${until} are ${settled} and count as they are. Later days are expected by the weekdays and the level of the last ${basis} such days; the range is meant to hold four times in five, by how far such a forecast was off before.`
}
