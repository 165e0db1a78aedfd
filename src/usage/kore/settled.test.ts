import { describe, expect, it } from 'vitest'
import { isSettledRequest } from '#gateway/kore/settled-request.ts'
import { bucketCharge } from './charge.ts'
import { bucketFreshness } from './freshness.ts'
import { PRODUCT_KEYS } from './products.ts'
import { settledBoundary } from './settled.ts'

const END = new Date('2026-11-18T00:00:00Z')
const BUCKET = { start: new Date('2026-11-17T00:00:00Z'), end: END }
const HOUR = 3_600_000

describe('what is kept for good', () => {
  // Every hour of three days after the end of a day.
  const moments = Array.from({ length: 72 }, (_, hour) => new Date(END.getTime() + hour * HOUR))

  it.each(PRODUCT_KEYS)('of %s is final in the browser, and charged in full', (product) => {
    const request = { product, path: '/v1/UsageRecords' }
    const end = product === 'super-sim' ? 'EndTime' : 'End'
    const parameters = new URLSearchParams({ [end]: END.toISOString() })
    const kept = moments.filter((now) => isSettledRequest(request, parameters, now))
    expect(kept.length).toBeGreaterThan(0)
    for (const now of kept) {
      expect(bucketFreshness(BUCKET, product, now)).toBe('final')
      expect(bucketCharge(BUCKET, { charged: true, uncharged: false }, product, now)).toBe(
        'charged',
      )
    }
  })

  it('is settled 48 hours after a period of Programmable Wireless, 24 after one of Super SIM', () => {
    const now = new Date('2026-11-20T00:00:00Z')
    expect(settledBoundary('programmable-wireless', now).toISOString()).toBe(
      '2026-11-18T00:00:00.000Z',
    )
    expect(settledBoundary('super-sim', now).toISOString()).toBe('2026-11-19T00:00:00.000Z')
  })
})
