import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** The store is opened with its first use, which a busy machine takes seconds for. */
const OPENING = { timeout: 30_000 }

async function save(page: Page, name: string, dates?: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Description').fill('For the Monday meeting')
  if (dates) await form.getByRole('radio', { name: dates }).check()
  await form.getByRole('button', { name: /^(Save|Replace)/ }).click()
  await expect(form.getByText(`“${name}” is saved.`)).toBeVisible(OPENING)
  await page.keyboard.press('Escape')
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test.describe('saved views', () => {
  test.setTimeout(90_000)
  // A conflict is answered with 409, and what is not there with 404, which the browser logs.
  test.use({ failuresExpected: true })

  test('are saved living or pinned, found, opened, renamed, copied, deleted and brought back', async ({
    page,
    expectAccessible,
  }, { project }) => {
    const name = `Trucks ${project.name}`
    await page.goto('/account?range=last-7-days&show=download')
    await expect(new UsagePage(page).figure('Data downloaded')).toBeVisible()
    await save(page, name)
    await save(page, `${name} then`, /14 Nov – 20 Nov 2026, fixed/)
    await page.goto(`/views?find=${encodeURIComponent(name)}`)
    await expect(rowOf(page, name)).toHaveCount(2)
    await expect(rowOf(page, `${name} then`)).toContainText('14 Nov – 20 Nov 2026, fixed')
    const row = rowOf(page, name).first()
    await expect(row).toContainText('Last 7 days, moves with time')
    await expect(row).toContainText('Usage, Programmable Wireless')
    await expect(row).toContainText('For the Monday meeting')
    await expectAccessible()

    await row.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(`${name} renamed`)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    const renamed = rowOf(page, `${name} renamed`)
    await expect(renamed).toHaveCount(1)
    await renamed.getByRole('button', { name: 'Duplicate' }).click()
    await expect(rowOf(page, `${name} renamed (copy)`)).toBeVisible()
    await rowOf(page, `${name} renamed (copy)`).getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText(`“${name} renamed (copy)” was deleted.`)).toBeVisible()
    await expect(renamed).toHaveCount(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(renamed).toHaveCount(2)

    await page.getByRole('link', { name: `${name} renamed`, exact: true }).click()
    await expect(page).toHaveURL(/\/account\?range=last-7-days&show=download$/)
    await expect(new UsagePage(page).figure('Data downloaded')).toBeVisible()
  })

  test('tell of a conflict, and lose neither', async ({ page, context }, { project }) => {
    const name = `Shared ${project.name}`
    await page.goto('/account')
    await save(page, name)
    await page.goto(`/views?find=${encodeURIComponent(name)}`)
    await rowOf(page, name).getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(`${name} mine`)

    const other = await context.newPage()
    await other.goto(`/views?find=${encodeURIComponent(name)}`)
    await rowOf(other, name).getByRole('button', { name: 'Rename' }).click()
    await other.getByRole('dialog').getByLabel('Name').fill(`${name} theirs`)
    await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(other, `${name} theirs`)).toBeVisible()

    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    const note = page.getByRole('note', { name: 'Conflict' })
    await expect(note).toContainText(`Somebody else has changed “${name} theirs” meanwhile`)
    await expect(note).toContainText(`Yours was: “${name} mine”`)
    await expect(rowOf(page, `${name} theirs`)).toBeVisible()
    await note.getByRole('button', { name: 'Save yours over it' }).click()
    await expect(rowOf(page, `${name} mine`)).toBeVisible()
    await expect(note).toBeHidden()
  })
  test('one of them is what the dashboard opens with', async ({ page }, { project }) => {
    const name = `First ${project.name}`
    await page.goto('/account?range=yesterday')
    await save(page, name)
    await page.goto(`/views?find=${encodeURIComponent(name)}`)
    await rowOf(page, name).getByRole('button', { name: 'Make it the start page' }).click()
    await expect(rowOf(page, name)).toContainText('Start page')
    await page.goto('/')
    await expect(page).toHaveURL(/\/account\?range=yesterday$/)
    await page.goto(`/views?find=${encodeURIComponent(name)}`)
    await rowOf(page, name).getByRole('button', { name: 'No longer the start page' }).click()
    await expect(rowOf(page, name)).not.toContainText('Start page')
    await page.goto('/')
    await expect(page).toHaveURL(/\/account$/)
  })

  test('become the start page as they are saved', async ({ page }, { project }) => {
    const name = `Opened first ${project.name}`
    await page.goto('/account?range=yesterday&by=hour')
    await page.getByRole('button', { name: 'Save view' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Name').fill(name)
    await form.getByRole('checkbox', { name: 'Make it the start page' }).check()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(form.getByText('The dashboard opens with it from now on.')).toBeVisible(OPENING)
    await page.goto('/')
    await expect(page).toHaveURL(/\/account\?range=yesterday&by=hour$/)

    await page.goto(`/views?find=${encodeURIComponent(name)}`)
    await rowOf(page, name).getByRole('button', { name: 'No longer the start page' }).click()
    await expect(rowOf(page, name)).not.toContainText('Start page')
  })

  test('stay saved where they cannot become the start page', async ({ page }, { project }) => {
    const name = `Saved only ${project.name}`
    await page.route('**/api/views/start', (route) =>
      route.fulfill({ status: 503, json: { status: 503, message: 'The store is away.' } }),
    )
    await page.goto('/account')
    await page.getByRole('button', { name: 'Save view' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Name').fill(name)
    await form.getByRole('checkbox', { name: 'Make it the start page' }).check()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(form.getByText(`“${name}” is saved.`)).toBeVisible(OPENING)
    await expect(form.getByText('It is not the start page. The store is away.')).toBeVisible()
  })

  test('say so when one does not exist, and when their store is out of reach', async ({ page }) => {
    await page.goto('/v/no-such-view')
    await expect(page.getByText('This view does not exist any more')).toBeVisible(OPENING)
    await page.route('**/api/views', (route) =>
      route.fulfill({ status: 503, json: { status: 503, message: 'The store is away.' } }),
    )
    await page.goto('/views')
    await expect(page.getByRole('alert')).toContainText('The store is away.')
    await page.goto('/')
    await expect(page).toHaveURL(/\/account$/)
  })
})

test.describe('links', () => {
  test('are copied as they live, or with their dates held', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/account?range=last-7-days&by=day')
    await expect(page).toHaveTitle('Usage, Programmable Wireless, Last 7 days · Roamboard')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const origin = new URL(page.url()).origin
    await expect(page.getByLabel('Living link')).toHaveValue(
      `${origin}/account?range=last-7-days&by=day`,
    )
    await expect(page.getByText('Last 7 days, moves with time')).toBeVisible()
    const pinned = `${origin}/account?range=2026-11-14..2026-11-20&by=day`
    await expect(page.getByLabel('Link with fixed dates')).toHaveValue(pinned)
    await page.getByRole('button', { name: 'Copy link with fixed dates', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(pinned)

    // Opened again, the first Enter copies the living one.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Copy link', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${origin}/account?range=last-7-days&by=day`)
  })
})
