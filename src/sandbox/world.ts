import { PROFILES, type ProfileName } from './profiles.ts'
import { chance, hash, pick, sid } from './random.ts'
import { createIncidents, type Device, type Incidents } from './traffic.ts'

/** A SIM of the made-up Programmable Wireless account. */
export interface Sim {
  readonly sid: string
  readonly uniqueName: string
  readonly friendlyName: string
  readonly iccid: string
  readonly ratePlanSid: string
  readonly profile: ProfileName
  readonly device: Device
}

export interface RatePlan {
  readonly sid: string
  readonly uniqueName: string
  readonly friendlyName: string
  /** Megabytes in a month, as the API counts a plan's limit. */
  readonly dataLimit: number
  readonly dataMetering: 'payg' | 'quota-1' | 'quota-10' | 'quota-50'
}

/** Everything that stands still in the sandbox: made once from the seed, never changed. */
export interface World {
  readonly seed: number
  readonly accountSid: string
  readonly sims: readonly Sim[]
  readonly incidents: Incidents
  readonly ratePlans: readonly RatePlan[]
}

const ACCOUNT = 100
const PLAN = 101
const SIM = 102
const TRAITS = 103

const DAY = 86_400_000
/** SIMs are put to work between these days; those of later than today are still `new` or `ready`. */
const OLDEST_SIM = Date.UTC(2023, 5, 1) / DAY
const NEWEST_SIM = Date.UTC(2027, 0, 15) / DAY

const PLANS: readonly [string, string, number, RatePlan['dataMetering']][] = [
  ['sensor-10', 'Sensor 10 MB', 10, 'payg'],
  ['tracker-250', 'Tracker 250 MB', 250, 'quota-10'],
  ['fleet-1000', 'Fleet 1 GB', 1_000, 'quota-50'],
  ['video-20000', 'Video 20 GB', 20_000, 'quota-1'],
  ['backhaul-50000', 'Backhaul 50 GB', 50_000, 'quota-1'],
]

/** How many of a thousand SIMs are of which kind, and the plan they are on. */
const KINDS: readonly [ProfileName, number, number][] = [
  ['meter', 300, 0],
  ['sensor', 180, 0],
  ['tracker', 170, 1],
  ['truck', 110, 2],
  ['tour', 60, 2],
  ['kiosk', 70, 2],
  ['camera', 30, 3],
  ['router', 15, 4],
  ['chatty', 25, 2],
  ['pager', 40, 0],
]

/**
 * Makes the Programmable Wireless account: its SIMs, what carries them, and their rate plans.
 *
 * @param count how many SIMs
 */
export function createWorld(seed: number, count: number): World {
  const ratePlans = PLANS.map(([uniqueName, friendlyName, dataLimit, dataMetering], index) => ({
    sid: sid('WP', seed, PLAN, index),
    uniqueName,
    friendlyName,
    dataLimit,
    dataMetering,
  }))
  return {
    seed,
    accountSid: sid('AC', seed, ACCOUNT, 0),
    ratePlans,
    incidents: createIncidents(seed, count),
    sims: Array.from({ length: count }, (_, index) => createSim(seed, index, ratePlans)),
  }
}

/** The state of a SIM's life on a day since 1970. */
export function statusOf({ device }: Sim, day: number): string {
  if (day < device.firstDay) return device.firstDay - day > 20 ? 'new' : 'ready'
  if (day < device.endDay) return 'active'
  return day - device.endDay > 120 ? 'deactivated' : 'suspended'
}

function createSim(seed: number, index: number, ratePlans: readonly RatePlan[]): Sim {
  const [profile, plan] = pick(
    KINDS.map(([name, weight, planIndex]) => [[name, planIndex] as const, weight] as const),
    chance(seed, TRAITS, index),
  )
  const number = String(index + 1).padStart(4, '0')
  return {
    sid: sid('DE', seed, SIM, index),
    uniqueName: `${profile}-${number}`,
    friendlyName: `${PROFILES[profile].name} ${number}`,
    iccid: `8901260${String(hash(seed, SIM, index, 9)).padStart(10, '0')}${String(index % 1000).padStart(3, '0')}`,
    ratePlanSid: ratePlans[plan]?.sid ?? '',
    profile,
    device: createDevice(seed + TRAITS, index, profile),
  }
}

/** Where in time a device works and how big it is; shared by the SIMs of both products. */
export function createDevice(seed: number, index: number, profile: ProfileName): Device {
  const firstDay = Math.floor(
    OLDEST_SIM + chance(seed, 1, index) ** 1.6 * (NEWEST_SIM - OLDEST_SIM),
  )
  const ends = chance(seed, 2, index) < 0.08
  return {
    index,
    profile: PROFILES[profile],
    scale: Math.exp((chance(seed, 3, index) + chance(seed, 4, index) - 1) * 1.2),
    firstDay,
    endDay: ends
      ? firstDay + 60 + Math.floor(chance(seed, 5, index) * 900)
      : Number.POSITIVE_INFINITY,
  }
}
