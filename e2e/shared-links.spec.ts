import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** The store is opened with its first use, which a busy machine takes seconds for. */
const OPENING = { timeout: 30_000 }

// A link that is closed is answered with 404, which the browser logs.
test.use({ failuresExpected: true })

async function makeLink(page: Page, name: string, dates?: RegExp): Promise<string> {
  const handOn = page.getByRole('toolbar', { name: 'Keep and hand on' })
  await handOn.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Link for people without access' }).click()
  await page.getByLabel('Name').fill(name)
  if (dates) {
    const option = page.getByRole('option', { name: dates })
    await page
      .getByRole('combobox', { name: 'Dates', exact: true })
      .selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByRole('button', { name: 'Make the link' }).click()
  return page.getByLabel('Read-only link').inputValue(OPENING)
}

test.describe('read-only links', () => {
  test.setTimeout(90_000)

  test('show the view they were made of, and are closed again', async ({ page, expectAccessible }, {
    project,
  }) => {
    const name = `For the customer, ${project.name}`
    await page.goto(
      '/account?product=super-sim&range=last-7-days&group=network&compare=previous&country=DE',
    )
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toContainText('vs 7 Nov – 13 Nov 2026')
    await expect(view.panel('By network').getByRole('row').nth(1)).not.toContainText('HW')
    const bytes = await view.exactBytes(view.figure('Total data'))
    const rows = await view.panel('By network').getByRole('row').allInnerTexts()
    const link = await makeLink(page, name)
    expect(link).toMatch(/\/s\/[\w-]{43}$/)

    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(`^${name}, Super SIM, Last 7 days`))
    await expect(view.figure('Total data')).toContainText('vs 7 Nov – 13 Nov 2026')
    expect(await view.exactBytes(view.figure('Total data'))).toBe(bytes)
    await expect(view.panel('By network').getByRole('row').nth(1)).not.toContainText('HW')
    expect(await view.panel('By network').getByRole('row').allInnerTexts()).toEqual(rows)
    await expectAccessible()
    // Nothing but the help leads elsewhere, nothing was asked for elsewhere, nothing was refused.
    await expect(page.getByRole('link')).toHaveText(['Help'])
    for (const url of asked.filter((one) => one.includes('/api/'))) {
      expect(url).toMatch(/\/api\/(about\?link=|accounts\/~)/)
    }

    await page.goto('/links')
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Usage, Super SIM, Last 7 days, moves with time')
    await expectAccessible()
    await row.getByRole('button', { name: `Revoke ${name}` }).click()
    await expect(row).toHaveCount(0)
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'This link is closed' })).toBeVisible()
    await expectAccessible()
  })

  test('are made by mouse in a low window, and the focus stays with them', async ({ page }, {
    project,
  }) => {
    await page.setViewportSize({ width: 1366, height: 650 })
    await page.goto('/account')
    /** Clicks where something stands, which no scrolling of the page brings there. */
    const click = async (name: string) => {
      const button = page.getByRole('button', { name, exact: true })
      await expect(button).toBeVisible()
      const box = await button.boundingBox()
      if (!box) throw new Error(`no ${name}`)
      expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0)
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    }
    await click('Share')
    await click('Link for people without access')
    await expect(page.getByLabel('Name')).toBeFocused()
    await page.keyboard.type(`, ${project.name}`)
    await click('Make the link')
    await expect(page.getByLabel('Read-only link')).toBeFocused(OPENING)
    await click('Copy link')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()

    // Where even this is too high it scrolls within the window.
    await page.setViewportSize({ width: 844, height: 330 })
    await click('Share')
    await page.getByRole('button', { name: 'Link for people without access' }).click()
    await page.getByLabel('Open for').press('Tab')
    await expect(page.getByRole('button', { name: 'Make the link' })).toBeInViewport({ ratio: 1 })
  })

  test('of one SIM with pinned dates stay where they are', async ({ page, stack }, { project }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims?Status=active&PageSize=1`,
    )
    const [{ sid }] = (await answer.json()).sims
    await page.goto(`/sims/${sid}?range=last-7-days`)
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    const link = await makeLink(page, `One SIM, ${project.name}`, /fixed/)
    await page.goto(link)
    await expect(view.figure('Total data')).toBeVisible()
    await expect(
      page.getByText('14 Nov – 20 Nov 2026, fixed', { exact: false }).first(),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: /^Range:/ })).toHaveCount(0)
    const token = new URL(link).pathname.split('/').at(-1)
    const base = `${stack.gatewayUrl}/api/accounts/~${token}~main/programmable-wireless/v1`
    for (const path of [`Sims/${sid}`, 'Sims', 'UsageRecords', `Sims/${sid}/DataSessions`]) {
      expect([path, (await fetch(`${base}/${path}`)).status]).toEqual([path, 403])
    }
    for (const path of ['views', 'links', 'accounts/main/kept']) {
      const through = await fetch(`${stack.gatewayUrl}/api/accounts/~${token}~main/../../${path}`)
      expect(JSON.stringify(await through.json())).not.toContain(String(token))
    }
    const kept = `${stack.gatewayUrl}/api/accounts/~${token}~main/kept`
    expect((await fetch(kept)).status).toBe(404)
  })
})
