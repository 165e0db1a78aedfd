import { expect, it } from 'vitest'
import { describeKoreCode } from './kore-error-words.ts'

it.each([
  [83600, 'KORE does not accept this question', 'Change the filters'],
  [83601, 'KORE does not answer for this range', 'midnight UTC'],
  [83602, 'KORE does not answer for this range', 'full hour of UTC'],
  [83603, 'KORE does not answer for this range', '31 days at most'],
  [83604, 'KORE does not answer for this range', 'too long for hours or days'],
  [83605, 'KORE does not answer for this range', '18 months'],
  [33101, 'KORE does not accept this question', 'not one that KORE knows'],
  [33102, 'KORE does not accept this question', 'missing'],
  [33103, 'The list has moved on', 'read anew'],
  [33107, 'There is no such SIM', 'Check its SID'],
  [33201, 'KORE did not accept the credentials', 'runs this dashboard'],
  [33004, 'KORE is overloaded', 'few minutes'],
  [83005, 'There is no such SIM', 'Check its SID'],
  [83006, 'There is no such fleet', 'another fleet'],
  [20003, 'KORE did not accept the credentials', 'runs this dashboard'],
  [20404, 'Not found', 'Check the SID'],
  [20429, 'Too many requests at once', 'Nothing was lost'],
])('puts code %i into words that say what to do', (code, title, part) => {
  const words = describeKoreCode(code)
  expect(words?.title).toBe(title)
  expect(words?.detail).toContain(part)
})

it('has no words for a code that is not listed, and for none', () => {
  expect(describeKoreCode(99999)).toBeUndefined()
  expect(describeKoreCode(undefined)).toBeUndefined()
})
