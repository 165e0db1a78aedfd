import { chance, hash, pick, sid } from '../random.ts'
import { dayCuts, shareOf } from '../traffic.ts'
import type { Sim, World } from '../world.ts'
import { daySlices, type Place } from './slices.ts'

const SESSION = 300
const HOUR = 3_600_000
/** How far back sessions are listed. */
const DAYS = 30

const LINKS: readonly (readonly [string, number])[] = [
  ['LTE', 8],
  ['UMTS', 1],
  ['GPRS', 1],
]

/** Operators as the resource names them, with the country's three letters. */
const OPERATORS: Record<Place, readonly [name: string, country: string, mcc: string, mnc: string]> =
  {
    home: ['T-Mobile USA', 'USA', '310', '260'],
    national: ['AT&T Wireless', 'USA', '310', '410'],
    CA: ['Rogers', 'CAN', '302', '720'],
    MX: ['Telcel', 'MEX', '334', '020'],
    GB: ['EE', 'GBR', '234', '30'],
    FR: ['Orange', 'FRA', '208', '01'],
    DE: ['Telekom', 'DEU', '262', '01'],
    ES: ['Movistar', 'ESP', '214', '07'],
    IT: ['TIM', 'ITA', '222', '01'],
    NL: ['KPN', 'NLD', '204', '08'],
    AT: ['A1', 'AUT', '232', '01'],
    CH: ['Swisscom', 'CHE', '228', '01'],
    PT: ['MEO', 'PRT', '268', '06'],
    BE: ['Proximus', 'BEL', '206', '01'],
    PL: ['Orange', 'POL', '260', '03'],
    CZ: ['O2', 'CZE', '230', '02'],
    HR: ['HT', 'HRV', '219', '01'],
    GR: ['Cosmote', 'GRC', '202', '01'],
  }

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
  const [operatorName, country, mcc, mnc] = OPERATORS[slice.place] ?? ['Unknown', '', '', '']
  const open = end > now.getTime()
  return {
    sid: sid('WN', seed + SESSION, index, day * 4 + position),
    sim_sid: sim.sid,
    account_sid: world.accountSid,
    radio_link: pick(LINKS, chance(seed, SESSION, index)),
    operator_name: operatorName,
    operator_country: country,
    operator_mcc: mcc,
    operator_mnc: mnc,
    cell_id: String(hash(seed, SESSION, index, day) % 268_435_456),
    packets_uploaded: Math.ceil(slice.upload / 1400),
    packets_downloaded: Math.ceil(slice.download / 1400),
    start: wire(start),
    end: open ? null : wire(end),
    last_updated: wire(Math.min(end, now.getTime())),
    imei: `35${String(hash(seed, SESSION, index, 1)).padStart(13, '0')}`,
  }
}

function wire(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}
