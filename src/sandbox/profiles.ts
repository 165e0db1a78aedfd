import type { Profile } from './traffic.ts'

const EVEN = Array<number>(24).fill(1)
/** Working hours of the American time zones, in UTC. */
const WORKING = [3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 10, 10, 9, 8, 7, 5, 4]
const EVENING = [10, 9, 7, 5, 3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 6, 7, 8, 9, 10]
/** A report every six hours and silence between. */
const REPORTING = EVEN.map((_, hour) => (hour % 6 === 1 ? 1 : 0))

const KILO = 1_000
const MEGA = 1_000_000

/** The kinds of devices in the made-up fleets. */
export const PROFILES = {
  meter: profile('Meter', 180 * KILO, 0.8, 0, REPORTING, 1),
  sensor: profile('Sensor', 40 * KILO, 0.9, 2, REPORTING, 1),
  tracker: profile('Tracker', 9 * MEGA, 0.7, 1, WORKING, 0.3),
  truck: profile('Truck', 45 * MEGA, 0.6, 2, WORKING, 0.6),
  tour: profile('Coach', 60 * MEGA, 0.3, 1, EVENING, 1.3),
  kiosk: profile('Kiosk', 25 * MEGA, 0.4, 0, WORKING, 1.1),
  camera: profile('Camera', 70 * MEGA, 0.94, 0, EVEN, 1),
  router: profile('Router', 150 * MEGA, 0.15, 0, EVENING, 0.5),
  chatty: profile('Gateway', 30 * MEGA, 0.5, 12, EVEN, 1),
  pager: profile('Pager', 0, 0, 20, WORKING, 0.4),
} satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES

function profile(
  name: string,
  dailyBytes: number,
  uploadShare: number,
  dailyCommands: number,
  weights: readonly number[],
  weekend: number,
): Profile {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const hours = weights.map((weight) => weight / sum)
  const reached = hours.map((_, hour) => hours.slice(0, hour).reduce((a, b) => a + b, 0))
  return { name, dailyBytes, uploadShare, dailyCommands, hours, reached, weekend }
}
