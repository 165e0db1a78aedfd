import { describe, expect, it } from 'vitest'
import { matchAllowedRequest } from '../kore/allowed-requests.ts'
import { isWithinView } from './link-scope.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const WIRELESS = `DE${'b'.repeat(32)}`
const SUPER = `HS${'a'.repeat(32)}`

/** A period that every view here shows. */
const SHOWN = { start: '2026-10-02T00:00:00Z', end: '2026-10-03T00:00:00Z' }
const WIRELESS_TIMES = { Start: SHOWN.start, End: SHOWN.end }
const SUPER_TIMES = { StartTime: SHOWN.start, EndTime: SHOWN.end }

const view = (path: string, search: Record<string, string>) => ({
  path,
  search: new URLSearchParams({ range: '2026-10-01..2026-10-15', ...search }).toString(),
})

/** @param path below the account, such as `/super-sim/v1/Sims`; one that nobody may ask for is a fault */
function opens(
  link: { path: string; search: string },
  path: string,
  parameters: Record<string, string>,
  now = NOW,
): boolean {
  const request = matchAllowedRequest(path)
  if (!request) throw new Error(`${path} is never forwarded`)
  return isWithinView(link, request, `?${new URLSearchParams(parameters)}`, now)
}

const ofWireless = view('/account', {})
const ofSuper = view('/account', { product: 'super-sim' })
const ofWirelessSim = view(`/sims/${WIRELESS}`, {})
const ofSuperSim = view(`/sims/${SUPER}`, {})

describe('a read-only link, within its dates', () => {
  it('opens the usage that it shows', () => {
    expect(opens(ofWireless, '/programmable-wireless/v1/UsageRecords', WIRELESS_TIMES)).toBe(true)
    const own = `/programmable-wireless/v1/Sims/${WIRELESS}/UsageRecords`
    expect(opens(ofWirelessSim, own, WIRELESS_TIMES)).toBe(true)
    expect(opens(ofSuper, '/super-sim/v1/UsageRecords', SUPER_TIMES)).toBe(true)
    const sim = { ...SUPER_TIMES, Sim: SUPER }
    expect(opens(ofSuperSim, '/super-sim/v1/UsageRecords', sim)).toBe(true)
  })

  it.each([
    `Sims/${WIRELESS}/UsageRecords`,
    `Sims/${WIRELESS}/DataSessions`,
    `Sims/${WIRELESS}`,
    'Sims',
    'RatePlans',
  ])('of an account opens no %s of it', (path) => {
    expect(opens(ofWireless, `/programmable-wireless/v1/${path}`, WIRELESS_TIMES)).toBe(false)
  })

  it.each([`Sims/${SUPER}/BillingPeriods`, `Sims/${SUPER}`, 'Sims', 'Fleets', 'Networks'])(
    'of an account of Super SIMs opens no %s of it',
    (path) => {
      expect(opens(ofSuper, `/super-sim/v1/${path}`, SUPER_TIMES)).toBe(false)
    },
  )

  it.each([
    'UsageRecords',
    `Sims/${WIRELESS}/DataSessions`,
    `Sims/${WIRELESS}`,
    `Sims/DE${'c'.repeat(32)}/UsageRecords`,
  ])('of a SIM opens no %s', (path) => {
    expect(opens(ofWirelessSim, `/programmable-wireless/v1/${path}`, WIRELESS_TIMES)).toBe(false)
  })

  it('of a Super SIM opens neither the whole account nor another SIM', () => {
    const path = '/super-sim/v1/UsageRecords'
    expect(opens(ofSuperSim, path, SUPER_TIMES)).toBe(false)
    const other = { ...SUPER_TIMES, Sim: `HS${'d'.repeat(32)}` }
    expect(opens(ofSuperSim, path, other)).toBe(false)
  })

  it('opens the whole where it shows groups, but no other group', () => {
    const byCountry = view('/account', { product: 'super-sim', group: 'country' })
    const asked = (more: Record<string, string>) =>
      opens(byCountry, '/super-sim/v1/UsageRecords', { ...SUPER_TIMES, ...more })
    expect(asked({})).toBe(true)
    expect(asked({ Group: 'isoCountry' })).toBe(true)
    expect(asked({ Group: 'network' })).toBe(false)
    expect(asked({ Group: '' })).toBe(false)
  })

  it('of one network opens that network alone', () => {
    const network = `HW${'f'.repeat(32)}`
    const ofNetwork = view('/account', { product: 'super-sim', network })
    const asked = (more: Record<string, string>) =>
      opens(ofNetwork, '/super-sim/v1/UsageRecords', { ...SUPER_TIMES, ...more })
    expect(asked({ Network: network })).toBe(true)
    expect(asked({ Network: `HW${'0'.repeat(32)}` })).toBe(false)
    expect(asked({})).toBe(false)
  })

  it('opens each SIM alone only where it shows them bucket by bucket', () => {
    const asked = (by: string) =>
      opens(
        view('/account', { product: 'super-sim', group: 'sim', by }),
        '/super-sim/v1/UsageRecords',
        { ...SUPER_TIMES, Sim: SUPER },
      )
    expect([asked('day'), asked('total')]).toEqual([true, false])
  })

  it('opens single names of no fleet and no network', () => {
    const byFleet = view('/account', { product: 'super-sim', group: 'fleet' })
    expect(opens(byFleet, '/super-sim/v1/Fleets', {})).toBe(true)
    expect(opens(byFleet, `/super-sim/v1/Fleets/HF${'e'.repeat(32)}`, {})).toBe(false)
    expect(opens(byFleet, '/super-sim/v1/Sims', {})).toBe(false)
    const byNetwork = view('/account', { product: 'super-sim', group: 'network' })
    expect(opens(byNetwork, `/super-sim/v1/Networks/HW${'e'.repeat(32)}`, {})).toBe(false)
  })

  it('opens an earlier period only where it is compared with it', () => {
    const earlier = { Start: '2026-09-20T00:00:00Z', End: '2026-09-25T00:00:00Z' }
    const path = '/programmable-wireless/v1/UsageRecords'
    const compared = view('/account', { compare: 'previous' })
    expect(opens(compared, path, earlier)).toBe(true)
    expect(opens(compared, path, { Start: '2026-09-10T00:00:00Z', End: earlier.End })).toBe(false)
    expect(opens(view('/account', { compare: 'off' }), path, earlier)).toBe(false)
    // Nothing is shown that reaches over both.
    expect(opens(compared, path, { Start: earlier.Start, End: SHOWN.end })).toBe(false)
  })
})

describe('the dates of a read-only link', () => {
  const living = { path: '/account', search: 'range=last-7-days' }
  const asked = (start: string, end: string, now: string) =>
    opens(
      living,
      '/programmable-wireless/v1/UsageRecords',
      { Start: `${start}T00:00:00Z`, End: `${end}T00:00:00Z` },
      new Date(now),
    )

  it('are those of yesterday for ten minutes of a new day, and no longer', () => {
    // On the 20th the last seven days begin on the 14th, on the 21st on the 15th.
    expect(asked('2026-11-14', '2026-11-15', '2026-11-20T23:59:00Z')).toBe(true)
    expect(asked('2026-11-14', '2026-11-15', '2026-11-21T00:09:00Z')).toBe(true)
    expect(asked('2026-11-14', '2026-11-15', '2026-11-21T00:11:00Z')).toBe(false)
    expect(asked('2026-11-13', '2026-11-14', '2026-11-20T12:00:00Z')).toBe(false)
  })

  it('are those of no day to come', () => {
    expect(asked('2026-11-20', '2026-11-22', '2026-11-20T23:55:00Z')).toBe(false)
    expect(asked('2026-11-20', '2026-11-22', '2026-11-21T00:00:00Z')).toBe(true)
  })

  it('must both be asked for, in their order', () => {
    const path = '/programmable-wireless/v1/UsageRecords'
    expect(opens(ofWireless, path, { Start: SHOWN.start })).toBe(false)
    expect(opens(ofWireless, path, { End: SHOWN.end })).toBe(false)
    expect(opens(ofWireless, path, { Start: SHOWN.end, End: SHOWN.start })).toBe(false)
    expect(opens(ofWireless, path, { Start: SHOWN.start, End: SHOWN.start })).toBe(false)
  })
})
