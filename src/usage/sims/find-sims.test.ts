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
])('finds by %s', (text, found) => {
  expect(isFoundBy(SIM, wordsOf(text))).toBe(found)
})
