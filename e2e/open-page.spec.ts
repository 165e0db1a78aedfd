import { hoursOf } from '#testing/hourly-records.ts'
import { STACK_NOW, type Stack } from '#testing/stack.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { MILLISECONDS_PER_HOUR } from '#usage/time/interval.ts'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** The example: hours that become final one by one while somebody looks at them. */
const ADDRESS = '/account?range=2026-11-18..2026-11-19&by=hour&rows=all'

const QUERY: UsageQuery = {
  product: 'programmable-wireless',
  accounts: ['main'],
  filter: {},
  interval: { start: new Date('2026-11-18'), end: new Date('2026-11-20') },
  granularity: 'hour',
}

/** A page whose clock moves together with the sandbox's. */
class WatchedPage extends UsagePage {
  private readonly stack: Stack

  constructor(page: UsagePage['page'], stack: Stack) {
    super(page)
    this.stack = stack
  }

  async open(): Promise<void> {
    await this.page.clock.install({ time: STACK_NOW })
    await this.page.goto(ADDRESS)
    await expect(this.rows).toHaveCount(48)
  }

  get rows() {
    return this.periods('Data').locator('tbody tr')
  }

  get finalRows() {
    return this.rows.filter({ hasText: 'Final' })
  }

  /** @param hour of 20 November */
  async moveTo(hour: number, minute = 0): Promise<void> {
    const moment = Date.UTC(2026, 10, 20, hour, minute)
    const passed = moment - (await this.page.evaluate(() => Date.now()))
    await this.stack.moveClock(new Date(moment))
    await this.page.clock.fastForward(passed)
  }

  /** The bytes of the hours that are called final, oldest first: from 18 Nov, 00:00 on. */
  async finalBytes(): Promise<number[]> {
    const titles = await this.finalRows
      .locator('td')
      .locator('[title$=" bytes"]:first-child')
      .evaluateAll((cells) =>
        cells
          .filter(
            (cell, index) => index === 0 || cell.closest('tr') !== cells[index - 1]?.closest('tr'),
          )
          .map((cell) => cell.getAttribute('title') ?? ''),
      )
    return titles.map((title) => Number(title.replace(/[^\d]/g, ''))).reverse()
  }
}

/** The sandbox's own last word of each hour, when nothing can change any more. */
async function lastWords(stack: Stack): Promise<number[]> {
  await stack.moveClock(new Date('2026-11-25T00:00:00Z'))
  const hours = await hoursOf(stack, QUERY)
  return hours.toSorted((a, b) => a.start - b.start).map(({ bytes }) => bytes)
}

// Playwright's clock takes dates of UTC that are made by a class of their own for local ones.
test.use({ timezoneId: 'UTC' })

test.describe('a page that is left open', () => {
  test('calls an hour final once it was read again, and not before', async ({ page, stack }) => {
    const words = await lastWords(stack)
    await stack.moveClock(STACK_NOW)
    const view = new WatchedPage(page, stack)
    await view.open()
    await expect(view.finalRows).toHaveCount(12)
    for (const hour of [13, 15, 18, 23]) {
      await view.moveTo(hour)
      await expect(view.finalRows).toHaveCount(hour)
      expect(await view.finalBytes()).toEqual(words.slice(0, hour))
    }
  })

  test.describe('while KORE is down', () => {
    test.use({ failuresExpected: true })

    test('keeps to what it has read, and says of when that is', async ({ page, stack }) => {
      const words = await lastWords(stack)
      await stack.moveClock(STACK_NOW)
      const view = new WatchedPage(page, stack)
      await view.open()
      await expect(view.finalRows).toHaveCount(12)
      // The clock is told by an answer.
      await stack.moveClock(new Date(STACK_NOW.getTime() + 11 * MILLISECONDS_PER_HOUR))
      stack.sandbox.setFault('503')
      await page.clock.fastForward(11 * MILLISECONDS_PER_HOUR)
      const refresh = page.getByRole('note', { name: 'Refresh' })
      await expect(refresh).toContainText('could not be read again: KORE is overloaded', {
        timeout: 20_000,
      })
      await expect(refresh).toContainText('They are as of 20 Nov 2026, 12:00 UTC')
      await expect(view.finalRows).toHaveCount(12)
      expect(await view.finalBytes()).toEqual(words.slice(0, 12))
      stack.sandbox.setFault('none')
      await view.moveTo(23, 10)
      await expect(view.finalRows).toHaveCount(23)
      await expect(refresh).toBeHidden()
      expect(await view.finalBytes()).toEqual(words.slice(0, 23))
    })
  })
})
