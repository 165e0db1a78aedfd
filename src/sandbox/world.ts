import { PROFILES, type ProfileName } from './profiles.ts'
import { chance, hash, pick, sid } from './random.ts'
import { createIncidents, type Device, type Incidents } from './traffic.ts'

/** A SIM of the made-up Programmable Wireless account. */
export interface Sim {
  readonly sid: string
  readonly uniqueName: string
  readonly friendlyName: string
  readonly iccid: string
  readonly ratePlan: RatePlan
  readonly profile: ProfileName
  readonly device: Device
}

/** What SIMs may move in a metering month, in three parts, each in megabytes; null for no limit. */
export interface RatePlan {
  readonly sid: string
  readonly uniqueName: string
  readonly friendlyName: string
  /** On the home network alone. */
  readonly dataLimit: number | null
  readonly nationalRoamingDataLimit: number | null
  readonly internationalRoamingDataLimit: number | null
  readonly dataMetering: 'payg' | 'quota-1' | 'quota-10' | 'quota-50'
}

/** Everything that stands still in the sandbox: made once from the seed, never changed. */
export interface World {
  readonly seed: number
  readonly accountSid: string
  /** What the account is charged in. */
  readonly currency: string
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
/** SIMs come this long before they are put to work, and the last ones all on the last delivery. */
const DAYS_IN_STOCK = 40
const LAST_DELIVERY = Date.UTC(2026, 8, 1) / DAY

/** Name, metering, and the limits of home, national and international roaming in megabytes. */
const PLANS: readonly [
  string,
  string,
  RatePlan['dataMetering'],
  readonly [number | null, number | null, number | null],
][] = [
  ['sensor-10', 'Sensor 10 MB', 'payg', [10, 2, 5]],
  ['tracker-250', 'Tracker 250 MB', 'quota-10', [250, 80, 100]],
  ['fleet-1000', 'Fleet 1 GB', 'quota-50', [1_000, 500, 300]],
  ['video-20000', 'Video 20 GB', 'quota-1', [20_000, 1_000, null]],
  ['backhaul-50000', 'Backhaul 50 GB', 'quota-1', [50_000, null, null]],
  ['open', 'Pay as you go', 'payg', [null, null, null]],
]
/** The plan without limits, and how many of the SIMs of any other kind are on it instead. */
const OPEN_PLAN = 5
const OPEN_SHARE = 0.02

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
 * @param currency what the account is charged in
 */
export function createWorld(seed: number, count: number, currency = 'USD'): World {
  const ratePlans = PLANS.map(([uniqueName, friendlyName, dataMetering, limits], index) => ({
    sid: sid('WP', seed, PLAN, index),
    uniqueName,
    friendlyName,
    dataMetering,
    dataLimit: limits[0],
    nationalRoamingDataLimit: limits[1],
    internationalRoamingDataLimit: limits[2],
  }))
  return {
    seed,
    accountSid: accountSidOf(seed),
    currency,
    ratePlans,
    incidents: createIncidents(seed, count),
    sims: Array.from({ length: count }, (_, index) => createSim(seed, index, ratePlans)),
  }
}

/** The account of a seed; one for both products. */
export function accountSidOf(seed: number): string {
  return sid('AC', seed, ACCOUNT, 0)
}

/** The day since 1970 that a SIM came into the account, long before it is put to work. */
export function createdOn({ firstDay }: Device): number {
  return Math.min(firstDay - DAYS_IN_STOCK, LAST_DELIVERY)
}

/** Those of the SIMs that there are on a day since 1970. */
export function simsThereOn<T extends { readonly device: Device }>(
  sims: readonly T[],
  day: number,
): readonly T[] {
  // Of a million SIMs nobody looks at all where the day is past the last delivery.
  return day >= LAST_DELIVERY ? sims : sims.filter(({ device }) => createdOn(device) <= day)
}

/** The state of a SIM's life on a day since 1970, and the day that it began. */
export function stateOn({ device }: Sim, day: number): { status: string; since: number } {
  const { firstDay, endDay } = device
  const states = [
    { status: 'new', since: createdOn(device) },
    { status: 'ready', since: firstDay - 20 },
    { status: 'active', since: firstDay },
    { status: 'suspended', since: endDay },
    { status: 'deactivated', since: endDay + 121 },
    { status: 'canceled', since: endDay + 241 },
  ] as const
  return states.findLast(({ since }) => since <= day) ?? states[0]
}

function createSim(seed: number, index: number, ratePlans: readonly RatePlan[]): Sim {
  const [profile, plan] = pick(
    KINDS.map(([name, weight, planIndex]) => [[name, planIndex] as const, weight] as const),
    chance(seed, TRAITS, index),
  )
  const isOpen = chance(seed, PLAN, index, 1) < OPEN_SHARE
  const ratePlan = ratePlans[isOpen ? OPEN_PLAN : plan]
  if (!ratePlan) throw new Error(`createSim: there is no plan ${plan}`)
  const number = String(index + 1).padStart(4, '0')
  return {
    sid: sid('DE', seed, SIM, index),
    uniqueName: `${profile}-${number}`,
    friendlyName: `${PROFILES[profile].name} ${number}`,
    iccid: `8901260${String(hash(seed, SIM, index, 9)).padStart(10, '0')}${String(index % 1000).padStart(3, '0')}`,
    ratePlan,
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
