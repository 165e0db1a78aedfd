import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundMoney } from '../question/money.ts'
import { explainChange } from './change-cause.ts'
import { splitCost } from './cost-split.ts'
import { type ComparedMember, type MemberUsage, NOTHING_USED } from './member-usage.ts'

const GB = 1_000_000_000
const USD = { currency: 'USD' } as const

/** So many gigabytes that cost so much; a charge that is missing is undefined. */
function used(gigabytes: number, cost: number | undefined, currency = 'USD'): MemberUsage {
  const total = gigabytes * GB
  return {
    ...NOTHING_USED,
    data: { total, download: total, upload: 0 },
    dataCost: cost === undefined ? new Map() : new Map([[currency, cost]]),
    charged: cost !== undefined,
  }
}

const member = (key: string, earlier: MemberUsage, later: MemberUsage): ComparedMember => ({
  key,
  later,
  earlier,
})

describe('what explains a change', () => {
  const members = [
    member('US', used(10, 50), used(11, 55)),
    member('FR', used(4, 40), NOTHING_USED),
    member('JP', NOTHING_USED, used(2, 30)),
    member('ES', NOTHING_USED, NOTHING_USED),
  ]

  it('is told by member, the largest change first, with those that are new and gone', () => {
    const { causes, later, earlier, change } = explainChange(members, 'data')
    expect(causes).toEqual([
      { key: 'FR', kind: 'gone', later: 0, earlier: 4 * GB, change: -4 * GB },
      { key: 'JP', kind: 'new', later: 2 * GB, earlier: 0, change: 2 * GB },
      { key: 'US', kind: 'changed', later: 11 * GB, earlier: 10 * GB, change: GB },
    ])
    expect([later, earlier, change]).toEqual([13 * GB, 14 * GB, -GB])
  })

  it('adds up to the change of cost, and so do its two effects', () => {
    const { causes, change, split } = explainChange(members, USD)
    expect(causes.map(({ key, change }) => [key, change])).toEqual([
      ['FR', -40],
      ['JP', 30],
      ['US', 5],
    ])
    expect(change).toBe(-5)
    expect(split).toEqual({ usedMore: -5, costMore: 0, other: 0, isPriced: true })
  })

  it('is not known where a charge is missing, and no cost of nothing', () => {
    const lacking = [...members, member('DE', used(1, 10), used(3, undefined))]
    const explained = explainChange(lacking, USD)
    expect(explained.causes.at(-1)).toEqual({
      ...{ key: 'DE', kind: 'changed', later: undefined, earlier: 10, change: undefined },
    })
    expect(explained).toMatchObject({ later: undefined, earlier: 100, change: undefined })
    expect(explained).toMatchObject({ unknown: 1 })
    expect(explained.split).toBeUndefined()
    expect(explainChange(lacking, 'data').unknown).toBe(0)
  })

  it('keeps currencies apart: what is charged in another is no part of it', () => {
    const mixed = [
      member('main', used(1, 5), used(2, 9)),
      member('south', used(1, 7, 'EUR'), used(3, 30, 'EUR')),
    ]
    expect(explainChange(mixed, USD).causes.map(({ key, change }) => [key, change])).toEqual([
      ['main', 4],
    ])
    expect(explainChange(mixed, { currency: 'EUR' }).change).toBe(23)
  })

  it('leaves open in which currency something is charged that has no charge at all', () => {
    const open = [member('ZZ', NOTHING_USED, used(1, undefined))]
    expect(explainChange(open, USD)).toMatchObject({ unknown: 1, change: undefined })
    expect(explainChange(open, { currency: 'EUR' })).toMatchObject({ unknown: 1 })
  })

  it('tells the way that is shown', () => {
    const flow = { total: 5, download: 2, upload: 3 }
    const both = [member('A', NOTHING_USED, { ...NOTHING_USED, data: flow })]
    expect(explainChange(both, 'data', 'upload').change).toBe(3)
  })
})

describe('the split of a change of cost', () => {
  const split = (earlier: MemberUsage, later: MemberUsage) => splitCost(later, earlier, 'USD')

  it('weighs each effect with the mean of both periods', () => {
    // 10 GB at $2 became 14 GB at $3: 4 GB at $2.50, and $1 on 12 GB.
    expect(split(used(10, 20), used(14, 42))).toEqual({
      usedMore: 10,
      costMore: 12,
      other: 0,
      isPriced: true,
    })
  })

  it('only changes its sign when it is seen the other way round', () => {
    expect(split(used(14, 42), used(10, 20))).toEqual({
      usedMore: -10,
      costMore: -12,
      other: 0,
      isPriced: true,
    })
  })

  it('calls all of it used where there was no price before', () => {
    expect(split(NOTHING_USED, used(3, 12))).toEqual({
      usedMore: 12,
      costMore: 0,
      other: 0,
      isPriced: true,
    })
    expect(split(used(3, 12), NOTHING_USED)).toEqual({
      usedMore: -12,
      costMore: 0,
      other: 0,
      isPriced: true,
    })
  })

  it('keeps what Commands cost out of both', () => {
    const later = { ...used(10, 20), commandsCost: new Map([['USD', 1.5]]) }
    expect(split(used(10, 20), later)).toEqual({
      usedMore: 0,
      costMore: 0,
      other: 1.5,
      isPriced: true,
    })
  })

  it('tells no price of bytes that are charged in two currencies, nor of a charge without bytes', () => {
    const mixed = {
      ...used(10, 30),
      dataCost: new Map([
        ['USD', 30],
        ['EUR', 1],
      ]),
    }
    expect(split(used(10, 20), mixed)).toEqual({
      usedMore: 0,
      costMore: 0,
      other: 10,
      isPriced: false,
    })
    expect(split(used(0, 5), used(1, 9))).toEqual({
      usedMore: 0,
      costMore: 0,
      other: 4,
      isPriced: false,
    })
  })

  it('adds up to the difference to the millionth, whatever the amounts', () => {
    const money = fc.integer({ min: 0, max: 10 ** 12 }).map((millionths) => millionths / 10 ** 6)
    // As many as a fleet can use, and as few as a price can be told of.
    const bytes = fc.oneof(fc.constant(0), fc.integer({ min: 10 ** 9, max: 10 ** 12 }))
    const usage = fc.tuple(bytes, money, money).map(([total, cost, commands]) => ({
      ...used(total / GB, cost),
      commandsCost: new Map([['USD', commands]]),
    }))
    fc.assert(
      fc.property(usage, usage, (earlier, later) => {
        const { usedMore, costMore, other } = splitCost(later, earlier, 'USD')
        const { change } = explainChange([member('A', earlier, later)], USD)
        expect(roundMoney(usedMore + costMore + other)).toBe(change ?? 0)
      }),
    )
  })
})
