import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { listPage } from '../paging.ts'
import { refusal } from '../refusals.ts'
import { type RatePlan, type Sim, statusOf, type World } from '../world.ts'
import { dataSessions } from './data-sessions.ts'
import { parseUsageParameters, periodsOf, wireMoment } from './usage-parameters.ts'
import { usageTree } from './usage-records.ts'
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
export function programmableWireless(world: World, clock: Clock): Hono {
  const accountSums = accountUsageSums(world)
  const findSim = (key: string) =>
    world.sims.find((sim) => sim.sid === key || sim.uniqueName === key)
  const sims = new Hono()
    .get('/', (context) => listSims(context, world, clock))
    .get('/:sim', (context) => {
      const sim = findSim(context.req.param('sim'))
      return sim ? context.json(simResource(world, sim, clock)) : refusal(context, 'notFound')
    })
    .get('/:sim/UsageRecords', (context) => {
      const sim = findSim(context.req.param('sim'))
      if (!sim) return refusal(context, 'notFound')
      const owner = { account_sid: world.accountSid, sim_sid: sim.sid }
      return listUsage(context, owner, simUsageSums(world, sim), clock)
    })
    .get('/:sim/DataSessions', (context) => {
      const sim = findSim(context.req.param('sim'))
      if (!sim) return refusal(context, 'notFound')
      return listAll(context, 'data_sessions', dataSessions(world, sim, clock.now()))
    })
  const plans = world.ratePlans.map((plan) => ratePlanResource(world, plan))
  return new Hono()
    .get('/UsageRecords', (context) =>
      listUsage(context, { account_sid: world.accountSid }, accountSums, clock),
    )
    .route('/Sims', sims)
    .get('/RatePlans', (context) => listAll(context, 'rate_plans', plans))
    .get('/RatePlans/:plan', (context) => {
      const key = context.req.param('plan')
      const plan = plans.find((one) => one.sid === key || one.unique_name === key)
      return plan ? context.json(plan) : refusal(context, 'notFound')
    })
}

function listUsage(context: Context, owner: object, sums: UsageSums, clock: Clock): Response {
  const now = clock.now()
  const parameters = parseUsageParameters(context.req.query(), now)
  if (typeof parameters === 'string') return refusal(context, 'invalidParameter', parameters)
  const periods = periodsOf(parameters, now)
  const nowHour = now.getTime() / HOUR
  return listPage(context, 'usage_records', periods.count, (offset, count) =>
    Array.from({ length: count }, (_, position) => {
      const { start, end } = periods.at(offset + position)
      return {
        ...owner,
        period: { start: wireMoment(start), end: wireMoment(end) },
        ...usageTree(sums.between(start, end, nowHour)),
      }
    }),
  )
}

function listSims(context: Context, world: World, clock: Clock): Response {
  const { Status, Iccid, RatePlan: plan } = context.req.query()
  if (Status !== undefined && !STATUSES.includes(Status)) {
    return refusal(context, 'invalidParameter', `Status must be one of ${STATUSES.join(', ')}.`)
  }
  const planSid = world.ratePlans.find((one) => one.uniqueName === plan)?.sid ?? plan
  const found = world.sims
    .map((sim) => simResource(world, sim, clock))
    .filter(
      (sim) =>
        (Status === undefined || sim.status === Status) &&
        (Iccid === undefined || sim.iccid === Iccid) &&
        (planSid === undefined || sim.rate_plan_sid === planSid),
    )
  return listAll(context, 'sims', found)
}

function listAll(context: Context, key: string, things: readonly unknown[]): Response {
  return listPage(context, key, things.length, (offset, count) =>
    things.slice(offset, offset + count),
  )
}

function simResource(world: World, sim: Sim, clock: Clock) {
  const { index, firstDay, endDay } = sim.device
  const today = Math.floor(clock.now().getTime() / DAY)
  const changed = Math.min(today, endDay, Math.max(firstDay, firstDay - 20))
  return {
    sid: sim.sid,
    unique_name: sim.uniqueName,
    account_sid: world.accountSid,
    rate_plan_sid: sim.ratePlanSid,
    friendly_name: sim.friendlyName,
    iccid: sim.iccid,
    status: statusOf(sim, today),
    reset_status: null,
    ip_address: index % 9 === 0 ? `10.64.${index >> 8}.${index & 255}` : null,
    date_created: wireMoment((firstDay - 40) * 24),
    date_updated: wireMoment(changed * 24),
  }
}

function ratePlanResource(world: World, plan: RatePlan) {
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
    national_roaming_data_limit: plan.dataLimit,
    international_roaming: ['data', 'messaging'],
    international_roaming_data_limit: plan.dataLimit,
    date_created: '2023-05-01T00:00:00Z',
    date_updated: '2023-05-01T00:00:00Z',
  }
}
