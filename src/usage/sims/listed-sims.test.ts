import { expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import {
  findFirstSims,
  type ListableSim,
  listSims,
  type SimListing,
  type SortValue,
} from './listed-sims.ts'
import { STEP } from './step.ts'

const sim = (name: string, status: string, planSid: string): ListableSim => ({
  sid: `HS${name}`,
  product: name === 'Camera' ? 'programmable-wireless' : 'super-sim',
  name,
  uniqueName: name,
  iccid: `8${name.length}`,
  status,
  planSid,
})

const SIMS = [
  [sim('truck-10', 'active', 'HF1'), sim('truck-9', 'ready', 'HF2')],
  [sim('Camera', 'active', 'HF2'), sim('kiosk', 'inactive', 'HF1')],
]

const ALL: SimListing = { find: '', product: 'all', status: '', plan: '', descending: false }

const list = (
  listing: Partial<SimListing>,
  sortValueOf: SortValue<ListableSim> = ({ name }) => name,
) => finishSteps(listSims(SIMS, { ...ALL, ...listing }, sortValueOf))

const names = (...given: Parameters<typeof list>) => list(...given).sims.map(({ name }) => name)

it('sorts texts without regard to case, digits as numbers, both ways', () => {
  expect(names({})).toEqual(['Camera', 'kiosk', 'truck-9', 'truck-10'])
  expect(names({ descending: true })).toEqual(['truck-10', 'truck-9', 'kiosk', 'Camera'])
  expect(names({}, ({ status }) => status)).toEqual(['truck-10', 'Camera', 'kiosk', 'truck-9'])
})

it('sorts numbers, and puts what is not known last both ways', () => {
  const usage = new Map([
    ['truck-10', 5],
    ['kiosk', 0],
    ['Camera', 20],
  ])
  const sortValueOf: SortValue<ListableSim> = ({ name }) => usage.get(name)
  expect(names({}, sortValueOf)).toEqual(['kiosk', 'truck-10', 'Camera', 'truck-9'])
  expect(names({ descending: true }, sortValueOf)).toEqual([
    'Camera',
    'truck-10',
    'kiosk',
    'truck-9',
  ])
  expect(list({}, sortValueOf).unknown).toBe(1)
})

it('filters by product, status, plan and words together', () => {
  expect(names({ product: 'programmable-wireless' })).toEqual(['Camera'])
  expect(names({ status: 'active' })).toEqual(['Camera', 'truck-10'])
  expect(names({ status: 'active', plan: 'HF1' })).toEqual(['truck-10'])
  expect(names({ plan: 'HF2', find: 'truck' })).toEqual(['truck-9'])
  expect(names({ status: 'unheard-of' })).toEqual([])
})

it('counts the SIMs of each status of a product, most first, whatever else is filtered for', () => {
  expect(list({ find: 'truck' }).statuses).toEqual([
    { status: 'active', count: 2 },
    { status: 'inactive', count: 1 },
    { status: 'ready', count: 1 },
  ])
  expect(list({ product: 'programmable-wireless' }).statuses).toEqual([
    { status: 'active', count: 1 },
  ])
})

it('sorts many as it sorts few, and lets others have their turn meanwhile', () => {
  const many = Array.from({ length: 5 * STEP + 7 }, (_, index) =>
    sim(`sim-${(index * 7919) % (5 * STEP + 7)}`, 'active', 'HF1'),
  )
  const steps = listSims([many], ALL, ({ name }) => name)
  let turns = 0
  let result = steps.next()
  while (!result.done) {
    turns += 1
    result = steps.next()
  }
  expect(turns).toBeGreaterThan(10)
  expect(result.value.sims.map(({ name }) => name)).toEqual(many.map((_, index) => `sim-${index}`))
})

it('finds no more than it is asked for', () => {
  expect(finishSteps(findFirstSims(SIMS, 'truck', 1)).map(({ name }) => name)).toEqual(['truck-10'])
  expect(finishSteps(findFirstSims(SIMS, 'HF1', 9))).toEqual([])
})
