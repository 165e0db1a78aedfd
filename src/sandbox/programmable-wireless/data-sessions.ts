import { chance, hash, pick, sid } from '../random.ts'
import { dayCuts, shareOf } from '../traffic.ts'
import type { Sim, World } from '../world.ts'
import { operatorOf } from './operators.ts'
import { daySlices, type Place } from './slices.ts'

const SESSION = 300
const CELL = 301
const DEVICE = 302
const HOUR = 3_600_000
/** How far back sessions are listed. */
const DAYS = 30

const LINKS: readonly (readonly [string, number])[] = [
  ['LTE', 8],
  ['UMTS', 1],
  ['GPRS', 1],
]

/** The share of SIMs that are moved to another device every so many days, each SIM on days of its own. */
const MOVED_SHARE = 0.08
const DAYS_IN_DEVICE = 25

/** The share of cells whose location nobody knows. */
const UNKNOWN_CELLS = 0.12
/** How far a cell is from the middle of its operator's city, in degrees. */
const CELL_REACH = 0.4

/**
 * A SIM's data sessions of the last thirty days, newest first: one for each place and day that it
 * moved data in. One that is not yet an hour past its end is still open (`end: null`).
 */
export function dataSessions(world: World, sim: Sim, now: Date) {
  const today = Math.floor(now.getTime() / HOUR / 24)
  return Array.from({ length: DAYS }, (_, age) => today - age).flatMap((day) =>
    daySlices(world, sim, day).flatMap((slice, position) => {
      const cuts = dayCuts(world.seed, sim.device, day)
      const busy = Array.from({ length: 24 }, (_, hour) => hour).filter(
        (hour) => shareOf(slice.upload + slice.download, cuts, hour) > 0,
      )
      const first = busy[0]
      const last = busy.at(-1)
      if (first === undefined || last === undefined) return []
      const start = (day * 24 + first) * HOUR + (hash(world.seed, SESSION, day, position) % HOUR)
      if (start > now.getTime()) return []
      return [
        session(
          world,
          sim,
          { day, position, start, end: (day * 24 + last + 1) * HOUR },
          slice,
          now,
        ),
      ]
    }),
  )
}

function session(
  world: World,
  sim: Sim,
  { day, position, start, end }: { day: number; position: number; start: number; end: number },
  slice: { place: Place; upload: number; download: number },
  now: Date,
) {
  const { seed } = world
  const { index } = sim.device
  const operator = operatorOf(slice.place)
  // A cell is of one operator, and so of one place.
  const cell = hash(seed + position, SESSION, index, day) % 268_435_456
  const open = end > now.getTime()
  return {
    sid: sid('WN', seed + SESSION, index, day * 4 + position),
    sim_sid: sim.sid,
    account_sid: world.accountSid,
    radio_link: pick(LINKS, chance(seed, SESSION, index)),
    operator_name: operator.name,
    operator_country: operator.country,
    operator_mcc: operator.mcc,
    operator_mnc: operator.mnc,
    cell_id: String(cell),
    cell_location_estimate: locationOf(seed, cell, operator),
    packets_uploaded: Math.ceil(slice.upload / 1400),
    packets_downloaded: Math.ceil(slice.download / 1400),
    start: wire(start),
    end: open ? null : wire(end),
    last_updated: wire(Math.min(end, now.getTime())),
    imei: imeiOf(seed, index, day),
  }
}

function locationOf(seed: number, cell: number, { lat, lon }: { lat: number; lon: number }) {
  if (chance(seed, CELL, cell) < UNKNOWN_CELLS) return null
  const near = (middle: number, draw: number) =>
    Number((middle + (chance(seed, CELL, cell, draw) - 0.5) * CELL_REACH).toFixed(5))
  return { lat: near(lat, 1), lon: near(lon, 2) }
}

/** The device that a SIM is in on a day: 14 digits and their check digit (Luhn). */
function imeiOf(seed: number, index: number, day: number): string {
  const isMoved = chance(seed, DEVICE, index) < MOVED_SHARE
  const shift = hash(seed, DEVICE, index, 1) % DAYS_IN_DEVICE
  const device = isMoved ? Math.floor((day + shift) / DAYS_IN_DEVICE) : 0
  const digits = `35${String(hash(seed, SESSION, index, 1 + device)).padStart(12, '0')}`
  const sum = [...digits].reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}

function wire(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}
