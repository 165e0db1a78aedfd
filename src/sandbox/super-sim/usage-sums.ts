import { LRUCache } from 'lru-cache'
import { keepWhileNow, kept } from '../kept.ts'
import { LATEST_SUPER_SIM_HOURS, superSimVisibility } from '../lateness.ts'
import { dayCut } from '../traffic.ts'
import {
  fleetOf,
  type SimDay,
  type SuperSim,
  type SuperSimWorld,
  simDay,
} from './super-sim-world.ts'

/** Bytes, and a charge in millionths of the account's currency. */
export interface Usage {
  upload: number
  download: number
  charge: number
}

/** Which usage counts; each by the index of its thing in the world. */
export interface Filter {
  readonly fleet?: number
  readonly networks?: ReadonlySet<number>
}

/** Usage of one period by fleet and network. */
export interface Cells {
  forEach(see: (fleet: number, network: number, usage: Usage) => void): void
}

/** Sums over the whole made-up account. */
export interface AccountSums {
  /** Sums the hours from `start` to before `end`, in whole hours since 1970. */
  between(start: number, end: number, nowHour: number): Cells
  /** Makes the sums of a settled day beforehand, and those of its hours where asked. */
  warm(day: number, withHours: boolean): void
}

/** Numbers that stand for one cell: upload, download, charge. */
const WIDTH = 3
/** Days whose hours are kept: a quarter and some. */
const HOURLY_DAYS_KEPT = 100

/** The account's sums. Days that can no longer change are summed once and kept, some with their hours. */
export function accountSums(world: SuperSimWorld): AccountSums {
  const networks = world.networks.length
  const size = world.fleets.length * networks * WIDTH
  const days = new Map<number, Float64Array>()
  const hourlyDays = new LRUCache<number, Float64Array[]>({ max: HOURLY_DAYS_KEPT })
  const sumHours = (day: number, nowHour: number) => hourCells(world, size, day, nowHour)
  const unsettledHours = keepWhileNow(sumHours)
  const unsettledDay = keepWhileNow((day, nowHour) =>
    addAll(new Float64Array(size), unsettledHours(day, nowHour)),
  )
  const wholeDay = (day: number, nowHour: number) =>
    isSettled(day, nowHour)
      ? kept(days, day, () => dayCells(world, size, day))
      : unsettledDay(day, nowHour)
  const hoursOf = (day: number, nowHour: number) => {
    if (!isSettled(day, nowHour)) return unsettledHours(day, nowHour)
    const known = hourlyDays.get(day) ?? sumHours(day, nowHour)
    hourlyDays.set(day, known)
    return known
  }
  return {
    warm(day, withHours) {
      kept(days, day, () => dayCells(world, size, day))
      if (withHours) hourlyDays.set(day, sumHours(day, Number.POSITIVE_INFINITY))
    },
    between(start, end, nowHour) {
      const total = new Float64Array(size)
      const visibleEnd = Math.min(end, Math.ceil(nowHour))
      for (let hour = start; hour < visibleEnd; ) {
        const day = Math.floor(hour / 24)
        const until = Math.min((day + 1) * 24, visibleEnd)
        if (until - hour === 24) addAll(total, [wholeDay(day, nowHour)])
        else addAll(total, hoursOf(day, nowHour).slice(hour - day * 24, until - day * 24))
        hour = until
      }
      return cells(total, networks)
    },
  }
}

/**
 * One SIM's usage between two moments, in hours since 1970 with their fractions; within an hour it is
 * spread evenly.
 */
export function simUsageBetween(
  world: SuperSimWorld,
  sim: SuperSim,
  [start, end]: readonly [number, number],
  nowHour: number,
  { fleet, networks }: Filter,
): Usage {
  const total: Usage = { upload: 0, download: 0, charge: 0 }
  const visibleEnd = Math.min(end, Math.ceil(nowHour))
  for (let from = start; from < visibleEnd; ) {
    const day = Math.floor(from / 24)
    const until = Math.min((day + 1) * 24, visibleEnd)
    const usage =
      fleet === undefined || fleet === fleetOf(sim, day) ? simDay(world, sim, day) : undefined
    if (usage && (!networks || networks.has(usage.network))) {
      if (until - from === 24 && isSettled(day, nowHour)) add(total, usage)
      else addPartOfDay(total, world, sim, usage, [from, until], nowHour)
    }
    from = until
  }
  return total
}

function addPartOfDay(
  total: Usage,
  world: SuperSimWorld,
  sim: SuperSim,
  usage: SimDay,
  [from, until]: readonly [number, number],
  nowHour: number,
): void {
  const day = Math.floor(from / 24)
  for (let at = from; at < until; ) {
    const hour = Math.floor(at)
    const next = Math.min(hour + 1, until)
    const seen = superSimVisibility(world.seed, sim.device.index, hour, nowHour)
    if (seen.bytes) {
      const cuts = [cutAt(world, sim, day, at), cutAt(world, sim, day, next)] as const
      total.upload += between(usage.upload, cuts)
      total.download += between(usage.download, cuts)
      if (seen.charge) total.charge += between(usage.charge, cuts)
    }
    at = next
  }
}

/** The share of a day that has passed at a moment, between the cuts of its hours. */
function cutAt(world: SuperSimWorld, { device }: SuperSim, day: number, moment: number): number {
  const hour = Math.floor(moment) - day * 24
  const fraction = moment - Math.floor(moment)
  const before = dayCut(world.seed, device, day, hour)
  if (fraction === 0) return before
  return before + (dayCut(world.seed, device, day, hour + 1) - before) * fraction
}

function between(amount: number, [from, until]: readonly [number, number]): number {
  return Math.floor(amount * until) - Math.floor(amount * from)
}

function isSettled(day: number, nowHour: number): boolean {
  return nowHour - (day + 1) * 24 >= LATEST_SUPER_SIM_HOURS
}

function dayCells(world: SuperSimWorld, size: number, day: number): Float64Array {
  const sums = new Float64Array(size)
  for (const sim of world.sims) {
    const usage = simDay(world, sim, day)
    if (usage) addToCell(sums, world, usage, usage.upload, usage.download, usage.charge)
  }
  return sums
}

function hourCells(
  world: SuperSimWorld,
  size: number,
  day: number,
  nowHour: number,
): Float64Array[] {
  const hours = Array.from({ length: 24 }, () => new Float64Array(size))
  const settled = isSettled(day, nowHour)
  for (const sim of world.sims) {
    const usage = simDay(world, sim, day)
    if (!usage) continue
    const { upload, download, charge } = usage
    // What had passed before the hour; kept as it is a third of the work of making it again.
    let before: Usage = { upload: 0, download: 0, charge: 0 }
    for (let hour = 0; hour < 24; hour += 1) {
      const cut = dayCut(world.seed, sim.device, day, hour + 1)
      const after: Usage = {
        upload: Math.floor(upload * cut),
        download: Math.floor(download * cut),
        charge: Math.floor(charge * cut),
      }
      const seen = settled
        ? ALL_VISIBLE
        : superSimVisibility(world.seed, sim.device.index, day * 24 + hour, nowHour)
      const sums = hours[hour]
      if (sums && seen.bytes) {
        addToCell(
          sums,
          world,
          usage,
          after.upload - before.upload,
          after.download - before.download,
          seen.charge ? after.charge - before.charge : 0,
        )
      }
      before = after
    }
  }
  return hours
}

const ALL_VISIBLE = { bytes: true, charge: true }

function addToCell(
  sums: Float64Array,
  world: SuperSimWorld,
  { fleet, network }: SimDay,
  upload: number,
  download: number,
  charge: number,
): void {
  const cell = (fleet * world.networks.length + network) * WIDTH
  sums[cell] = (sums[cell] ?? 0) + upload
  sums[cell + 1] = (sums[cell + 1] ?? 0) + download
  sums[cell + 2] = (sums[cell + 2] ?? 0) + charge
}

function addAll(total: Float64Array, parts: readonly Float64Array[]): Float64Array {
  for (const part of parts) {
    for (let index = 0; index < total.length; index += 1) {
      total[index] = (total[index] ?? 0) + (part[index] ?? 0)
    }
  }
  return total
}

function cells(sums: Float64Array, networks: number): Cells {
  return {
    forEach(see) {
      for (let cell = 0; cell * WIDTH < sums.length; cell += 1) {
        const [upload = 0, download = 0, charge = 0] = sums.subarray(
          cell * WIDTH,
          (cell + 1) * WIDTH,
        )
        if (upload + download > 0) {
          see(Math.floor(cell / networks), cell % networks, { upload, download, charge })
        }
      }
    },
  }
}

/** Adds to a sum. */
export function add(total: Usage, { upload, download, charge }: Usage): void {
  total.upload += upload
  total.download += download
  total.charge += charge
}
