import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

// An account that cannot be read, and a SIM that is not of the first account, are logged.
test.use({ accounts: ['main', 'north', 'south'], failuresExpected: true })

async function bytesOf(view: UsagePage): Promise<number> {
  const total = view.figure('Total data')
  await expect(total).toBeVisible()
  await expect(view.panel('Data')).toHaveAttribute('aria-busy', 'false')
  return view.exactBytes(total)
}

test.describe('accounts', () => {
  test('are chosen in the frame, stay in every address, and add up', async ({
    page,
    expectAccessible,
  }) => {
    const view = new UsagePage(page)
    await page.goto('/account?range=last-7-days')
    const sums = [await bytesOf(view)]
    for (const [name, id] of [
      ['Sandbox North', 'north'],
      ['Sandbox South', 'south'],
    ] as const) {
      await view.chooseAccount(name)
      await expect(page).toHaveURL(new RegExp(`account=${id}`))
      await expect(page.getByText(`SIMs of ${name}`)).toBeVisible()
      sums.push(await bytesOf(view))
    }
    expect(new Set(sums).size).toBe(3)
    await view.chooseAccount('All accounts')
    await expect(page).toHaveURL(/account=all/)
    await expect(page.getByText('SIMs of 3 accounts')).toBeVisible()
    expect(await bytesOf(view)).toBe(sums.reduce((sum, bytes) => sum + bytes, 0))

    await view.choose('Stack by', 'Account')
    const rows = view.panel('By account').getByRole('row')
    await expect(rows).toHaveCount(4)
    await expect(rows.filter({ hasText: 'Sandbox North' })).toBeVisible()
    await expectAccessible()
  })

  test('show each one’s own state, and what is there of the others', async ({ page, stack }) => {
    await page.route('**/api/accounts/north/**', (route) =>
      route.fulfill({ status: 401, json: { status: 401, message: 'KORE refused.' } }),
    )
    await page.goto('/account?range=last-7-days&account=all')
    const view = new UsagePage(page)
    const states = view.panel('3 accounts added up')
    await expect(states.getByRole('row', { name: /Sandbox North/ })).toContainText(
      'parts are missing: KORE did not accept the credentials',
    )
    await expect(states.getByRole('row', { name: /Sandbox South/ })).toContainText('Complete')
    await expect(states.getByRole('row', { name: /Sandbox South/ })).toContainText('20 Nov')
    await expect(view.figure('Total data')).toContainText('incomplete')
    await expect(page.getByRole('note', { name: 'Missing part' })).toContainText('Sandbox North, ')
    await page.unroute('**/api/accounts/north/**')
    await page.getByRole('button', { name: 'Load the missing parts' }).click()
    await expect(states.getByRole('row', { name: /Sandbox North/ })).toContainText('Complete')
    expect(stack.asked.length).toBeGreaterThan(0)
  })

  test('have their SIMs in one list, and any SIM is found in all of them', async ({
    page,
    stack,
  }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/south/super-sim/v1/Sims?Status=active&PageSize=1`,
    )
    const [{ sid, unique_name: name }] = (await answer.json()).sims
    await page.goto(`/sims?product=super-sim&account=all&find=${sid}`)
    const row = page.getByRole('row', { name: new RegExp(name) })
    await expect(row).toContainText('Sandbox South')
    await row.getByRole('link').click()
    await expect(page).toHaveURL(new RegExp(`/sims/${sid}\\?account=south$`))
    await page.goto(`/sims/${sid}?account=all`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await page.goto(`/sims/${sid}?account=main`)
    await expect(page.getByRole('heading', { name: 'There is no such SIM' })).toBeVisible()
  })

  test('are all looked through for a SIM whose address names none', async ({ page, stack }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/south/super-sim/v1/Sims?Status=active&PageSize=1`,
    )
    const [{ sid, unique_name: name }] = (await answer.json()).sims
    await page.goto(`/sims/${sid}?range=last-7-days`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page).toHaveURL(/account=south/)
    await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue('south')
  })

  test('are several in one address, too', async ({ page }) => {
    await page.goto('/account?account=north,south&range=last-7-days')
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue('north,south')
    await expect(page.getByRole('combobox', { name: 'Account' })).toContainText(
      'Sandbox North and Sandbox South',
    )
  })

  test('of a largest SIM are told apart by hour, too', async ({ page }) => {
    await page.goto('/account?product=super-sim&account=all&range=last-24-hours&by=hour&group=sim')
    const view = new UsagePage(page)
    const rows = view.panel('By SIM').getByRole('row')
    await expect(rows).toHaveCount(12)
    await expect(rows.nth(1).getByRole('link')).toHaveAttribute(
      'href',
      /\/sims\/HS[0-9a-f]{32}\?account=(main|north|south)&range=last-24-hours&by=hour$/,
    )
  })

  test('that are not there are told, with those that are', async ({ page, expectAccessible }) => {
    await page.goto('/account?account=east&range=last-7-days')
    await expect(
      page.getByRole('heading', { name: 'There is no account “east” for you' }),
    ).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Sandbox North' }).click()
    await expect(page).toHaveURL(/account=north/)
    await expect(page).toHaveURL(/range=last-7-days/)
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
  })

  test('are needed for a fleet', async ({ page }) => {
    await page.goto('/account?product=super-sim&account=all&fleet=cameras')
    await expect(page.getByRole('heading', { name: 'A fleet is of one account' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all fleets' }).click()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
  })
})
