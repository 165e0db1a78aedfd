import { expect, it } from 'vitest'
import { countStatuses, listSims, type SimListing } from './listed-sims.ts'

const sim = (name: string, status: string, planSid: string) => ({
  sid: `HS${name}`,
  name,
  uniqueName: name,
  iccid: `8${name.length}`,
  status,
  planSid,
})

const SIMS = [
  sim('truck-10', 'active', 'HF1'),
  sim('truck-9', 'ready', 'HF2'),
  sim('Camera', 'active', 'HF2'),
  sim('kiosk', 'inactive', 'HF1'),
]

const ALL: SimListing = { find: '', status: '', plan: '', sort: 'name', descending: false }
const planName = (sid: string) => (sid === 'HF1' ? 'Zebra' : 'Ant')

const names = (listing: Partial<SimListing>) =>
  listSims(SIMS, { ...ALL, ...listing }, planName).map(({ name }) => name)

it('sorts by any column, digits as numbers, both ways', () => {
  expect(names({})).toEqual(['Camera', 'kiosk', 'truck-9', 'truck-10'])
  expect(names({ descending: true })).toEqual(['truck-10', 'truck-9', 'kiosk', 'Camera'])
  expect(names({ sort: 'status' })).toEqual(['truck-10', 'Camera', 'kiosk', 'truck-9'])
  // By the plan's name, not by its SID.
  expect(names({ sort: 'plan' })).toEqual(['truck-9', 'Camera', 'truck-10', 'kiosk'])
})

it('filters by status, plan and words together', () => {
  expect(names({ status: 'active' })).toEqual(['Camera', 'truck-10'])
  expect(names({ status: 'active', plan: 'HF1' })).toEqual(['truck-10'])
  expect(names({ plan: 'HF2', find: 'truck' })).toEqual(['truck-9'])
  expect(names({ status: 'unheard-of' })).toEqual([])
})

it('counts the SIMs of each status, most first', () => {
  expect(countStatuses(SIMS)).toEqual([
    { status: 'active', count: 2 },
    { status: 'inactive', count: 1 },
    { status: 'ready', count: 1 },
  ])
})
