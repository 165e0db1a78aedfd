import { describe, expect, it } from 'vitest'
import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'
import {
  describeLag,
  describeRecordedCharge,
  formatArrivals,
  formatArrived,
} from './observed-words.ts'

describe('words of what was observed', () => {
  it('says what has arrived, and since when', () => {
    const since = new Date('2026-11-19T08:00:00Z')
    expect(formatArrived(12_000_000)).toBe('+12.0 MB since you last looked')
    expect(formatArrivals({ bytes: 340_000_000, since, buckets: new Map() })).toBe(
      '+340 MB arrived since you last looked, 19 Nov, 08:00 UTC',
    )
  })

  it('holds the lag that was seen against the one that is documented', () => {
    const lag = {
      median: 9 * MILLISECONDS_PER_HOUR,
      nineInTen: 21 * MILLISECONDS_PER_HOUR,
      buckets: 60,
    }
    expect(describeLag(lag, 'hour', 'programmable-wireless')).toBe(
      'Of 60 hours of this account that were watched in this browser, half had 99% of their usage within 9 hours after their end and 9 in 10 within 21 hours, or sooner; KORE says 2 days for all of it.',
    )
    expect(describeLag({ ...lag, median: 0 }, 'day', 'super-sim')).toContain(
      'half had 99% of their usage within a minute after their end',
    )
  })

  it('says how far the charge has caught up', () => {
    const chargedUntil = new Date('2026-11-19T14:00:00Z')
    expect(describeRecordedCharge({ chargedUntil, chargedBytes: 96 }, 100)).toBe(
      'At least 96.0% of the data is charged in full; all usage before 19 Nov, 14:00 UTC is.',
    )
  })
})
