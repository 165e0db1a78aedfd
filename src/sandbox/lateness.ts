import { chance } from './random.ts'

const ARRIVES = 11
const CHARGED = 12

/** The most hours that usage comes late, counted from the end of its hour. */
export const LATEST_HOURS = 47

/**
 * How late one SIM's usage of one hour becomes visible, in hours after the end of that hour: most
 * within a few hours, nearly all within 24, the last within 48 of when it occurred (contract §6).
 */
function delayHours(seed: number, sim: number, hour: number): number {
  const draw = chance(seed + ARRIVES, sim, hour)
  const within = chance(seed + ARRIVES, sim, hour, 1)
  if (draw < 0.62) return 1 + within * 7
  return draw < 0.93 ? 8 + within * 15 : 23 + within * (LATEST_HOURS - 23)
}

/**
 * Whether one SIM's usage of one hour is visible.
 *
 * @param nowHour the moment to judge from, in hours since 1970, with its fraction
 */
export function isVisible(seed: number, sim: number, hour: number, nowHour: number): boolean {
  const age = nowHour - (hour + 1)
  return age >= LATEST_HOURS || (age > 0 && age >= delayHours(seed, sim, hour))
}

/** The most hours that Super SIM usage and its charge come late, counted from the end of the hour. */
export const LATEST_SUPER_SIM_HOURS = 24

/**
 * What is known of one Super SIM's usage of one hour: its bytes some hours after it, its charge later
 * still, both within 24 hours (contract §6).
 *
 * @param nowHour the moment to judge from, in hours since 1970, with its fraction
 */
export function superSimVisibility(
  seed: number,
  sim: number,
  hour: number,
  nowHour: number,
): { bytes: boolean; charge: boolean } {
  const age = nowHour - (hour + 1)
  if (age >= LATEST_SUPER_SIM_HOURS) return { bytes: true, charge: true }
  if (age <= 0) return { bytes: false, charge: false }
  const bytesDelay = 0.5 + 11 * chance(seed + ARRIVES, sim, hour) ** 2
  const chargeDelay = bytesDelay + 3 + 9 * chance(seed + CHARGED, sim, hour)
  return { bytes: age >= bytesDelay, charge: age >= chargeDelay }
}
