import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import type { SandboxForm } from '../config.ts'
import { listPage } from '../paging.ts'
import { refusal } from '../refusals.ts'
import { createdOn, type RatePlan, type Sim, simsThereOn, stateOn, type World } from '../world.ts'
import { dataSessions } from './data-sessions.ts'
import {
  type Period,
  type Periods,
  parseUsageParameters,
  periodsOf,
  wireMoment,
} from './usage-parameters.ts'
import { type RecordForm, usageTree } from './usage-records.ts'
import { accountUsageSums, simUsageSums, type UsageSums } from './usage-sums.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const STATUSES = [
  'new',
  'ready',
  'active',
  'suspended',
  'deactivated',
  'canceled',
  'scheduled',
  'updating',
]

/** The resources of Programmable Wireless (contract §3), below `/v1`. */
export function programmableWireless(world: World, clock: Clock, form: SandboxForm): Hono {
  const accountSums = accountUsageSums(world)
  const reader = { clock, form: { ...form, currency: world.currency } }
  const findSim = (key: string) =>
    simsThereOn(world.sims, dayOf(clock)).find((sim) => sim.sid === key || sim.uniqueName === key)
  const sims = new Hono()
    .get('/', (context) => listSims(context, world, clock))
    .get('/:sim', (context) => {
      const sim = findSim(context.req.param('sim'))
      if (!sim) return refusal(context, 'simNotFound')
      return context.json(simResource(context, world, sim, clock))
    })
    .get('/:sim/UsageRecords', (context) => {
      const sim = findSim(context.req.param('sim'))
      if (!sim) return refusal(context, 'simNotFound')
      const owner = { account_sid: world.accountSid, sim_sid: sim.sid }
      return listUsage(context, owner, simUsageSums(world, sim), reader)
    })
    .get('/:sim/DataSessions', (context) => {
      const sim = findSim(context.req.param('sim'))
      if (!sim) return refusal(context, 'simNotFound')
      return listAll(context, 'data_sessions', dataSessions(world, sim, clock.now()))
    })
  const findPlan = (key: string) =>
    world.ratePlans.find((plan) => plan.sid === key || plan.uniqueName === key)
  return new Hono()
    .get('/UsageRecords', (context) =>
      listUsage(context, { account_sid: world.accountSid }, accountSums, reader),
    )
    .route('/Sims', sims)
    .get('/RatePlans', (context) =>
      listAll(
        context,
        'rate_plans',
        world.ratePlans.map((plan) => ratePlanResource(context, world, plan)),
      ),
    )
    .get('/RatePlans/:plan', (context) => {
      const plan = findPlan(context.req.param('plan'))
      if (!plan) return refusal(context, 'notFound')
      return context.json(ratePlanResource(context, world, plan))
    })
}

function listUsage(
  context: Context,
  owner: object,
  sums: UsageSums,
  { clock, form }: { clock: Clock; form: RecordForm },
): Response {
  const now = clock.now()
  const parameters = parseUsageParameters(context.req.query(), now)
  if (!('granularity' in parameters)) return refusal(context, ...parameters)
  const nowHour = now.getTime() / HOUR
  const list = { key: 'usage_records', usageMeta: form.shape === 'kore' }
  const usageOf = ({ start, end }: Period) => sums.between(start, end, nowHour)
  const every = periodsOf(parameters, now)
  const leavesOut = form.emptyPeriods === 'missing' && parameters.granularity !== 'all'
  const periods = leavesOut ? usedPeriods(every, (period) => usageOf(period).size > 0) : every
  return listPage(context, list, periods.count, (offset, count) =>
    Array.from({ length: count }, (_, position) => {
      const period = periods.at(offset + position)
      return {
        ...owner,
        period: { start: wireMoment(period.start), end: wireMoment(period.end) },
        ...usageTree(usageOf(period), form),
      }
    }),
  )
}

/** Those of the periods that have usage. */
function usedPeriods({ count, at }: Periods, isUsed: (period: Period) => boolean): Periods {
  const used = Array.from({ length: count }, (_, position) => position).filter((position) =>
    isUsed(at(position)),
  )
  return { count: used.length, at: (position) => at(used[position] ?? 0) }
}

function listSims(context: Context, world: World, clock: Clock): Response {
  const { Status, Iccid, RatePlan: plan } = context.req.query()
  if (Status !== undefined && !STATUSES.includes(Status)) {
    return refusal(context, 'invalidParameter', `Status must be one of ${STATUSES.join(', ')}.`)
  }
  const planSid = world.ratePlans.find((one) => one.uniqueName === plan)?.sid ?? plan
  const today = dayOf(clock)
  const found = simsThereOn(world.sims, today).filter(
    (sim) =>
      (Status === undefined || stateOn(sim, today).status === Status) &&
      (Iccid === undefined || sim.iccid === Iccid) &&
      (planSid === undefined || sim.ratePlan.sid === planSid),
  )
  return listPage(context, { key: 'sims' }, found.length, (offset, count) =>
    found.slice(offset, offset + count).map((sim) => simResource(context, world, sim, clock)),
  )
}

function dayOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / DAY)
}

function listAll(context: Context, key: string, things: readonly unknown[]): Response {
  return listPage(context, { key }, things.length, (offset, count) =>
    things.slice(offset, offset + count),
  )
}

function simResource(context: Context, world: World, sim: Sim, clock: Clock) {
  const { index } = sim.device
  const { status, since } = stateOn(sim, dayOf(clock))
  const url = addressOf(context, `Sims/${sim.sid}`)
  return {
    sid: sim.sid,
    unique_name: sim.uniqueName,
    account_sid: world.accountSid,
    rate_plan_sid: sim.ratePlan.sid,
    friendly_name: sim.friendlyName,
    iccid: sim.iccid,
    eid: null,
    status,
    commands_callback_url: null,
    commands_callback_method: 'POST',
    ip_address: index % 9 === 0 ? `10.64.${index >> 8}.${index & 255}` : null,
    date_created: wireMoment(createdOn(sim.device) * 24),
    date_updated: wireMoment(since * 24),
    url,
    links: {
      data_sessions: `${url}/DataSessions`,
      rate_plan: addressOf(context, `RatePlans/${sim.ratePlan.sid}`),
      usage_records: `${url}/UsageRecords`,
    },
  }
}

function ratePlanResource(context: Context, world: World, plan: RatePlan) {
  return {
    sid: plan.sid,
    unique_name: plan.uniqueName,
    account_sid: world.accountSid,
    friendly_name: plan.friendlyName,
    data_enabled: true,
    data_metering: plan.dataMetering,
    data_limit: plan.dataLimit,
    messaging_enabled: true,
    voice_enabled: false,
    national_roaming_enabled: true,
    national_roaming_data_limit: plan.nationalRoamingDataLimit,
    international_roaming: ['data', 'messaging'],
    international_roaming_data_limit: plan.internationalRoamingDataLimit,
    date_created: '2023-05-01T00:00:00Z',
    date_updated: '2023-05-01T00:00:00Z',
    url: addressOf(context, `RatePlans/${plan.sid}`),
  }
}

function addressOf(context: Context, path: string): string {
  return `${new URL(context.req.url).origin}/programmable-wireless/v1/${path}`
}
