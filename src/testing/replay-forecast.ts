import { expectedSum } from '#usage/series/expected-sum.ts'

const DAY = 86_400_000

/**
 * How often the range of a forecast would have held, at every third day of a series from its 42nd on, and
 * the pinball losses at 10, 50 and 90 %. The naive forecast repeats the last week, with the range of its
 * own relative errors.
 */
export function replayForecast(start: number, values: readonly number[], horizon: number) {
  const days = values.map((amount, day) => ({ start: start + day * DAY, amount }))
  const sum = (from: number, to: number) =>
    values.slice(from, to).reduce((total, value) => total + value, 0)
  const naiveAt = (origin: number) => {
    let total = 0
    for (let day = 0; day < horizon; day++) total += values[origin - 7 + (day % 7)] ?? 0
    return total
  }
  let [held, of, loss, naiveLoss] = [0, 0, 0, 0]
  for (let origin = 42; origin + horizon <= values.length; origin += 3) {
    const made = expectedSum(days.slice(0, origin), horizon)
    if (!made) continue
    const actual = sum(origin, origin + horizon)
    of += 1
    if (made.low <= actual && actual <= made.high) held += 1
    const errors: number[] = []
    for (let past = 7; past + horizon <= origin; past++) {
      errors.push((sum(past, past + horizon) - naiveAt(past)) / (naiveAt(past) || 1))
    }
    errors.sort((a, b) => a - b)
    const naive = naiveAt(origin)
    const at = (share: number) => naive * (1 + (errors[Math.floor(share * errors.length)] ?? 0))
    loss += pinball(made.low, actual, 0.1) + pinball(made.expected, actual, 0.5)
    loss += pinball(made.high, actual, 0.9)
    naiveLoss += pinball(at(0.1), actual, 0.1) + pinball(naive, actual, 0.5)
    naiveLoss += pinball(at(0.9), actual, 0.9)
  }
  return { held, of, loss, naiveLoss }
}

/** What a told quantile costs, given what came. */
function pinball(told: number, actual: number, share: number): number {
  return actual >= told ? share * (actual - told) : (1 - share) * (told - actual)
}
