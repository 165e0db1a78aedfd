import { expect, it } from 'vitest'
import { legibleName } from './legible-name.ts'

it.each([
  [['Truck 1', 'truck-1'], 'Truck 1'],
  [['', 'truck-1'], 'truck-1'],
  [[null, undefined], 'DE01'],
  [['   ', '\u00a0\u2003'], 'DE01'],
  [['\u200b\u2800', 'truck-1'], 'truck-1'],
  [[' Truck 1 '], 'Truck 1'],
  [['cam\u202e1000'], 'cam[U+202E]1000'],
  [['cam\u20661\u2069'], 'cam[U+2066]1[U+2069]'],
  [['zero\u200bwidth\ufeff'], 'zero[U+200B]width'],
  [['tab\tand\u0007bell'], 'tab[U+0009]and[U+0007]bell'],
  [['👩‍👩‍👧‍👦'], '👩‍👩‍👧‍👦'],
  [['می‌خواهم'], 'می‌خواهم'],
])('calls %j %s', (names, called) => {
  expect(legibleName(names, 'DE01')).toBe(called)
})
