import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('the box that goes anywhere', () => {
  test('opens any SIM by any identifier, by keyboard alone', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main`
    const [first] = (await (await fetch(`${base}/super-sim/v1/Sims?Status=active`)).json()).sims
    await page.goto('/views')
    await expect(page.getByRole('button', { name: 'Go to' })).toBeVisible()
    for (const text of [first.iccid, `"${first.unique_name.toUpperCase()}" `, first.sid]) {
      await page.keyboard.press('Control+K')
      const box = page.getByRole('combobox', { name: 'SIM, fleet, network or saved view' })
      await expect(box).toBeFocused()
      await box.fill(text)
      // At once: what was listed for nothing typed is not chosen from.
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(page).toHaveURL(new RegExp(`/sims/${first.sid}$`))
      await expect(page.getByRole('heading', { level: 1, name: first.unique_name })).toBeVisible()
    }
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('option', { name: 'Read-only links' })).toBeVisible()
    await expect(page.getByRole('option', { name: /Super SIM, 8/ }).first()).toBeAttached()
    await expectAccessible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('has what was typed and entered before it was there', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main`
    const [first] = (await (await fetch(`${base}/super-sim/v1/Sims?Status=active`)).json()).sims
    const held = await holdAnswers(page, '**/jump-box-*.js')
    await page.goto('/views')
    await page.keyboard.press('Control+K')
    const box = page.getByRole('combobox', { name: 'SIM, fleet, network or saved view' })
    await page.keyboard.type(first.iccid.slice(0, 10))
    held.release()
    await page.keyboard.type(first.iccid.slice(10), { delay: 20 })
    await expect(box).toHaveValue(first.iccid)
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/sims/${first.sid}$`))
  })

  test('opens fleets and networks, and says when nothing matches', async ({ page }) => {
    await page.goto('/account')
    const box = page.getByRole('combobox', { name: 'SIM, fleet, network or saved view' })
    await page.getByRole('button', { name: 'Go to' }).click()
    await box.fill('cameras')
    await page.getByRole('option', { name: 'cameras', exact: false }).first().click()
    await expect(page).toHaveURL(/product=super-sim&fleet=HF/)
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await page.getByRole('button', { name: 'Go to' }).click()
    await box.fill('telekom germany')
    await page.getByRole('option', { name: /Telekom.*Germany/ }).click()
    await expect(page).toHaveURL(/product=super-sim&network=HW/)
    await page.getByRole('button', { name: 'Go to' }).click()
    await box.fill('nothing is called this')
    await expect(page.getByText('Nothing matches')).toBeVisible()
  })
})
