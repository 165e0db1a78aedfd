import type { Page } from 'playwright/test'
import { DEFAULT_CONFIG } from '#sandbox/config.ts'
import { daySlices } from '#sandbox/programmable-wireless/slices.ts'
import { createSuperSimWorld, fleetOf, simDay } from '#sandbox/super-sim/super-sim-world.ts'
import { createWorld } from '#sandbox/world.ts'
import { expectedSum } from '#usage/series/expected-sum.ts'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'

const SIMS = 300
const SUPER_SIMS = 2_000

test.use({ sandbox: { sims: SIMS, superSims: SUPER_SIMS } })

const dayOf = (date: string) => Date.parse(date) / 86_400_000

/** What the sandbox made one SIM do, day by day. */
interface MadeSim {
  readonly name: string
  /** Each limit, and what it counts of a day. */
  readonly limits: readonly { readonly bytes: number; counted(day: number): number }[]
  bytes(day: number): number
  countries(day: number): readonly string[]
}

/**
 * What is found of SIMs, read off what they were made to do.
 *
 * @param ahead what is told of days to come: by the mean of the newest, or by the days of each SIM
 */
function expectedFindings(
  sims: readonly MadeSim[],
  settled: number,
  monthStart: number,
  ahead: 'byMean' | 'byDays',
) {
  const days = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)
  const sum = (sim: MadeSim, from: number, to: number) =>
    days(from, to).reduce((bytes, day) => bytes + sim.bytes(day), 0)
  const where = (sim: MadeSim, from: number, to: number) =>
    new Set(days(from, to).flatMap((day) => sim.countries(day)))
  const known = sims.map((sim) => ({
    sim,
    current: sum(sim, settled - 7, settled),
    previous: sum(sim, settled - 14, settled - 7),
  }))
  const names = (found: typeof known) => found.map(({ sim }) => sim.name)
  const before = (sim: MadeSim) => where(sim, settled - 67, settled - 7)
  return {
    top: names(known.toSorted((a, b) => b.current - a.current)).slice(0, 5),
    grew: names(known.toSorted((a, b) => b.current - b.previous - (a.current - a.previous))).slice(
      0,
      5,
    ),
    silent: names(
      known
        .filter(({ current, previous }) => current === 0 && previous > 0)
        .sort((a, b) => b.previous - a.previous),
    ),
    roaming: known
      .filter(({ sim }) => sum(sim, settled - 67, settled - 7) > 0)
      .filter(({ sim }) =>
        [...where(sim, settled - 7, settled)].some((country) => !before(sim).has(country)),
      ).length,
    limit: sims.filter(({ limits }) =>
      limits.some(({ bytes, counted }) => {
        const of = (from: number, to: number) =>
          days(from, to).reduce((counts, day) => counts + counted(day), 0)
        const left = dayOf('2026-12-01') - settled
        const [month, current] = [of(monthStart, settled), of(settled - 7, settled)]
        const used = days(settled - 67, settled).map((day) => ({
          start: day * 86_400_000,
          amount: counted(day),
        }))
        const first = used.findIndex(({ amount }) => amount > 0)
        const expected = expectedSum(used.slice(Math.max(0, first)), left)?.expected ?? 0
        if (month >= bytes) return true
        return ahead === 'byDays'
          ? month + expected >= bytes
          : current > 0 && (bytes - month) / (current / 7) < left
      }),
    ).length,
  }
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const namesIn = (page: Page, name: string) =>
  panel(page, name).getByRole('listitem').getByRole('link').allInnerTexts()

async function expectFound(
  page: Page,
  { top, grew, silent, roaming, limit }: ReturnType<typeof expectedFindings>,
) {
  await expect.poll(() => namesIn(page, 'Use most')).toEqual(top)
  await expect.poll(() => namesIn(page, 'Grew most')).toEqual(grew)
  await expect.poll(() => namesIn(page, 'Went silent')).toEqual(silent.slice(0, 5))
  for (const [name, count] of [
    ['Roam where they had not been', roaming],
    ['At their limit, or about to reach it', limit],
  ] as const) {
    expect(count).toBeGreaterThan(0)
    await expect(panel(page, name)).toContainText(`${count} SIM`)
  }
}

test.describe('top and movers', () => {
  test('of Super SIM are those that the sandbox made so, and say why', async ({
    page,
    expectAccessible,
  }) => {
    const world = createSuperSimWorld(DEFAULT_CONFIG.seed, SUPER_SIMS)
    const today = dayOf('2026-11-20')
    const bytesOf = (sim: (typeof world.sims)[number], day: number) => {
      const usage = simDay(world, sim, day)
      return usage ? usage.upload + usage.download : 0
    }
    const made = world.sims.map((sim) => ({
      name: sim.uniqueName,
      limits: [
        {
          bytes: (world.fleets[fleetOf(sim, today)]?.dataLimit ?? 0) * 1_000_000,
          counted: (day: number) => bytesOf(sim, day),
        },
      ],
      bytes: (day: number) => bytesOf(sim, day),
      countries: (day: number) => {
        const usage = simDay(world, sim, day)
        return usage ? [world.networks[usage.network]?.isoCountry ?? ''] : []
      },
    }))
    const expected = expectedFindings(made, dayOf('2026-11-19'), dayOf('2026-11-01'), 'byMean')
    expect(expected.silent.length).toBeGreaterThan(0)
    // Two thousand SIMs in each of forty countries: hundreds of pages.
    test.setTimeout(90_000)
    await page.goto('/movers?product=super-sim')
    await expect(page.getByRole('note', { name: 'Progress' })).toBeHidden({ timeout: 40_000 })
    await expectFound(page, expected)
    const silent = panel(page, 'Went silent').getByRole('listitem').first()
    await expect(silent).toContainText(/No usage in 7 days, after .+ Last used \w+, \d+ Nov 2026\./)
    await expect(
      panel(page, 'Roam where they had not been').getByRole('listitem').first(),
    ).toContainText(/Was in .+, where it had not been in the 60 days before\./)
    await expectAccessible()
    await page.getByLabel('Fleet').selectOption({ label: 'coaches' })
    await expect(page).toHaveURL(/plan=HF/)
    for (const name of await namesIn(page, 'Use most')) expect(name).toMatch(/^coach-/)
    await panel(page, 'Use most').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/sims\/HS/)
  })

  test.describe('of which a period could not be read', () => {
    test.use({ failuresExpected: true })

    test('call no SIM silent, fallen or grown', async ({ page }) => {
      // The newest days: without them every SIM would look silent.
      await page.route('**/UsageRecords?*Group=sim*StartTime=2026-11-12*', (route) =>
        route.fulfill({ status: 500, json: { status: 500, message: 'Broken.' } }),
      )
      await page.goto('/movers?product=super-sim')
      await expect(page.getByRole('note', { name: 'Missing part' })).toBeVisible()
      for (const name of ['Went silent', 'Fell most', 'Grew most', 'Use most']) {
        await expect(panel(page, name)).toContainText('Not known yet.')
      }
      await page.unrouteAll({ behavior: 'wait' })
      await page.getByRole('button', { name: 'Load it again' }).click()
      await expect(panel(page, 'Went silent').getByRole('listitem').first()).toBeVisible()
    })
  })

  test('of Programmable Wireless are gathered SIM by SIM, with a pause', async ({ page }) => {
    const world = createWorld(DEFAULT_CONFIG.seed, SIMS)
    const bytesIn = (
      sim: (typeof world.sims)[number],
      day: number,
      isIn: (place: string) => boolean,
    ) =>
      daySlices(world, sim, day)
        .filter(({ place }) => isIn(place))
        .reduce((sum, slice) => sum + slice.upload + slice.download, 0)
    const isAbroad = (place: string) => place !== 'home' && place !== 'national'
    const made = world.sims.map((sim) => ({
      name: sim.friendlyName,
      limits: [
        { megabytes: sim.ratePlan.dataLimit, isIn: (place: string) => place === 'home' },
        {
          megabytes: sim.ratePlan.nationalRoamingDataLimit,
          isIn: (place: string) => place === 'national',
        },
        { megabytes: sim.ratePlan.internationalRoamingDataLimit, isIn: isAbroad },
      ].flatMap(({ megabytes, isIn }) =>
        megabytes === null
          ? []
          : { bytes: megabytes * 1e6, counted: (day: number) => bytesIn(sim, day, isIn) },
      ),
      bytes: (day: number) => bytesIn(sim, day, () => true),
      countries: (day: number) =>
        daySlices(world, sim, day)
          .filter(({ upload, download }) => upload + download > 0)
          .map(({ place }) => place)
          .filter((place) => place !== 'home' && place !== 'national'),
    }))
    // Once some are there, the others wait: there is time to pause.
    let answered = 0
    const held = await holdAnswers(page, '**/Sims/DE*/UsageRecords?*')
    page.on('requestfinished', (request) => {
      if (request.url().includes('/UsageRecords')) answered += 1
    })
    await page.goto('/movers')
    const gathering = page.getByRole('note', { name: 'Gathering' })
    await expect(gathering).toContainText(`0 of ${SIMS} SIMs`)
    await gathering.getByRole('button', { name: 'Pause' }).click()
    await expect(gathering).toContainText('Paused at 0')
    held.release()
    // Nothing is intercepted any more, which takes its time.
    await page.unrouteAll({ behavior: 'wait' })
    await expect.poll(() => answered).toBeGreaterThan(0)
    await gathering.getByRole('button', { name: 'Go on' }).click()
    await expect(gathering).toBeHidden({ timeout: 20_000 })
    await expectFound(
      page,
      expectedFindings(made, dayOf('2026-11-18'), dayOf('2026-11-01'), 'byDays'),
    )
  })

  test('without the private beta are gathered, too', async ({ page, stack }) => {
    await page.route('**/super-sim/v1/UsageRecords?*Group=sim*', (route) =>
      route.fulfill({ status: 403, json: { status: 403, message: 'Not enabled.', code: 20403 } }),
    )
    await page.route('**/super-sim/v1/Sims?*', async (route) => {
      const answer = await (
        await fetch(`${stack.gatewayUrl}/api/accounts/main/super-sim/v1/Sims?PageSize=20`)
      ).json()
      return route.fulfill({
        json: { ...answer, meta: { ...answer.meta, next_page_url: null } },
      })
    })
    await page.goto('/movers?product=super-sim')
    await expect(panel(page, 'Use most').getByRole('listitem')).toHaveCount(5)
    await expect(page.getByRole('note', { name: 'Gathering' })).toBeHidden()
  })
})
