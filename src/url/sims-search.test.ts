import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIM_SORTS } from '#usage/sims/sim-columns.ts'
import { SIM_CONCERNS } from '#usage/sims/sim-concern.ts'
import { chooseAccounts } from './account-key.ts'
import { moversSearch } from './movers-search.ts'
import { findSearchProblems } from './search-key.ts'
import { simsSearch } from './sims-search.ts'
import { parseViewAddress } from './view-address.ts'

const hex = fc.stringMatching(/^[0-9a-f]{32}$/)
const plan = fc.oneof(
  fc.constant(''),
  hex.map((digits) => `WP${digits}`),
  hex.map((digits) => `HF${digits}`),
)
const account = fc.constantFrom('', 'all', 'north')

describe('the address of the list of SIMs', () => {
  it('gives back every state that is written into it', () => {
    const state = fc.record({
      product: fc.constantFrom(
        'all' as const,
        'programmable-wireless' as const,
        'super-sim' as const,
      ),
      account,
      range: fc.constant({ kind: 'lastMonth' as const }),
      find: fc.string(),
      status: fc.constantFrom('', 'active'),
      plan,
      sort: fc.constantFrom(...SIM_SORTS),
      country: fc.constantFrom('', 'DE'),
      only: fc.constantFrom('all' as const, ...SIM_CONCERNS),
      order: fc.constantFrom('auto' as const, 'ascending' as const, 'descending' as const),
      gather: fc.constantFrom('auto' as const, 'on', 'paused'),
    })
    fc.assert(
      fc.property(state, (given) => {
        const written = simsSearch.serialize(given)
        expect(simsSearch.parse(written)).toEqual(given)
        expect(findSearchProblems(written, simsSearch.keys)).toEqual([])
      }),
    )
  })

  it('is told apart from other addresses, with its product where it names one', () => {
    expect(parseViewAddress('/sims', '')).not.toHaveProperty('product')
    expect(parseViewAddress('/sims', 'product=super-sim')).toMatchObject({
      kind: 'sims',
      product: 'super-sim',
    })
    expect(parseViewAddress('/movers', 'product=super-sim')).toEqual({
      kind: 'movers',
      product: 'super-sim',
    })
  })
})

describe('the address of top and movers', () => {
  it('gives back every state that is written into it', () => {
    const state = fc.record({
      product: fc.constantFrom('programmable-wireless' as const, 'super-sim' as const),
      account,
      days: fc.constantFrom('7' as const, '28' as const),
      plan,
      rows: fc.constantFrom('first' as const, 'all' as const),
      gather: fc.constantFrom('auto' as const, 'on', 'paused'),
    })
    fc.assert(
      fc.property(state, (given) => {
        expect(moversSearch.parse(moversSearch.serialize(given))).toEqual(given)
      }),
    )
  })
})

it('chooses the accounts that an address names, of those that the reader may see', () => {
  expect(chooseAccounts(['main', 'north'], '')).toEqual(['main'])
  expect(chooseAccounts(['main', 'north'], 'north')).toEqual(['north'])
  expect(chooseAccounts(['main', 'north'], 'all')).toEqual(['main', 'north'])
  expect(chooseAccounts(['main', 'north'], 'south')).toEqual([])
  expect(chooseAccounts([], '')).toEqual([])
})
