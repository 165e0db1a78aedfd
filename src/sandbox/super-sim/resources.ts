import { type Context, Hono } from 'hono'
import type { Clock } from '../clock.ts'
import type { SandboxConfig } from '../config.ts'
import { listPage, streamPage } from '../paging.ts'
import { sid } from '../random.ts'
import { refusal } from '../refusals.ts'
import { createdOn, simsThereOn } from '../world.ts'
import {
  type Fleet,
  fleetOf,
  type Network,
  type SuperSim,
  type SuperSimWorld,
  superSimStateOn,
} from './super-sim-world.ts'
import { parseUsageParameters } from './usage-parameters.ts'
import { usageRecords } from './usage-records.ts'
import { type AccountSums, accountSums } from './usage-sums.ts'

const DAY = 86_400_000
const STATUSES = ['new', 'ready', 'active', 'inactive', 'scheduled']
const PERIOD = 500
const PROFILE = 501

const DAYS_OF_RETENTION = 18 * 31
const WARM_HOURLY_DAYS = 35

/** Super SIM as a part of the sandbox. */
export interface SuperSimApi {
  /** Answers below `/v1`. */
  readonly routes: Hono
  /** Makes beforehand what the first answers would have to wait for. */
  warmUp(): void
}

/** The largest page of usage: KORE's own, and the one of the older documents (contract §2). */
const USAGE_PAGE = { kore: 249, documents: 1000 }

/** What the resources are made of. */
interface Parts {
  readonly world: SuperSimWorld
  readonly sums: AccountSums
  readonly clock: Clock
  readonly config: SandboxConfig
}

/** The resources of Super SIM (contract §4). */
export function superSim(world: SuperSimWorld, clock: Clock, config: SandboxConfig): SuperSimApi {
  const sums = accountSums(world)
  return {
    routes: superSimRoutes({ world, sums, clock, config }),
    warmUp: () => warmUp(sums, clock),
  }
}

function superSimRoutes(parts: Parts): Hono {
  const { world, clock } = parts
  const sim = (context: Context) => {
    const key = context.req.param('sim')
    const there = simsThereOn(world.sims, dayOf(clock))
    return there.find((one) => one.sid === key || one.uniqueName === key)
  }
  return new Hono()
    .get('/UsageRecords', (context) => listUsage(context, parts))
    .get('/Sims', (context) => listSims(context, world, clock))
    .get('/Sims/:sim', (context) => {
      const found = sim(context)
      if (!found) return refusal(context, 'simNotFound')
      return context.json(simResource(context, world, found, clock))
    })
    .get('/Sims/:sim/BillingPeriods', (context) => {
      const found = sim(context)
      if (!found) return refusal(context, 'simNotFound')
      return listAll(context, 'billing_periods', billingPeriods(world, found, clock))
    })
    .get('/Fleets', (context) =>
      listAll(
        context,
        'fleets',
        world.fleets.map((fleet) => fleetResource(context, world, fleet)),
      ),
    )
    .get('/Fleets/:fleet', (context) => {
      const key = context.req.param('fleet')
      const fleet = world.fleets.find((one) => one.sid === key || one.uniqueName === key)
      if (!fleet) return refusal(context, 'fleetNotFound')
      return context.json(fleetResource(context, world, fleet))
    })
    .get('/Networks', (context) => listNetworks(context, world))
    .get('/Networks/:network', (context) => {
      const network = world.networks.find((one) => one.sid === context.req.param('network'))
      if (!network) return refusal(context, 'notFound')
      return context.json(networkResource(context, network))
    })
}

function listNetworks(context: Context, world: SuperSimWorld): Response {
  const { IsoCountry, Mcc, Mnc } = context.req.query()
  const found = world.networks.filter(
    ({ isoCountry, mcc, mnc }) =>
      (!IsoCountry || isoCountry === IsoCountry.toUpperCase()) &&
      (!Mcc || mcc === Mcc) &&
      (!Mnc || mnc === Mnc),
  )
  return listAll(
    context,
    'networks',
    found.map((network) => networkResource(context, network)),
  )
}

/** Sums the days that can be asked for, and the hours of the newest, so that no answer waits for them. */
function warmUp(sums: AccountSums, clock: Clock): void {
  const newest = Math.floor(clock.now().getTime() / DAY) - 2
  for (let age = 0; age <= DAYS_OF_RETENTION; age += 1)
    sums.warm(newest - age, age < WARM_HOURLY_DAYS)
}

function listUsage(context: Context, { world, sums, clock, config }: Parts): Response {
  const now = clock.now()
  const parameters = parseUsageParameters(context.req.query(), world, config.privateBeta, now)
  if (!('granularity' in parameters)) return refusal(context, ...parameters)
  const list = {
    key: 'usage_records',
    maxPageSize: USAGE_PAGE[config.shape],
    cutsLargePages: config.largePages === 'cut',
  }
  return streamPage(context, list, (from) =>
    usageRecords(world, sums, parameters, now, config, from),
  )
}

function listSims(context: Context, world: SuperSimWorld, clock: Clock): Response {
  const { Status, Fleet: fleetKey, Iccid } = context.req.query()
  if (Status !== undefined && !STATUSES.includes(Status)) {
    return refusal(context, 'invalidParameter', `Status must be one of ${STATUSES.join(', ')}.`)
  }
  const today = dayOf(clock)
  const there = simsThereOn(world.sims, today)
  const filtered = [Status, fleetKey, Iccid].some((value) => value !== undefined)
  const isWanted = (sim: SuperSim) => {
    const fleet = world.fleets[fleetOf(sim, today)]
    return (
      (Status === undefined || superSimStateOn(sim, today).status === Status) &&
      (Iccid === undefined || sim.iccid === Iccid) &&
      (fleetKey === undefined || fleet?.sid === fleetKey || fleet?.uniqueName === fleetKey)
    )
  }
  // Of a million SIMs nobody looks at all for each page.
  const found = filtered ? there.filter(isWanted) : there
  return listPage(context, { key: 'sims' }, found.length, (offset, count) =>
    found.slice(offset, offset + count).map((sim) => simResource(context, world, sim, clock)),
  )
}

function listAll(context: Context, key: string, things: readonly unknown[]): Response {
  return listPage(context, { key }, things.length, (offset, count) =>
    things.slice(offset, offset + count),
  )
}

function simResource(context: Context, world: SuperSimWorld, sim: SuperSim, clock: Clock) {
  const today = dayOf(clock)
  const { status, since } = superSimStateOn(sim, today)
  const url = addressOf(context, `Sims/${sim.sid}`)
  return {
    sid: sim.sid,
    unique_name: sim.uniqueName,
    account_sid: world.accountSid,
    iccid: sim.iccid,
    status,
    fleet_sid: world.fleets[fleetOf(sim, today)]?.sid ?? null,
    date_created: wireDay(createdOn(sim.device)),
    date_updated: wireDay(since),
    url,
    links: { billing_periods: `${url}/BillingPeriods` },
  }
}

function fleetResource(context: Context, world: SuperSimWorld, fleet: Fleet) {
  return {
    sid: fleet.sid,
    unique_name: fleet.uniqueName,
    account_sid: world.accountSid,
    data_enabled: true,
    data_limit: fleet.dataLimit,
    data_metering: 'payg',
    sms_commands_enabled: false,
    sms_commands_url: null,
    sms_commands_method: 'POST',
    ip_commands_url: null,
    ip_commands_method: 'POST',
    network_access_profile_sid: sid('HA', world.seed, PROFILE, 0),
    date_created: '2023-05-01T00:00:00Z',
    date_updated: '2023-05-01T00:00:00Z',
    url: addressOf(context, `Fleets/${fleet.sid}`),
  }
}

function networkResource(context: Context, network: Network) {
  const { sid: networkSid, friendlyName, isoCountry, mcc, mnc } = network
  return {
    sid: networkSid,
    friendly_name: friendlyName,
    iso_country: isoCountry,
    identifiers: [{ mcc, mnc }],
    url: addressOf(context, `Networks/${networkSid}`),
  }
}

function addressOf(context: Context, path: string): string {
  return `${new URL(context.req.url).origin}/super-sim/v1/${path}`
}

function dayOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / DAY)
}

/** The calendar month that a SIM is active in, or was at last; none of one that never was (contract §4). */
function billingPeriods(world: SuperSimWorld, sim: SuperSim, clock: Clock) {
  const now = clock.now()
  const { firstDay, endDay, index } = sim.device
  if (now.getTime() < firstDay * DAY) return []
  const last = new Date(Math.min(now.getTime(), endDay * DAY - 1))
  const start = Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), 1) / DAY
  const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1) / DAY
  const begun = Math.max(start, firstDay)
  return [
    {
      sid: sid('HB', world.seed + PERIOD, index, start),
      account_sid: world.accountSid,
      sim_sid: sim.sid,
      period_type: 'active',
      start_time: wireDay(begun),
      end_time: wireDay(end),
      date_created: wireDay(begun),
      date_updated: wireDay(begun),
    },
  ]
}

function wireDay(day: number): string {
  return new Date(day * DAY).toISOString().replace('.000Z', 'Z')
}
