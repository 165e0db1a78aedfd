import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { COMPARED_PERIODS } from '#usage/question/compared-period.ts'
import { GROUPS } from '#usage/question/usage-query.ts'
import { DIRECTIONS } from '#usage/question/usage-record.ts'
import { calendarDayOf } from '#usage/time/calendar.ts'
import { GRANULARITIES } from '#usage/time/granularity.ts'
import { PRESETS } from '#usage/time/range-presets.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { findSearchProblems } from './search-key.ts'
import { accountSearch, simSearch, TABLES } from './usage-search.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(calendarDayOf)

const OF_THE_CALENDAR: readonly TimeRange[] = [
  { kind: 'thisWeek' },
  { kind: 'lastWeek' },
  { kind: 'thisYear' },
]

const range: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.constantFrom(...PRESETS, ...OF_THE_CALENDAR),
  fc.record({
    kind: fc.constant('last' as const),
    count: fc.integer({ min: 1, max: 18 }),
    unit: fc.constantFrom('hours' as const, 'days' as const, 'weeks' as const, 'months' as const),
  }),
  fc.tuple(day, day).map((days): TimeRange => {
    const [first = '', last = ''] = days.sort()
    return { kind: 'days', first, last }
  }),
  fc.tuple(day, fc.integer({ min: 0, max: 22 })).map(([date, hour]): TimeRange => {
    const digits = (number: number) => String(number).padStart(2, '0')
    return { kind: 'hours', start: `${date}T${digits(hour)}`, end: `${date}T${digits(hour + 1)}` }
  }),
)

const sid = (prefix: string) => fc.stringMatching(/^[0-9a-f]{32}$/).map((digits) => prefix + digits)

const common = {
  range,
  by: fc.constantFrom('auto' as const, ...GRANULARITIES),
  show: fc.constantFrom(...DIRECTIONS),
  compare: fc.constantFrom('off' as const, ...COMPARED_PERIODS),
  account: fc.oneof(
    fc.constant(''),
    fc.constant('all'),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
  ),
  compared: fc.constantFrom('settled' as const, 'all' as const),
  month: fc.constantFrom('off' as const, 'forecast' as const, 'data' as const, 'cost' as const),
  budget: fc.constantFrom('', '500', '99.50'),
  chart: fc.constantFrom(
    'data' as const,
    'commands' as const,
    'cost' as const,
    'cost-EUR' as const,
  ),
  table: fc.constantFrom(...TABLES),
  why: fc.constantFrom('auto', 'part', ...GROUPS),
  rows: fc.constantFrom('first' as const, 'all' as const),
  time: fc.constantFrom('utc' as const, 'local' as const),
  refresh: fc.constantFrom('off' as const, '5' as const, '15' as const),
  with: fc.constant(''),
}

const programmableWireless = fc.record({
  ...common,
  product: fc.constant('programmable-wireless' as const),
  charge: fc.constantFrom('all' as const, 'data' as const, 'commands' as const),
  group: fc.constantFrom('none' as const, 'account' as const),
  fleet: fc.constant(''),
  network: fc.constant(''),
  country: fc.constant(''),
  sim: fc.constant(''),
})

const superSim = fc.record({
  ...common,
  product: fc.constant('super-sim' as const),
  charge: fc.constant('all' as const),
  group: fc.constantFrom('none' as const, ...GROUPS),
  fleet: fc.oneof(fc.constant(''), fc.constant('cameras'), sid('HF')),
  network: fc.oneof(fc.constant(''), sid('HW')),
  country: fc.oneof(fc.constant(''), fc.stringMatching(/^[A-Z]{2}$/)),
  sim: fc.oneof(fc.constant(''), fc.constant('truck-00001'), sid('HS')),
})

const usageSearch = accountSearch['programmable-wireless']

const problemsOf = (text: string) =>
  findSearchProblems(new URLSearchParams(text), usageSearch.keys).map(({ name, word }) => [
    name,
    word,
  ])

describe('the address of a usage view', () => {
  it('gives back every state that is written into it', () => {
    fc.assert(
      fc.property(fc.oneof(programmableWireless, superSim), (state) => {
        const codec = accountSearch[state.product]
        const written = codec.serialize(state)
        expect(codec.parse(written)).toEqual(state)
        expect(findSearchProblems(written, codec.keys)).toEqual([])
      }),
    )
  })

  it('of one SIM names up to five to compare it with', () => {
    const codec = simSearch['super-sim']
    fc.assert(
      fc.property(fc.array(sid('HS'), { maxLength: 5 }), (sids) => {
        const state = { ...codec.parse(new URLSearchParams()), with: sids.join() }
        expect(codec.parse(codec.serialize(state))).toEqual(state)
      }),
    )
    const six = Array<string>(6)
      .fill(`HS${'0'.repeat(32)}`)
      .join()
    expect(codec.parse(new URLSearchParams({ with: six })).with).toBe('')
    expect(findSearchProblems(new URLSearchParams({ with: six }), codec.keys)).toHaveLength(1)
  })

  it('is readable, and silent about what is default', () => {
    const parameters = new URLSearchParams('range=2026-10-01..2026-10-15&by=day&show=download')
    expect(usageSearch.serialize(usageSearch.parse(parameters)).toString()).toBe(
      'range=2026-10-01..2026-10-15&by=day&show=download',
    )
    expect(usageSearch.serialize(usageSearch.parse(new URLSearchParams())).toString()).toBe('')
  })

  it.each([
    'range=2026-02-31..2026-03-02',
    'range=2026-10-15..2026-10-01',
    'range=last-0-days',
    'range=last-3-parsecs',
    'range=2026-10-01T24..2026-10-02T03',
    'range=2026-10-01T06..2026-10-01T06',
    'range=last-550-days',
    'range=yesterdayish',
    'by=minute',
    'show=',
  ])('names %s as not understood and shows the default', (text) => {
    const [name = '', word = ''] = text.split('=')
    expect(problemsOf(text)).toEqual([[name, word]])
    expect(usageSearch.parse(new URLSearchParams(text))).toEqual(
      usageSearch.parse(new URLSearchParams()),
    )
  })

  it('takes groups and filters for Super SIM only, and leaves the product of a SIM to its SID', () => {
    expect(problemsOf('group=network')).toEqual([['group', 'network']])
    const names = (codec: { keys: readonly { name: string }[] }) =>
      codec.keys.map(({ name }) => name)
    expect(names(accountSearch['super-sim'])).toContain('fleet')
    expect(names(simSearch['super-sim'])).toContain('country')
    expect(names(simSearch['super-sim'])).not.toContain('sim')
    expect(names(simSearch['programmable-wireless'])).not.toContain('product')
  })

  it.each(['network=HW1', 'country=de', 'fleet=a b', 'sim=<script>', 'group=roaming'])(
    'names the filter %s as not understood',
    (text) => {
      const problems = findSearchProblems(
        new URLSearchParams(text),
        accountSearch['super-sim'].keys,
      )
      expect(problems).toHaveLength(1)
    },
  )

  it('takes no hostile text for a word, and never breaks at one', () => {
    const fallback = usageSearch.parse(new URLSearchParams())
    const superSimFallback = accountSearch['super-sim'].parse(new URLSearchParams())
    for (const text of HOSTILE_STRINGS) {
      for (const codec of [usageSearch, accountSearch['super-sim']]) {
        for (const { name } of codec.keys.filter((key) => key.name !== 'product')) {
          const parsed = codec.parse(new URLSearchParams([[name, text]]))
          const plain = /^[\w.-]{1,64}$/.test(text)
          // A word of letters and digits may be the unique name of a fleet or a SIM.
          if (plain && ['fleet', 'sim', 'account', 'budget'].includes(name)) continue
          expect(parsed).toEqual(codec === usageSearch ? fallback : superSimFallback)
        }
      }
    }
  })

  it('names keys that it does not know, and keys that contradict themselves', () => {
    expect(problemsOf('utm=x')).toEqual([['utm', 'x']])
    expect(problemsOf('by=day&by=hour')).toEqual([['by', 'day and hour']])
    expect(usageSearch.parse(new URLSearchParams('by=day&by=hour')).by).toBe('auto')
  })

  it.each(['.', ')', ').', ',', '>', '"', '”'])(
    'is not changed by a %s that a chat leaves behind it',
    (behind) => {
      for (const address of [
        'range=2026-10-01..2026-10-15',
        'range=last-7-days&by=day',
        'product=super-sim&fleet=cameras',
        'product=super-sim&sim=truck-00001',
        'product=super-sim&country=DE',
        'account=north',
        'budget=99.50',
        'month=cost&rows=all',
      ]) {
        const plain = new URLSearchParams(address)
        const pasted = new URLSearchParams(`${address}${encodeURIComponent(behind)}`)
        const codec =
          accountSearch[address.includes('super') ? 'super-sim' : 'programmable-wireless']
        expect(codec.serialize(codec.parse(pasted)).toString()).toBe(plain.toString())
        expect(findSearchProblems(pasted, codec.keys)).toEqual([])
      }
    },
  )

  it('says how long a range may be that is too long', () => {
    const expectedOf = (text: string) =>
      findSearchProblems(new URLSearchParams(text), usageSearch.keys).map(
        ({ expected }) => expected,
      )
    const months = 'at most 18 months, for KORE keeps usage for 18 months'
    expect(expectedOf('range=last-24-months')).toEqual([months])
    expect(expectedOf('range=last-24-months).')).toEqual([months])
    expect(expectedOf('range=last-600-days')).toEqual([
      'at most 549 days, for KORE keeps usage for 18 months',
    ])
    expect(expectedOf('range=last-9999-hours')).toEqual([
      'at most 2208 hours; what is longer is asked for in days',
    ])
  })

  it('says nothing of what letters and networks add to an address', () => {
    expect(problemsOf('utm_source=letter&utm_medium=email&fbclid=a&gclid=b&msclkid=c')).toEqual([])
    expect(problemsOf('utm_source=letter&range=someday')).toEqual([['range', 'someday']])
  })
})
