import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('SIMs', () => {
  test('are found by any identifier and lead to their usage', async ({ page, stack }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims?PageSize=9&Status=active`,
    )
    const { sims }: { sims: { sid: string; iccid: string; friendly_name: string }[] } =
      await answer.json()
    const sim = sims[8]
    if (!sim) throw new Error('no SIM')
    await page.goto('/sims')
    await expect(page.getByText('300 Programmable Wireless SIMs')).toBeVisible()
    const search = page.getByRole('searchbox', { name: 'Find a SIM' })
    for (const text of [sim.iccid, sim.sid, sim.friendly_name.toLowerCase(), `"${sim.iccid}" `]) {
      await search.fill(text)
      await expect(page.locator('tbody tr')).toHaveCount(1)
      await expect(page.getByRole('link', { name: sim.friendly_name })).toBeVisible()
    }
    await page.getByRole('link', { name: sim.friendly_name }).click()
    await expect(page).toHaveURL(new RegExp(`/sims/${sim.sid}$`))
    await expect(page.getByRole('heading', { level: 1, name: sim.friendly_name })).toBeVisible()
    await expect(page.getByText(sim.iccid)).toBeVisible()
    await expect(page.getByText('active', { exact: true })).toBeVisible()
    await expect(page.getByText('Monthly limit')).toBeVisible()
    await expect(page.locator('dl').first()).toContainText(
      /(ended|open since) \d+ Nov 2026|none in the last 30 days/,
    )
    await expect(new UsagePage(page).panel('Data')).toBeVisible()
    await page.goBack()
    await expect(search).toHaveValue(`"${sim.iccid}" `)
  })

  test('are filtered and sorted, all in the address', async ({ page, expectAccessible }) => {
    await page.goto('/sims?product=super-sim')
    const option = page.getByLabel('Status').getByRole('option', { name: /^active \(\d+\)$/ })
    const count = Number(/\d+/.exec((await option.textContent()) ?? '')?.[0])
    await page.getByLabel('Status').selectOption('active')
    await expect(page).toHaveURL(/status=active/)
    await expect(page.getByRole('heading', { name: `${count} SIMs` })).toBeVisible()
    await page.getByLabel('Fleet').selectOption({ label: 'trucks-europe' })
    await expect(page).toHaveURL(/plan=HF/)
    const rows = page.locator('tbody tr')
    for (const text of await rows.allInnerTexts()) expect(text).toContain('trucks-europe')
    const firsts = async () => (await rows.locator('th').allInnerTexts()).slice(0, 3)
    const ascending = await firsts()
    const heading = page.getByRole('columnheader', { name: 'Name' })
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    await heading.getByRole('button').click()
    await expect(heading).toHaveAttribute('aria-sort', 'descending')
    await expect(page).toHaveURL(/order=descending/)
    expect(await firsts()).not.toEqual(ascending)
    await expectAccessible()
    await page.getByLabel('Status').selectOption('')
    await page.getByRole('searchbox').fill('nobody')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(page.getByRole('heading', { name: '200 SIMs' })).toBeVisible()
  })

  test('that match nothing say so', async ({ page }) => {
    await page.goto('/sims?find=nobody')
    await expect(page.getByText('No SIM matches “nobody”')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(50)
    await page.getByRole('button', { name: 'Show all 300' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(300)
  })

  test.describe('unknown', () => {
    test.use({ failuresExpected: true })

    test('to KORE are not found', async ({ page }) => {
      await page.goto(`/sims/DE${'0'.repeat(32)}`)
      await expect(page.getByRole('alert')).toContainText('Not found')
    })
  })

  test('whose SID is none are explained', async ({ page }) => {
    await page.goto('/sims/truck-1')
    await expect(page.getByText('This is not the SID of a SIM')).toBeVisible()
    await page.getByRole('link', { name: 'Search the list of SIMs' }).click()
    await expect(page).toHaveURL(/\/sims\?find=truck-1/)
  })
})
