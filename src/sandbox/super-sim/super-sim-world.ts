import { PROFILES, type ProfileName } from '../profiles.ts'
import { chance, hash, pick, sid } from '../random.ts'
import { createIncidents, type Device, dayVolume, type Incidents, weekOf } from '../traffic.ts'
import { accountSidOf, createDevice, createdOn } from '../world.ts'
import { COUNTRIES } from './networks.ts'

export interface SuperSim {
  readonly sid: string
  readonly uniqueName: string
  readonly iccid: string
  readonly profile: ProfileName
  readonly device: Device
  /** Index of its fleet until `movesOn`, and from that day (since 1970) on. */
  readonly fleet: number
  readonly nextFleet: number
  readonly movesOn: number
  /** Index of the country that it is at home in. */
  readonly home: number
}

export interface Fleet {
  readonly sid: string
  readonly uniqueName: string
  /** Megabytes in a month, as the API counts it. */
  readonly dataLimit: number
}

export interface Network {
  readonly sid: string
  readonly friendlyName: string
  readonly isoCountry: string
  readonly mcc: string
  readonly mnc: string
  /** Millionths of the account's currency for a megabyte. */
  readonly rate: number
}

/** The made-up Super SIM account. */
export interface SuperSimWorld {
  readonly seed: number
  readonly accountSid: string
  /** What the account is charged in. */
  readonly currency: string
  readonly fleets: readonly Fleet[]
  readonly networks: readonly Network[]
  readonly sims: readonly SuperSim[]
  readonly incidents: Incidents
}

/** What one SIM moved in one day: bytes, and its charge in millionths of the account's currency. */
export interface SimDay {
  readonly fleet: number
  readonly network: number
  readonly upload: number
  readonly download: number
  readonly charge: number
}

const FLEET = 401
const NETWORK = 402
const SIM = 403
const TRAITS = 404
const PLACE = 405

const DAY = 86_400_000
const NEVER = Number.POSITIVE_INFINITY

/** Name, monthly limit in megabytes, what its SIMs are in, and the countries they are at home in. */
const FLEETS: readonly [string, number, readonly ProfileName[], readonly string[]][] = [
  ['meters-north-america', 50, ['meter', 'sensor'], ['US', 'CA', 'MX']],
  ['meters-europe', 50, ['meter', 'sensor'], ['GB', 'DE', 'FR', 'ES', 'PL']],
  ['trackers-north-america', 500, ['tracker'], ['US', 'CA']],
  ['trackers-europe', 500, ['tracker'], ['DE', 'NL', 'BE', 'PL', 'CZ', 'AT']],
  ['trucks-europe', 2_000, ['truck'], ['DE', 'PL', 'ES', 'PT', 'IT', 'FR']],
  ['coaches', 4_000, ['tour'], ['GB', 'IE', 'FR', 'IT']],
  ['kiosks', 2_000, ['kiosk'], ['US', 'GB', 'SE', 'NO', 'DK']],
  ['cameras', 5_000, ['camera'], ['US', 'GB', 'DE']],
  ['site-routers', 10_000, ['router', 'chatty'], ['US', 'AU', 'BR', 'ZA']],
  ['vending-asia-pacific', 250, ['sensor', 'kiosk'], ['JP', 'SG', 'AU']],
  ['logistics-gulf', 500, ['tracker', 'sensor'], ['AE']],
  ['lab', 1_000, ['chatty', 'sensor', 'tracker'], ['US', 'CH']],
]

/** How many of a hundred SIMs are in each fleet. */
const FLEET_WEIGHTS = [22, 20, 14, 12, 8, 4, 6, 3, 2, 4, 3, 2]

const networkIndexes = COUNTRIES.map(([isoCountry]) =>
  allNetworks().flatMap((network, index) => (network.isoCountry === isoCountry ? index : [])),
)

/**
 * Makes the Super SIM account.
 *
 * @param count how many SIMs
 * @param currency what the account is charged in
 */
export function createSuperSimWorld(seed: number, count: number, currency = 'USD'): SuperSimWorld {
  return {
    seed,
    accountSid: accountSidOf(seed),
    currency,
    fleets: FLEETS.map(([uniqueName, dataLimit], index) => ({
      sid: sid('HF', seed, FLEET, index),
      uniqueName,
      dataLimit,
    })),
    networks: allNetworks().map((network, index) => ({
      sid: sid('HW', seed, NETWORK, index),
      ...network,
    })),
    sims: Array.from({ length: count }, (_, index) => createSuperSim(seed, index)),
    incidents: createIncidents(seed + SIM, count),
  }
}

/** The fleet that a SIM belongs to on a day. */
export function fleetOf(sim: SuperSim, day: number): number {
  return day < sim.movesOn ? sim.fleet : sim.nextFleet
}

/** The state of a SIM's life on a day since 1970, and the day that it began. */
export function superSimStateOn(
  { device }: SuperSim,
  day: number,
): { status: string; since: number } {
  const { firstDay, endDay } = device
  const states = [
    { status: 'new', since: createdOn(device) },
    { status: 'ready', since: firstDay - 20 },
    { status: 'active', since: firstDay },
    { status: 'inactive', since: endDay },
  ] as const
  return states.findLast(({ since }) => since <= day) ?? states[0]
}

/** What one SIM moved in one day, all on one network; undefined where it moved nothing. */
export function simDay(world: SuperSimWorld, sim: SuperSim, day: number): SimDay | undefined {
  const volume = dayVolume(world.seed, sim.device, day, world.incidents)
  if (!volume || volume.upload + volume.download === 0) return undefined
  const network = networkOf(world.seed, sim, day)
  const rate = world.networks[network]?.rate ?? 0
  return {
    fleet: fleetOf(sim, day),
    network,
    upload: volume.upload,
    download: volume.download,
    charge: Math.floor(((volume.upload + volume.download) / 1_000_000) * rate),
  }
}

function networkOf(seed: number, sim: SuperSim, day: number): number {
  const { index } = sim.device
  const week = weekOf(day)
  const travels = TRAVEL[sim.profile] ?? 0
  const away = travels > 0 && chance(seed + PLACE, index, week) < travels
  const country = away ? earlier(seed + PLACE, index * 2000 + week, 1, COUNTRIES.length) : sim.home
  const choices = networkIndexes[country] ?? []
  return choices[earlier(seed + PLACE, index, 2, choices.length)] ?? 0
}

/** A place in a list, rather an early one than a late one: of two draws the earlier. */
function earlier(seed: number, index: number, kind: number, length: number): number {
  return Math.min(hash(seed, index, kind, 1) % length, hash(seed, index, kind, 2) % length)
}

/** In how many weeks a kind of device is abroad. */
const TRAVEL: Partial<Record<ProfileName, number>> = { truck: 0.35, tour: 0.4, tracker: 0.1 }

function createSuperSim(seed: number, index: number): SuperSim {
  const traits = seed + TRAITS
  const fleets = FLEET_WEIGHTS.map((weight, fleet) => [fleet, weight] as const)
  const fleet = pick(fleets, chance(traits, index, 1))
  const [, , profiles = [], homes = []] = FLEETS[fleet] ?? []
  const profile = profiles[hash(traits, index, 2) % profiles.length] ?? 'sensor'
  const device = createDevice(traits, index, profile)
  const moves = chance(traits, index, 3) < 0.06
  const isoCountry = homes[earlier(traits, index, 4, homes.length)]
  return {
    sid: sid('HS', seed, SIM, index),
    uniqueName: `${PROFILES[profile].name.toLowerCase()}-${String(index + 1).padStart(5, '0')}`,
    iccid: `8988307${String(hash(traits, index, 5)).padStart(10, '0')}${String(index % 1000).padStart(3, '0')}`,
    profile,
    device,
    fleet,
    nextFleet: moves ? hash(traits, index, 6) % FLEETS.length : fleet,
    movesOn: moves
      ? Math.floor(Date.UTC(2025, 6, 1) / DAY) + (hash(traits, index, 7) % 700)
      : NEVER,
    home: COUNTRIES.findIndex(([country]) => country === isoCountry),
  }
}

function allNetworks(): Omit<Network, 'sid'>[] {
  return COUNTRIES.flatMap(([isoCountry, dollars, networks]) =>
    networks.map(([mcc, mnc, friendlyName]) => ({
      friendlyName,
      isoCountry,
      mcc,
      mnc,
      rate: dollars * 1000,
    })),
  )
}
