import { expect, it } from 'vitest'
import { chargeTimeline, freshnessTimeline } from './timeline.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const range = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) })
const words = (segments: readonly { start: Date; end: Date; state: string }[]) =>
  segments.map(
    ({ start, end, state }) =>
      `${state} ${start.toISOString().slice(0, 13)} ${end.toISOString().slice(0, 13)}`,
  )

it('cuts a range wherever its freshness changes, without gaps', () => {
  expect(
    words(freshnessTimeline(range('2025-05-01', '2026-11-22'), 'programmable-wireless', NOW)),
  ).toEqual([
    'beyondRetention 2025-05-01T00 2025-05-20T00',
    'final 2025-05-20T00 2026-11-18T12',
    'mayStillGrow 2026-11-18T12 2026-11-19T12',
    'mayBeMissing 2026-11-19T12 2026-11-20T12',
    'future 2026-11-20T12 2026-11-22T00',
  ])
})

it('begins the future at this moment', () => {
  const segments = freshnessTimeline(range('2026-11-20', '2026-11-22'), 'super-sim', NOW)
  expect(segments).toEqual([
    { start: new Date('2026-11-20'), end: NOW, state: 'mayBeMissing' },
    { start: NOW, end: new Date('2026-11-22'), state: 'future' },
  ])
})

it('has no state in between for Super SIM', () => {
  expect(words(freshnessTimeline(range('2026-11-19', '2026-11-20'), 'super-sim', NOW))).toEqual([
    'final 2026-11-19T00 2026-11-19T12',
    'mayBeMissing 2026-11-19T12 2026-11-20T00',
  ])
})

it('says how far the charge can be relied on', () => {
  expect(words(chargeTimeline(range('2026-11-19', '2026-11-21'), NOW))).toEqual([
    'charged 2026-11-19T00 2026-11-19T12',
    'notSureCharged 2026-11-19T12 2026-11-20T12',
    'future 2026-11-20T12 2026-11-21T00',
  ])
  expect(words(chargeTimeline(range('2026-10-01', '2026-10-02'), NOW))).toHaveLength(1)
  const lacking = chargeTimeline(range('2026-10-01', '2026-10-03'), NOW, new Date('2026-10-02'))
  expect(words(lacking)).toEqual([
    'charged 2026-10-01T00 2026-10-02T00',
    'notSureCharged 2026-10-02T00 2026-10-03T00',
  ])
})
