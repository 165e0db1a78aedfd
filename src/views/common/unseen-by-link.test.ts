import { expect, it } from 'vitest'
import { unseenByLink } from './unseen-by-link.ts'

const SIM = `/sims/DE${'a'.repeat(32)}`

it.each([
  ['/account', 'range=last-7-days&compare=previous', []],
  ['/account', 'month=forecast', ['the running month and its forecast']],
  ['/account', 'product=super-sim&group=network', []],
  ['/account', 'product=super-sim&group=sim', ['the names of SIMs, which have their SIDs instead']],
  [SIM, '', ['what the SIM is and where it was']],
  [
    SIM,
    `with=DE${'b'.repeat(32)}&month=data`,
    [
      'what the SIM is and where it was',
      'the SIMs that it is compared with',
      'the running month and its forecast',
    ],
  ],
])('of %s?%s is %j', (path, search, unseen) => {
  expect(unseenByLink(path, search)).toEqual(unseen)
})
