import { expect, test } from './fixtures.ts'
import { readRecords } from './pages/read-records.ts'

test.describe('SIMs', () => {
  test('are narrowed to those over a limit, to a country, and to what is new', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    await page.goto('/sims?product=super-sim&range=2026-11-01..2026-11-15')
    const over = page.getByRole('radio', { name: /^Over a limit \(\d+\)$/ })
    await expect(over).toBeAttached()
    const name = await over.evaluate((input) => input.closest('label')?.textContent ?? '')
    const count = Number(/\d+/.exec(name)?.[0])
    expect(count).toBeGreaterThan(0)
    await page.getByText(name, { exact: true }).click()
    await expect(page).toHaveURL(/only=over/)
    await expect(
      page.getByRole('heading', { name: `${count} ${count === 1 ? 'SIM' : 'SIMs'}` }),
    ).toBeVisible()
    for (const text of await page.locator('tbody tr[aria-rowindex]').allInnerTexts()) {
      expect(Number(/([\d.]+)%/.exec(text)?.[1])).toBeGreaterThanOrEqual(100)
    }
    await expectAccessible()
    await page.goto('/sims?product=super-sim&range=2026-11-01..2026-11-15&country=DE')
    const there = await readRecords<{ sim_sid: string }>(
      stack.gatewayUrl,
      'Group=sim&IsoCountry=DE&StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-16T00:00:00Z',
    )
    await expect(page.getByRole('heading', { name: `${there.length} SIMs` })).toBeVisible()
    await expect(page.getByLabel('Country')).toHaveValue('DE')
  })
})
