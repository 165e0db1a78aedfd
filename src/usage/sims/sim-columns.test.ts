import { describe, expect, it } from 'vitest'
import type { ListableSim } from './listed-sims.ts'
import type { KnownOfSims } from './sim-column.ts'
import { isSimSort, isSortedByFigures, SIM_SORTS, type SimSort, simSortOf } from './sim-columns.ts'

const SIM: ListableSim = {
  sid: 'HS1',
  product: 'super-sim',
  name: 'van',
  uniqueName: 'van-1',
  iccid: '8988',
  status: 'active',
  planSid: 'HF1',
}

const NOTHING: KnownOfSims = {
  planOf: () => undefined,
  usageOf: () => undefined,
  bytesOf: () => undefined,
  limitedBytesOf: () => undefined,
}

const ALL: KnownOfSims = {
  planOf: () => ({
    name: 'trucks',
    limits: [
      { part: 'home', bytes: 200 },
      { part: 'nationalRoaming', bytes: 100 },
    ],
  }),
  usageOf: () => ({
    data: { total: 3, download: 2, upload: 1 },
    commands: 0,
    cost: new Map([['USD', 0.5]]),
    unchargedBytes: 0,
    unchargedCommands: 0,
  }),
  bytesOf: () => 3,
  limitedBytesOf: (_, part) => (part === 'home' ? 50 : 10),
}

const valuesOf = (known: KnownOfSims) =>
  Object.fromEntries(SIM_SORTS.map((sort) => [sort, simSortOf(sort).value(SIM, known)]))

describe('a list of SIMs', () => {
  it('is sorted by what each column shows', () => {
    expect(valuesOf(ALL)).toEqual({
      name: 'van',
      sid: 'HS1',
      iccid: '8988',
      product: 'Super SIM',
      status: 'active',
      plan: 'trucks',
      usage: 3,
      cost: 0.5,
      limit: 0.25,
    })
  })

  it('has no value for what is not known; a plan without a name is told by its SID', () => {
    expect(valuesOf(NOTHING)).toMatchObject({
      plan: 'HF1',
      usage: undefined,
      cost: undefined,
      limit: undefined,
    })
    const unlimited = { ...ALL, planOf: () => ({ name: 'trucks', limits: [] }) }
    expect(simSortOf('limit').value(SIM, unlimited)).toBeUndefined()
    const unmeasured = { ...ALL, limitedBytesOf: () => undefined }
    expect(simSortOf('limit').value(SIM, unmeasured)).toBeUndefined()
  })

  it('needs the figures of its SIMs for usage, cost and limit, whose largest come first', () => {
    const byFigures: SimSort[] = ['usage', 'cost', 'limit']
    expect(SIM_SORTS.filter((sort) => isSortedByFigures({ sort }))).toEqual(byFigures)
    expect(SIM_SORTS.filter((sort) => simSortOf(sort).first === 'descending')).toEqual(byFigures)
  })

  it('cannot be sorted by what holds no value of its own', () => {
    expect(isSimSort('account')).toBe(false)
    expect(isSimSort('trend')).toBe(false)
    expect(isSimSort('sid')).toBe(true)
  })
})
