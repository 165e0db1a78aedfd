import { keepWhileNow, kept } from '../kept.ts'
import { isVisible, LATEST_HOURS } from '../lateness.ts'
import { dayCuts, shareOf, type Volume } from '../traffic.ts'
import type { Sim, World } from '../world.ts'
import { commandCharge, dataCharge, type Rates, ratesOf } from './charges.ts'
import { daySlices, type Place, type Slice } from './slices.ts'

/** What was moved, and what is charged for it in millionths of the account's currency. */
export interface Amounts extends Volume {
  readonly dataCharge: number
  readonly commandCharge: number
}

/** Usage by place. */
export type Sums = Map<Place, { -readonly [K in keyof Amounts]: number }>

/** Usage of the account, or of one SIM, as far as it is visible at a moment. */
export interface UsageSums {
  /**
   * Sums the hours from `start` to before `end`, in hours since 1970.
   *
   * @param nowHour the moment that lateness is judged from, in hours with their fraction
   */
  between(start: number, end: number, nowHour: number): Sums
}

/** Usage of one SIM; made anew each time, as it is small. */
export function simUsageSums(world: World, sim: Sim): UsageSums {
  return usageSums(
    (day) => daySums(world, [sim], day),
    keepWhileNow((day, nowHour) => hourSums(world, [sim], day, nowHour)),
  )
}

/** Usage of all SIMs; days and hours that can no longer change are summed once and kept. */
export function accountUsageSums(world: World): UsageSums {
  const days = new Map<number, Sums>()
  const hours = new Map<number, Sums[]>()
  const unsettled = keepWhileNow((day, nowHour) => hourSums(world, world.sims, day, nowHour))
  return usageSums(
    (day) => kept(days, day, () => daySums(world, world.sims, day)),
    (day, nowHour) =>
      isSettled(day, nowHour)
        ? kept(hours, day, () => hourSums(world, world.sims, day, nowHour))
        : unsettled(day, nowHour),
  )
}

function usageSums(
  readDay: (day: number) => Sums,
  readHours: (day: number, nowHour: number) => readonly Sums[],
): UsageSums {
  return {
    between(start, end, nowHour) {
      const total: Sums = new Map()
      const visibleEnd = Math.min(end, Math.ceil(nowHour))
      for (let hour = start; hour < visibleEnd; ) {
        const day = Math.floor(hour / 24)
        const dayEnd = (day + 1) * 24
        if (hour % 24 === 0 && dayEnd <= visibleEnd && isSettled(day, nowHour)) {
          addSums(total, readDay(day))
        } else {
          const inDay = readHours(day, nowHour).slice(
            hour % 24,
            Math.min(dayEnd, visibleEnd) - day * 24,
          )
          for (const sums of inDay) addSums(total, sums)
        }
        hour = dayEnd
      }
      return total
    },
  }
}

function isSettled(day: number, nowHour: number): boolean {
  return nowHour - (day + 1) * 24 >= LATEST_HOURS
}

function daySums(world: World, sims: readonly Sim[], day: number): Sums {
  const sums: Sums = new Map()
  for (const sim of sims) {
    for (const slice of daySlices(world, sim, day)) {
      const { upload, download, toSim, fromSim } = slice
      const rates = ratesOf(sim.ratePlan, slice.place)
      add(sums, slice.place, {
        ...slice,
        dataCharge: dataCharge(upload + download, rates),
        commandCharge: commandCharge(toSim + fromSim, rates),
      })
    }
  }
  return sums
}

function hourSums(world: World, sims: readonly Sim[], day: number, nowHour: number): Sums[] {
  const hours: Sums[] = Array.from({ length: 24 }, () => new Map())
  for (const sim of sims) {
    const slices = daySlices(world, sim, day).map((slice) => ({
      slice,
      rates: ratesOf(sim.ratePlan, slice.place),
    }))
    if (slices.length === 0) continue
    const cuts = dayCuts(world.seed, sim.device, day)
    hours.forEach((sums, hour) => {
      if (!isVisible(world.seed, sim.device.index, day * 24 + hour, nowHour)) return
      for (const { slice, rates } of slices) {
        add(sums, slice.place, hourAmounts(slice, rates, cuts, hour))
      }
    })
  }
  return hours
}

/** What of a day's slice belongs to one hour of it (0 to 23). */
function hourAmounts(
  { upload, download, toSim, fromSim }: Slice,
  rates: Rates,
  cuts: Float64Array,
  hour: number,
): Amounts {
  const bytesBefore = (cut: number) => {
    const share = cuts[cut] ?? 1
    return Math.floor(upload * share) + Math.floor(download * share)
  }
  const commands = { toSim: shareOf(toSim, cuts, hour), fromSim: shareOf(fromSim, cuts, hour) }
  return {
    upload: shareOf(upload, cuts, hour),
    download: shareOf(download, cuts, hour),
    ...commands,
    dataCharge: dataCharge(bytesBefore(hour + 1), rates) - dataCharge(bytesBefore(hour), rates),
    commandCharge: commandCharge(commands.toSim + commands.fromSim, rates),
  }
}

function addSums(total: Sums, sums: Sums): void {
  for (const [place, volume] of sums) add(total, place, volume)
}

function add(sums: Sums, place: Place, amounts: Amounts): void {
  const { upload, download, toSim, fromSim } = amounts
  if (upload + download + toSim + fromSim === 0) return
  const sum = sums.get(place) ?? { ...NOTHING }
  sum.upload += upload
  sum.download += download
  sum.toSim += toSim
  sum.fromSim += fromSim
  sum.dataCharge += amounts.dataCharge
  sum.commandCharge += amounts.commandCharge
  sums.set(place, sum)
}

/** No usage. */
export const NOTHING: Amounts = {
  upload: 0,
  download: 0,
  toSim: 0,
  fromSim: 0,
  dataCharge: 0,
  commandCharge: 0,
}
