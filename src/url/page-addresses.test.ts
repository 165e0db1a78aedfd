import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDayOf } from '#usage/time/calendar.ts'
import { PRESETS } from '#usage/time/range-presets.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { keptSearch } from './kept-search.ts'
import { moversSearch } from './movers-search.ts'
import { RANGE_KEY } from './range-key.ts'
import { reportSearch } from './report-search.ts'
import type { SearchCodec } from './search-codec.ts'
import { findSearchProblems, type SearchKey } from './search-key.ts'
import { signInFailedSearch } from './sign-in-failed-search.ts'
import { simsSearch } from './sims-search.ts'
import { accountSearch, sharedSearch, simSearch } from './usage-search.ts'
import { viewsSearch } from './views-search.ts'

const SHARED = new URLSearchParams('product=super-sim&show=upload&rows=all&time=local&refresh=15')

/** Each page, and what its own codec holds fast whatever the address says. */
const PAGES: readonly [page: string, codec: SearchCodec<object>, fixed: object][] = [
  [
    'usage of Programmable Wireless',
    accountSearch['programmable-wireless'],
    { product: 'programmable-wireless' },
  ],
  ['usage of Super SIM', accountSearch['super-sim'], { product: 'super-sim' }],
  ['a SIM of Programmable Wireless', simSearch['programmable-wireless'], {}],
  ['a Super SIM', simSearch['super-sim'], {}],
  ['a read-only link', sharedSearch(accountSearch['super-sim'].parse(SHARED)), {}],
  ['the list of SIMs', simsSearch, {}],
  ['top and movers', moversSearch, {}],
  ['the report of a month', reportSearch, {}],
  ['saved views', viewsSearch, {}],
  ['kept usage', keptSearch, {}],
  ['a sign-in that failed', signInFailedSearch, {}],
]

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
  fc.tuple(day, fc.integer({ min: 10, max: 22 })).map(
    ([date, hour]): TimeRange => ({
      kind: 'hours',
      start: `${date}T${hour}`,
      end: `${date}T${hour + 1}`,
    }),
  ),
)

/** Any value that a key can have. */
function anyValueOf(key: SearchKey<unknown>): fc.Arbitrary<unknown> {
  if (key === RANGE_KEY) return range
  if (!key.takes) throw new Error(`The key ${key.name} does not say which words it takes`)
  const words =
    key.takes instanceof RegExp ? fc.stringMatching(key.takes) : fc.constantFrom(...key.takes)
  return fc.oneof(
    fc.constant(key.fallback),
    words.map((word) => key.parse(word)).filter((value) => value !== undefined),
  )
}

/** Any values of a page's keys, made from the keys themselves. */
const anyValuesOf = ({ keys }: SearchCodec<object>): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(keys.map((key) => [key.name, anyValueOf(key)])))

describe.each(PAGES)('the address of %s', (_, codec, fixed) => {
  it('gives back every state that is written into it', () => {
    const silent = codec.parse(new URLSearchParams())
    fc.assert(
      fc.property(anyValuesOf(codec), (values) => {
        const state = { ...silent, ...values, ...fixed }
        const written = codec.serialize(state)
        expect(findSearchProblems(written, codec.keys)).toEqual([])
        expect(codec.parse(new URLSearchParams(written.toString()))).toEqual(state)
      }),
    )
  })
})

describe('an address in full', () => {
  const [A, B] = [`HS${'a'.repeat(32)}`, `HS${'b'.repeat(32)}`]

  it.each<[string, SearchCodec<object>, string]>([
    [
      'a usage page of Super SIM',
      accountSearch['super-sim'],
      `product=super-sim&account=north&range=last-7-days&by=hour&show=upload&compare=previous&compared=all&month=forecast&budget=99.50&group=network&fleet=cameras&network=HW${'0'.repeat(32)}&country=DE&sim=truck-00001&rows=all&time=local&refresh=15`,
    ],
    [
      'a Super SIM',
      simSearch['super-sim'],
      `account=all&range=last-month&group=country&fleet=cameras&country=DE&with=${A}%2C${B}&rows=all&time=local&refresh=5`,
    ],
    [
      'a read-only link',
      sharedSearch(accountSearch['super-sim'].parse(new URLSearchParams())),
      'show=download&time=local&rows=all&refresh=5',
    ],
    [
      'the list of SIMs',
      simsSearch,
      `product=super-sim&account=north&range=last-7-days&find=two+trucks&status=active&plan=HF${'0'.repeat(32)}&country=DE&only=over&sort=name&order=descending&gather=on`,
    ],
    [
      'top and movers',
      moversSearch,
      `product=super-sim&account=north&days=28&plan=WP${'0'.repeat(32)}&rows=all&gather=paused`,
    ],
  ])('of %s has its keys in an order that stays', (_, codec, address) => {
    const shuffled = address.split('&').reverse().join('&')
    const state = codec.parse(new URLSearchParams(shuffled))
    expect(codec.serialize(state).toString()).toBe(address)
  })

  it('tells of an unknown key which ones a usage page of Super SIM knows', () => {
    const { keys } = accountSearch['super-sim']
    expect(findSearchProblems(new URLSearchParams('utm=x'), keys)).toEqual([
      {
        name: 'utm',
        word: 'x',
        expected:
          'one of product, account, range, by, show, chart, compare, compared, month, budget, rows, table, why, time, refresh, group, fleet, network, country, sim as its name',
      },
    ])
  })

  it.each(['budget=0', 'budget=0.00', 'budget=1e3', 'budget=-5', 'budget=9.999'])(
    'takes no %s for an amount above zero',
    (text) => {
      const { keys } = accountSearch['super-sim']
      expect(findSearchProblems(new URLSearchParams(text), keys)).toMatchObject([
        { name: 'budget', expected: 'an amount above zero, such as 500 or 99.50' },
      ])
    },
  )
})

it('marks what means nothing in another account', () => {
  const marked = PAGES.flatMap(([, { keys }]) => keys).filter(({ ofOneAccount }) => ofOneAccount)
  expect(new Set(marked.map(({ name }) => name))).toEqual(new Set(['fleet', 'sim', 'find', 'plan']))
})
