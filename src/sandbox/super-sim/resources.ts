import { type Context, Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { listPage, streamPage } from '../paging.ts'
import { sid } from '../random.ts'
import { refusal } from '../refusals.ts'
import {
  type Fleet,
  fleetOf,
  type Network,
  type SuperSim,
  type SuperSimWorld,
  superSimStatus,
} from './super-sim-world.ts'
import { parseUsageParameters } from './usage-parameters.ts'
import { usageRecords } from './usage-records.ts'
import { type AccountSums, accountSums } from './usage-sums.ts'

const DAY = 86_400_000
const STATUSES = ['new', 'ready', 'active', 'inactive', 'scheduled']
const PERIOD = 500

const DAYS_OF_RETENTION = 18 * 31
const WARM_HOURLY_DAYS = 35

/** Super SIM as a part of the sandbox. */
interface SuperSimApi {
  /** Answers below `/v1`. */
  readonly routes: Hono
  /** Makes beforehand what the first answers would have to wait for. */
  warmUp(): void
}

/** The resources of Super SIM (contract §4). */
export function superSim(world: SuperSimWorld, clock: Clock, privateBeta: boolean): SuperSimApi {
  const sums = accountSums(world)
  return {
    routes: superSimRoutes(world, sums, clock, privateBeta),
    warmUp: () => warmUp(sums, clock),
  }
}

function superSimRoutes(
  world: SuperSimWorld,
  sums: AccountSums,
  clock: Clock,
  privateBeta: boolean,
): Hono {
  const sim = (context: Context) => {
    const key = context.req.param('sim')
    return world.sims.find((one) => one.sid === key || one.uniqueName === key)
  }
  return new Hono()
    .get('/UsageRecords', (context) => listUsage(context, world, sums, clock, privateBeta))
    .get('/Sims', (context) => listSims(context, world, clock))
    .get('/Sims/:sim', (context) => {
      const found = sim(context)
      return found ? context.json(simResource(world, found, clock)) : refusal(context, 'notFound')
    })
    .get('/Sims/:sim/BillingPeriods', (context) => {
      const found = sim(context)
      if (!found) return refusal(context, 'notFound')
      return listAll(context, 'billing_periods', billingPeriods(world, found, clock))
    })
    .get('/Fleets', (context) =>
      listAll(
        context,
        'fleets',
        world.fleets.map((fleet) => fleetResource(world, fleet)),
      ),
    )
    .get('/Fleets/:fleet', (context) => {
      const key = context.req.param('fleet')
      const fleet = world.fleets.find((one) => one.sid === key || one.uniqueName === key)
      return fleet ? context.json(fleetResource(world, fleet)) : refusal(context, 'notFound')
    })
    .get('/Networks', (context) => {
      const country = context.req.query('IsoCountry')
      const found = world.networks.filter(({ isoCountry }) => !country || isoCountry === country)
      return listAll(context, 'networks', found.map(networkResource))
    })
    .get('/Networks/:network', (context) => {
      const network = world.networks.find((one) => one.sid === context.req.param('network'))
      return network ? context.json(networkResource(network)) : refusal(context, 'notFound')
    })
}

/** Sums the days that can be asked for, and the hours of the newest, so that no answer waits for them. */
function warmUp(sums: AccountSums, clock: Clock): void {
  const newest = Math.floor(clock.now().getTime() / DAY) - 2
  for (let age = 0; age <= DAYS_OF_RETENTION; age += 1)
    sums.warm(newest - age, age < WARM_HOURLY_DAYS)
}

function listUsage(
  context: Context,
  world: SuperSimWorld,
  sums: AccountSums,
  clock: Clock,
  privateBeta: boolean,
): Response {
  const now = clock.now()
  const parameters = parseUsageParameters(context.req.query(), world, privateBeta, now)
  if (!('granularity' in parameters)) return refusal(context, ...parameters)
  return streamPage(context, 'usage_records', (from) =>
    usageRecords(world, sums, parameters, now, from),
  )
}

function listSims(context: Context, world: SuperSimWorld, clock: Clock): Response {
  const { Status, Fleet: fleetKey, Iccid } = context.req.query()
  if (Status !== undefined && !STATUSES.includes(Status)) {
    return refusal(context, 'invalidParameter', `Status must be one of ${STATUSES.join(', ')}.`)
  }
  const today = Math.floor(clock.now().getTime() / DAY)
  const filtered = [Status, fleetKey, Iccid].some((value) => value !== undefined)
  const isWanted = (sim: SuperSim) => {
    const fleet = world.fleets[fleetOf(sim, today)]
    return (
      (Status === undefined || superSimStatus(sim, today) === Status) &&
      (Iccid === undefined || sim.iccid === Iccid) &&
      (fleetKey === undefined || fleet?.sid === fleetKey || fleet?.uniqueName === fleetKey)
    )
  }
  // Of a million SIMs nobody looks at all for each page.
  const found = filtered ? world.sims.filter(isWanted) : world.sims
  return listPage(context, 'sims', found.length, (offset, count) =>
    found.slice(offset, offset + count).map((sim) => simResource(world, sim, clock)),
  )
}

function listAll(context: Context, key: string, things: readonly unknown[]): Response {
  return listPage(context, key, things.length, (offset, count) =>
    things.slice(offset, offset + count),
  )
}

function simResource(world: SuperSimWorld, sim: SuperSim, clock: Clock) {
  const today = Math.floor(clock.now().getTime() / DAY)
  return {
    sid: sim.sid,
    unique_name: sim.uniqueName,
    account_sid: world.accountSid,
    iccid: sim.iccid,
    status: superSimStatus(sim, today),
    fleet_sid: world.fleets[fleetOf(sim, today)]?.sid ?? null,
    date_created: wireDay(sim.device.firstDay - 40),
    date_updated: wireDay(Math.min(today, sim.device.firstDay)),
  }
}

function fleetResource(world: SuperSimWorld, fleet: Fleet) {
  return {
    sid: fleet.sid,
    unique_name: fleet.uniqueName,
    account_sid: world.accountSid,
    data_enabled: true,
    data_limit: fleet.dataLimit,
    data_metering: 'payg',
    date_created: '2023-05-01T00:00:00Z',
    date_updated: '2023-05-01T00:00:00Z',
  }
}

function networkResource({ sid: networkSid, friendlyName, isoCountry, mcc, mnc }: Network) {
  return {
    sid: networkSid,
    friendly_name: friendlyName,
    iso_country: isoCountry,
    identifiers: [{ mcc, mnc }],
  }
}

/** The calendar months since a SIM became active, newest first. */
function billingPeriods(world: SuperSimWorld, sim: SuperSim, clock: Clock) {
  const now = clock.now()
  const { firstDay, endDay, index } = sim.device
  const first = new Date(firstDay * DAY)
  const last = new Date(Math.min(now.getTime(), endDay * DAY))
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return Array.from({ length: Math.max(0, months + (last >= first ? 1 : 0)) }, (_, age) => {
    const start = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - age, 1)
    const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - age + 1, 1)
    return {
      sid: sid('HB', world.seed + PERIOD, index, start / DAY),
      account_sid: world.accountSid,
      sim_sid: sim.sid,
      period_type: 'active',
      start_time: wireDay(Math.max(start / DAY, firstDay)),
      end_time: wireDay(end / DAY),
      date_created: wireDay(start / DAY),
      date_updated: wireDay(start / DAY),
    }
  })
}

function wireDay(day: number): string {
  return new Date(day * DAY).toISOString().replace('.000Z', 'Z')
}
