import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aboutAnswer } from './about.ts'
import { savedViewsAnswer } from './saved-view.ts'

/** Answers as a gateway gave them before what they lack: during an update both are there at once. */
const OLDER = {
  view: {
    id: 'trucks',
    name: 'Trucks',
    description: '',
    owner: 'Ada',
    path: '/account',
    search: 'range=last-7-days',
    start: false,
    version: 1,
    changedAt: '2026-11-20T12:00:00.000Z',
  },
  about: {
    source: 'account',
    accounts: [{ id: 'main', name: 'Main', mark: 'a1' }],
    person: { email: 'ada@example.com', name: 'Ada' },
    now: '2026-11-20T12:00:00.000Z',
  },
}

it('is read where it does not say who may change a view: what may be another’s is not offered', () => {
  const { views } = z.parse(savedViewsAnswer, { views: [OLDER.view] })
  expect(views).toEqual([{ ...OLDER.view, editable: false }])
})

it('is read where it does not say whether an address is confirmed: nobody is warned', () => {
  const { person } = z.parse(aboutAnswer, OLDER.about)
  expect(person).toEqual({ ...OLDER.about.person, emailVerified: true })
})
