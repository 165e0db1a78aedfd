import { chance, hash } from './random.ts'

/** What kind of thing carries a SIM, and how it talks. */
export interface Profile {
  readonly name: string
  /** Bytes on an ordinary day. */
  readonly dailyBytes: number
  readonly uploadShare: number
  /** Commands on an ordinary day, both ways. */
  readonly dailyCommands: number
  /** The share of the day that each hour of UTC has on average; 24 fractions that add up to 1. */
  readonly hours: readonly number[]
  /** The share that has passed before each hour. */
  readonly reached: readonly number[]
  /** How busy a Saturday or Sunday is beside a working day. */
  readonly weekend: number
}

/** A device that uses a SIM, from its first day until the day it ends, both days since 1970. */
export interface Device {
  readonly index: number
  readonly profile: Profile
  /** How much bigger or smaller than its profile it is. */
  readonly scale: number
  readonly firstDay: number
  readonly endDay: number
}

/** What one device moves in one day. Bytes, and Commands in pieces. */
export interface Volume {
  readonly upload: number
  readonly download: number
  readonly toSim: number
  readonly fromSim: number
}

const DAY = 1
const CUT = 2
const RUNAWAY = 3
const SILENT = 4

const RUNAWAY_FACTOR = 25
/** How many devices fall silent each week, for each thousand (at least one). */
const SILENT_PER_THOUSAND = 4

/** What goes wrong in a fleet, week by week; the victims of each week are drawn once and kept. */
export interface Incidents {
  isRunaway(index: number, day: number): boolean
  isSilent(index: number, day: number): boolean
}

/**
 * A device's volume of one UTC day: a pure function of (seed, device, day), so that every sum of it
 * is the same whenever it is made.
 *
 * @param incidents of the fleet that the device belongs to
 * @returns undefined where the device moves nothing that day
 */
export function dayVolume(
  seed: number,
  device: Device,
  day: number,
  incidents: Incidents,
): Volume | undefined {
  const { index, profile, scale, firstDay, endDay } = device
  if (day < firstDay || day >= endDay) return undefined
  if (incidents.isSilent(index, day)) return undefined
  const busy = (weekdayOf(day) >= 5 ? profile.weekend : 1) * (0.55 + chance(seed + DAY, index, day))
  if (busy === 0) return undefined
  const runaway = incidents.isRunaway(index, day) ? RUNAWAY_FACTOR : 1
  const bytes = profile.dailyBytes * scale * busy * runaway
  const upload = Math.floor(bytes * profile.uploadShare)
  const commands = profile.dailyCommands * (0.4 + 1.2 * chance(seed + DAY, index, day, 1))
  return {
    upload,
    download: Math.floor(bytes) - upload,
    toSim: Math.floor(commands * 0.4),
    fromSim: Math.ceil(commands * 0.6),
  }
}

/**
 * Where a device's day is cut into hours: 25 rising fractions from 0 to 1. What happens in an hour is
 * `shareOf` it, and the 24 shares of any whole number add up to it exactly.
 */
export function dayCuts(seed: number, device: Device, day: number): Float64Array {
  return Float64Array.from({ length: 25 }, (_, hour) => dayCut(seed, device, day, hour))
}

/** One of the cuts of a day, before an hour from 0 to 24. */
export function dayCut(
  seed: number,
  { index, profile }: Device,
  day: number,
  hour: number,
): number {
  if (hour <= 0) return 0
  if (hour >= 24) return 1
  const { hours, reached } = profile
  const room = Math.min(hours[hour - 1] ?? 0, hours[hour] ?? 0)
  const shift = (chance(seed + CUT, index, day, hour) - 0.5) * 0.9 * room
  return (reached[hour] ?? 0) + shift
}

/** The part of a day's whole number that belongs to one hour of it (0 to 23). */
export function shareOf(amount: number, cuts: Float64Array, hour: number): number {
  return Math.floor(amount * (cuts[hour + 1] ?? 1)) - Math.floor(amount * (cuts[hour] ?? 0))
}

/** Days since 1970 of the Monday-based week that a day is in, counted in weeks. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

function weekdayOf(day: number): number {
  return (day + 3) % 7
}

/**
 * The incidents of a fleet. Each week one device runs away on one of its working days, and is stopped
 * at the end of the next week; some fall silent on its Tuesday, and are mended after three weeks.
 *
 * @param population how many devices the fleet has
 */
export function createIncidents(seed: number, population: number): Incidents {
  const weeks = new Map<number, WeekIncidents>()
  const weekIncidents = (week: number) => {
    const known = weeks.get(week)
    if (known) return known
    const drawn = drawIncidents(seed, population, week)
    weeks.set(week, drawn)
    return drawn
  }
  return {
    isRunaway(index, day) {
      const week = weekOf(day)
      const { runaway, runawayFrom } = weekIncidents(week)
      if (runaway === index && weekdayOf(day) >= runawayFrom) return true
      return weekIncidents(week - 1).runaway === index
    },
    isSilent(index, day) {
      const week = weekOf(day)
      if (weekdayOf(day) >= TUESDAY && weekIncidents(week).silent.has(index)) return true
      return weekIncidents(week - 1).silent.has(index) || weekIncidents(week - 2).silent.has(index)
    },
  }
}

const TUESDAY = 1

interface WeekIncidents {
  readonly runaway: number
  /** The weekday that it starts on, Monday 0. */
  readonly runawayFrom: number
  readonly silent: ReadonlySet<number>
}

function drawIncidents(seed: number, population: number, week: number): WeekIncidents {
  const victims = Math.max(1, Math.round((population * SILENT_PER_THOUSAND) / 1000))
  const silent = Array.from(
    { length: victims },
    (_, victim) => hash(seed, SILENT, week, victim + 1) % population,
  )
  return {
    runaway: hash(seed, RUNAWAY, week) % population,
    runawayFrom: hash(seed, RUNAWAY, week, 1) % 5,
    silent: new Set(silent),
  }
}
