import { expect, test } from './fixtures.ts'

test.use({ sandbox: { rateLimit: 4, sims: 30 } })

test.describe('an API that takes four requests a second', () => {
  test('answers for every SIM in its time, and the page says how long that is', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.goto('/movers')
    const gathering = page.getByText(/^Gathering usage SIM by SIM: /)
    await expect(page.getByRole('note', { name: 'Gathering' })).toContainText(
      /It will take (about \d+ seconds|about \d+ minutes?) more/,
      { timeout: 20_000 },
    )
    await expect(gathering).toHaveCount(0, { timeout: 90_000 })
    // A notice would say of how many it is known, had any been left out.
    await expect(page.getByText(/^Usage is known of|could not be read/)).toHaveCount(0)
  })
})
