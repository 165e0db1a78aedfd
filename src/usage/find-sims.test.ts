import { expect, it } from 'vitest'
import { findSims } from './find-sims.ts'

const SIM = {
  sid: `DE${'a1'.repeat(16)}`,
  name: 'Truck 0001',
  uniqueName: 'truck-0001',
  iccid: '8901260291919950800',
  status: 'active',
}

it.each([
  ['truck', 1],
  ['  "8901260291919950800" ', 1],
  ['TRUCK active', 1],
  ['dea1a1', 1],
  ['“truck-0001”', 1],
  ['truck suspended', 0],
  ['', 1],
])('finds by %s', (text, count) => {
  expect(findSims([SIM], text)).toHaveLength(count)
})
