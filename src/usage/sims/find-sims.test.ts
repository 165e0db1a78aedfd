import { expect, it } from 'vitest'
import { isFoundBy } from './find-sims.ts'
import { wordsOf } from './find-words.ts'

const SIM = {
  sid: `DE${'a1'.repeat(16)}`,
  name: 'Truck 0001',
  uniqueName: 'truck-0001',
  iccid: '8901260291919950800',
  status: 'active',
}

it.each([
  ['truck', true],
  ['  "8901260291919950800" ', true],
  ['8901 2602 9191 9950 800', true],
  ['TRUCK active', true],
  ['dea1a1', true],
  ['“truck-0001”', true],
  ['truck suspended', false],
  ['', true],
  ['8901-2602-9191-9950-800', true],
  ['8901‑2602‑9191‑9950‑800', true],
  ['ICCID: 8901260291919950800', true],
  ['ICCID:8901260291919950800.', true],
  ['8901260291919950800F', true],
  ['8901260291919950800,', true],
  ['8901260291919950801', false],
  ['9950800', true],
  ['truck-0001, ', true],
  [`SIM DE${'a1'.repeat(16)}`, true],
  [`SIM DE${'a2'.repeat(16)}`, false],
  [`https://roamboard.example.com/sims/DE${'a1'.repeat(16)}?range=last-7-days`, true],
  [`https://roamboard.example.com/sims/DE${'a2'.repeat(16)}`, false],
  ['https://roamboard.example.com/sims/truck-0001#chart', true],
  ['truck 1', true],
  ['truck 2', false],
  ['truck a1', false],
  ['truck 51', false],
])('finds by %s', (text, found) => {
  expect(isFoundBy(SIM, wordsOf(text))).toBe(found)
})
