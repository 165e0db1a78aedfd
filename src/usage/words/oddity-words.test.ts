import { expect, it } from 'vitest'
import { sumOddities } from '../question/oddity.ts'
import { describeOddities } from './oddity-words.ts'

it('tells each kind of oddity once, with what it comes to', () => {
  const odd = sumOddities([
    { kind: 'partsExceed', amount: 1_000_000 },
    { kind: 'repeated', amount: 1 },
    { kind: 'partsExceed', amount: 500_000 },
  ])
  expect(describeOddities(odd)).toEqual([
    'The parts add up to more than KORE’s total by 1.50 MB; the parts are shown.',
    'KORE sent one record twice; it is counted once.',
  ])
})
