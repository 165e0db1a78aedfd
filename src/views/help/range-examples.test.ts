import { expect, it } from 'vitest'
import { parseTypedRange } from '#usage/time/typed-range.ts'
import { RANGE_EXAMPLES } from './range-examples.ts'

it.each(RANGE_EXAMPLES)('is understood: %s', (text) =>
  expect(parseTypedRange(text).kind).toBe('range'),
)
