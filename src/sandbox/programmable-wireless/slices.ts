import type { ProfileName } from '../profiles.ts'
import { chance, hash, pick } from '../random.ts'
import { dayVolume, type Volume, weekOf } from '../traffic.ts'
import type { Sim, World } from '../world.ts'

/** `home`, `national`, or the ISO 3166 alpha-2 code of the country it roamed in. */
export type Place = string

/** What one SIM moved in one place in one day. */
export interface Slice extends Volume {
  readonly place: Place
}

const ROAM = 200

const EUROPE: readonly (readonly [Place, number])[] = [
  ['GB', 8],
  ['FR', 7],
  ['DE', 7],
  ['ES', 6],
  ['IT', 6],
  ['NL', 4],
  ['AT', 3],
  ['CH', 3],
  ['PT', 2],
  ['BE', 2],
  ['PL', 2],
  ['CZ', 2],
  ['HR', 2],
  ['GR', 1],
]
const NEIGHBOURS: readonly (readonly [Place, number])[] = [
  ['CA', 3],
  ['MX', 2],
]

/** How often a kind of device leaves the home network inside the country, by day. */
const NATIONAL: Partial<Record<ProfileName, number>> = {
  truck: 0.8,
  tracker: 0.5,
  tour: 0.4,
  sensor: 0.08,
  chatty: 0.1,
}

/**
 * Where a SIM's volume of one UTC day went; the slices add up to the day's volume.
 *
 * @param day since 1970
 * @returns empty where the SIM moved nothing
 */
export function daySlices(world: World, sim: Sim, day: number): Slice[] {
  const volume = dayVolume(world.seed, sim.device, day, world.incidents)
  return volume ? divide(volume, dayPlaces(world.seed, sim, day)) : []
}

/** The places of a day, the last of which takes what the shares of the others leave. */
function dayPlaces(seed: number, { device, profile }: Sim, day: number): [Place, number][] {
  const { index } = device
  const country = countryOf(seed, index, profile, day)
  if (country) {
    const crossing = chance(seed + ROAM, index, day, 2) < 0.2
    const next = crossing ? countryOf(seed, index, profile, day + 7) : undefined
    return next && next !== country
      ? [
          [next, 0.3],
          [country, 1],
        ]
      : [[country, 1]]
  }
  const leavesHome = chance(seed + ROAM, index, day, 3) < (NATIONAL[profile] ?? 0)
  const share = 0.1 + 0.5 * chance(seed + ROAM, index, day, 4)
  return leavesHome
    ? [
        ['national', share],
        ['home', 1],
      ]
    : [['home', 1]]
}

/** The country that a SIM is abroad in for a week: coaches tour Europe in summer, trucks cross borders. */
function countryOf(
  seed: number,
  index: number,
  profile: ProfileName,
  day: number,
): Place | undefined {
  const week = weekOf(day)
  const draw = chance(seed + ROAM, index, week)
  const choice = hash(seed + ROAM, index, week, 1) / 2 ** 32
  if (profile === 'tour')
    return draw < (isSummer(day) ? 0.75 : 0.15) ? pick(EUROPE, choice) : undefined
  if (profile === 'truck') return draw < 0.3 ? pick(NEIGHBOURS, choice) : undefined
  return undefined
}

function isSummer(day: number): boolean {
  const month = new Date(day * 86_400_000).getUTCMonth()
  return month >= 5 && month <= 8
}

function divide(volume: Volume, places: readonly [Place, number][]): Slice[] {
  const rest = { ...volume }
  return places.map(([place, share], position) => {
    const whole = position === places.length - 1
    const take = (key: keyof Volume) => {
      const amount = whole ? rest[key] : Math.floor(volume[key] * share)
      rest[key] -= amount
      return amount
    }
    return {
      place,
      upload: take('upload'),
      download: take('download'),
      toSim: take('toSim'),
      fromSim: take('fromSim'),
    }
  })
}
