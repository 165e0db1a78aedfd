import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type OpenSandbox, openSandbox } from '#testing/open-sandbox.ts'

/** The form of KORE's answers, written out, as the description itself is not everywhere (contract §3, §4). */

const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}[0-9a-f]{32}$`))
const MOMENT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const ADDRESS = expect.stringMatching(/^http:\/\/sandbox\/(programmable-wireless|super-sim)\/v1\//)
const NUMBER = expect.any(Number)
const TEXT = expect.any(String)

const CHARGE = { billed: NUMBER, billing_units: 'USD' }
const DATA = { total: NUMBER, upload: NUMBER, download: NUMBER, units: 'bytes', ...CHARGE }
const COMMANDS = { total: NUMBER, to_sim: NUMBER, from_sim: NUMBER, ...CHARGE }
const COUNTRY = { country_code: expect.stringMatching(/^[A-Z]{2}$/) }

const tree = z.looseObject({ international_roaming: z.array(z.unknown()) })
const record = z.looseObject({ data: tree, commands: tree })
const thing = z.looseObject({})
const named = z.looseObject({ sid: z.string() })

let sandbox: OpenSandbox

beforeAll(async () => {
  sandbox = await openSandbox({ sims: 300 })
})

const first = async (list: string) => {
  const [found] = await sandbox.all(`/${list}`, named)
  if (!found) throw new Error(`${list} is empty`)
  return found
}

describe('Programmable Wireless, as KORE describes it', () => {
  const SUMMER = '/programmable-wireless/v1/UsageRecords?Start=2026-07-01&End=2026-08-01'

  it('has records with a charge in every branch and a code for every country', async () => {
    const [usage] = await sandbox.all(SUMMER, record)
    expect(usage).toEqual({
      account_sid: id('AC'),
      period: { start: '2026-07-01T00:00:00Z', end: '2026-08-01T00:00:00Z' },
      data: {
        ...DATA,
        home: DATA,
        national_roaming: DATA,
        international_roaming: usage?.data.international_roaming.map(() => ({
          ...COUNTRY,
          ...DATA,
        })),
      },
      commands: {
        ...COMMANDS,
        home: COMMANDS,
        national_roaming: COMMANDS,
        international_roaming: usage?.commands.international_roaming.map(() => ({
          ...COUNTRY,
          ...COMMANDS,
        })),
      },
    })
    expect(usage?.data.international_roaming.length).toBeGreaterThan(6)
    expect(usage?.commands.international_roaming.length).toBeGreaterThan(6)
  })

  it('has usage whose meta leaves an address out that there is not', async () => {
    const [page] = await sandbox.pages(SUMMER)
    expect(page).toMatchObject({
      meta: {
        key: 'usage_records',
        page: 0,
        page_size: 50,
        url: `http://sandbox${SUMMER}`,
        first_page_url: ADDRESS,
        list_key: 'usage_records',
        direct_token: false,
      },
    })
    const pages = await sandbox.pages(`${SUMMER}&Granularity=daily&PageSize=20`)
    const addresses = z.array(z.object({ meta: z.looseObject({}) })).parse(pages)
    expect(addresses.map(({ meta }) => Object.keys(meta).filter(isNeighbour))).toEqual([
      ['next_page_url'],
      ['previous_page_url'],
    ])
  })

  it('has SIMs, rate plans and data sessions', async () => {
    const { sid } = await first('programmable-wireless/v1/Sims?Status=active')
    const sim = await (await sandbox.get(`/programmable-wireless/v1/Sims/${sid}`)).json()
    expect(sim).toEqual({
      sid: id('DE'),
      unique_name: TEXT,
      account_sid: id('AC'),
      rate_plan_sid: id('WP'),
      friendly_name: TEXT,
      iccid: expect.stringMatching(/^\d{20}$/),
      eid: null,
      status: 'active',
      commands_callback_url: null,
      commands_callback_method: 'POST',
      ip_address: sim.ip_address === null ? null : TEXT,
      date_created: MOMENT,
      date_updated: MOMENT,
      url: ADDRESS,
      links: { data_sessions: ADDRESS, rate_plan: ADDRESS, usage_records: ADDRESS },
    })
    const [session] = await sandbox.all(`/programmable-wireless/v1/Sims/${sid}/DataSessions`, thing)
    expect(session).toEqual({
      sid: id('WN'),
      sim_sid: sid,
      account_sid: id('AC'),
      radio_link: TEXT,
      operator_name: TEXT,
      operator_country: expect.stringMatching(/^[A-Z]{3}$/),
      operator_mcc: expect.stringMatching(/^\d{3}$/),
      operator_mnc: expect.stringMatching(/^\d{2,3}$/),
      cell_id: expect.stringMatching(/^\d+$/),
      cell_location_estimate: { lat: NUMBER, lon: NUMBER },
      packets_uploaded: NUMBER,
      packets_downloaded: NUMBER,
      start: MOMENT,
      end: session?.end === null ? null : MOMENT,
      last_updated: MOMENT,
      imei: expect.stringMatching(/^\d{15}$/),
    })
  })

  it('has rate plans with three limits, null where there is none', async () => {
    const limits = z.looseObject({
      unique_name: z.string(),
      data_metering: z.string(),
      data_limit: z.nullable(z.number()),
      national_roaming_data_limit: z.nullable(z.number()),
      international_roaming_data_limit: z.nullable(z.number()),
    })
    const plans = await sandbox.all('/programmable-wireless/v1/RatePlans', limits)
    expect(
      plans.map((plan) => [
        plan.unique_name,
        plan.data_metering,
        plan.data_limit,
        plan.national_roaming_data_limit,
        plan.international_roaming_data_limit,
      ]),
    ).toEqual([
      ['sensor-10', 'payg', 10, 2, 5],
      ['tracker-250', 'quota-10', 250, 80, 100],
      ['fleet-1000', 'quota-50', 1_000, 500, 300],
      ['video-20000', 'quota-1', 20_000, 1_000, null],
      ['backhaul-50000', 'quota-1', 50_000, null, null],
      ['open', 'payg', null, null, null],
    ])
    expect(plans[0]).toMatchObject({
      sid: id('WP'),
      account_sid: id('AC'),
      friendly_name: TEXT,
      international_roaming: ['data', 'messaging'],
      date_created: MOMENT,
      url: ADDRESS,
    })
  })
})

describe('Super SIM, as KORE describes it', () => {
  it('has records whose charge is a number, and a meta that says null', async () => {
    const path =
      '/super-sim/v1/UsageRecords?StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-02T00:00:00Z'
    expect(await sandbox.pages(path)).toEqual([
      {
        usage_records: [
          {
            account_sid: id('AC'),
            sim_sid: null,
            fleet_sid: null,
            network_sid: null,
            iso_country: null,
            period: { start_time: '2026-11-01T00:00:00Z', end_time: '2026-11-02T00:00:00Z' },
            data_upload: NUMBER,
            data_download: NUMBER,
            data_total: NUMBER,
            data_total_billed: NUMBER,
            billed_unit: 'USD',
          },
        ],
        meta: {
          key: 'usage_records',
          page: 0,
          page_size: 50,
          url: `http://sandbox${path}`,
          first_page_url: ADDRESS,
          previous_page_url: null,
          next_page_url: null,
        },
      },
    ])
  })

  it('has SIMs, fleets, networks and the one billing period of a SIM', async () => {
    const owner = { account_sid: id('AC') }
    const dates = { date_created: MOMENT, date_updated: MOMENT }
    const sim = await first('super-sim/v1/Sims?Status=active')
    expect(sim).toEqual({
      ...owner,
      ...dates,
      sid: id('HS'),
      unique_name: TEXT,
      iccid: expect.stringMatching(/^\d{20}$/),
      status: 'active',
      fleet_sid: id('HF'),
      url: ADDRESS,
      links: { billing_periods: ADDRESS },
    })
    expect(await first('super-sim/v1/Fleets')).toMatchObject({
      ...owner,
      ...dates,
      sid: id('HF'),
      unique_name: TEXT,
      data_enabled: true,
      data_limit: NUMBER,
      data_metering: 'payg',
      network_access_profile_sid: id('HA'),
      url: ADDRESS,
    })
    expect(await first('super-sim/v1/Networks')).toEqual({
      sid: id('HW'),
      friendly_name: TEXT,
      iso_country: expect.stringMatching(/^[A-Z]{2}$/),
      identifiers: [{ mcc: TEXT, mnc: TEXT }],
      url: ADDRESS,
    })
    expect(await sandbox.all(`/super-sim/v1/Sims/${sim.sid}/BillingPeriods`, thing)).toEqual([
      {
        ...owner,
        ...dates,
        sid: id('HB'),
        sim_sid: sim.sid,
        period_type: 'active',
        start_time: '2026-11-01T00:00:00Z',
        end_time: '2026-12-01T00:00:00Z',
      },
    ])
  })
})

function isNeighbour(name: string): boolean {
  return name === 'next_page_url' || name === 'previous_page_url'
}
