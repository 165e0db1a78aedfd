import { expect, it } from 'vitest'
import { parseViewQuestion } from '#url/view-question.ts'
import { describeAddress, describeLinked } from './view-words.ts'

const SIM = `DE${'b'.repeat(32)}`

it.each([
  ['/account', 'range=last-7-days', 'Programmable Wireless, Last 7 days, moves with time'],
  [
    `/sims/${SIM}`,
    'range=2026-10-01..2026-10-15',
    `SIM ${SIM}, Programmable Wireless, 1 Oct – 15 Oct 2026, fixed`,
  ],
])('names the SIM where a link to %s?%s is of one', (path, query, told) => {
  const view = parseViewQuestion(path, query)
  if (!view) throw new Error('no view of usage')
  const { search, question } = view
  expect(describeLinked(search.product, search.range, question.filter.sim)).toBe(told)
})

it.each([
  ['/account', 'product=super-sim', 'Usage, Super SIM'],
  ['/sims', 'product=all', 'SIMs'],
  [`/sims/${SIM}`, 'range=last-7-days', `SIM ${SIM}, Programmable Wireless`],
  ['/sims/truck-7', 'product=super-sim', 'SIM truck-7, Super SIM'],
  ['/account', 'product=super-sim&sim=truck-7', 'SIM truck-7, Super SIM'],
])('names the SIM where a list of links or views has one to %s?%s', (path, query, told) => {
  expect(describeAddress(path, query)).toBe(told)
})
