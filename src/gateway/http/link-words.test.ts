import { expect, it } from 'vitest'
import { wordsOfLink } from './link-words.ts'

const SIM = `DE${'b'.repeat(32)}`
const LINK = {
  id: 'one',
  name: 'For Bo',
  path: '/account',
  search: 'range=last-7-days',
  owner: '',
  accounts: ['main'],
  createdAt: '',
  expiresAt: '',
}

it.each([
  ['/account', 'Usage of SIMs, Programmable Wireless, Last 7 days. Read-only.'],
  [`/sims/${SIM}`, `Usage of SIM ${SIM}, Programmable Wireless, Last 7 days. Read-only.`],
])('tell whoever is shown the address of a link to %s what it shows', (path, description) => {
  expect(wordsOfLink({ ...LINK, path })).toEqual({ title: 'For Bo · Roamboard', description })
})
