import { hashKey, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Product } from '#usage/kore/products.ts'
import { createQueryClient } from './query-client.ts'
import { askedKey, computedKey } from './query-key.ts'
import { simsQuery } from './sims/sims.ts'
import { gatheredDaysQuery } from './sims/use-gathered-days.ts'
import { useJumpTargets } from './sims/use-jump-targets.ts'
import type { Sim } from './sims/use-sims.ts'

const simOf = (account: string, product: Product): Sim => ({
  sid: 'HS1',
  product,
  account,
  name: 'kiosk-1',
  uniqueName: '',
  iccid: '',
  status: 'active',
  planSid: '',
  created: undefined,
  updated: undefined,
})

/** The keys of what is searched while each list of some accounts has its first page. */
function keysOfSearch(accounts: readonly string[]): string[] {
  const client = createQueryClient()
  for (const account of accounts) {
    for (const product of ['programmable-wireless', 'super-sim'] as const) {
      client.setQueryData(simsQuery(account, product).queryKey, {
        pages: [[simOf(account, product)]],
        complete: false,
        skipped: 0,
      })
    }
  }
  const Search = () => {
    useJumpTargets(accounts, 'kiosk')
    return null
  }
  renderToString(createElement(QueryClientProvider, { client }, createElement(Search)))
  const found = client.getQueryCache().findAll({ queryKey: ['first-sims'] })
  client.clear()
  return found.map(({ queryHash }) => queryHash)
}

describe('what is searched for the box that goes anywhere', () => {
  it('is not one search for two products of which as many pages are there', () => {
    expect(keysOfSearch(['main'])).toHaveLength(2)
  })

  it('is not the same of another account', () => {
    const main = keysOfSearch(['main'])
    expect(keysOfSearch(['other']).filter((key) => main.includes(key))).toEqual([])
  })
})

describe('the key of what is computed', () => {
  const key = askedKey('sims', { account: 'main', product: 'super-sim' })
  const page = [simOf('main', 'super-sim')]
  const hashOf = (pieces: readonly object[], ...question: unknown[]) =>
    hashKey(computedKey('listed-sims', [{ key, pieces }], ...question))

  it('is the same for as long as it is made of the same pages', () => {
    expect(hashOf([page], 'truck')).toBe(hashOf([page], 'truck'))
  })

  it('is another for a page read anew, though it says the same', () => {
    expect(hashOf([[...page]])).not.toBe(hashOf([page]))
  })

  it('is another of lists of which nothing is there yet', () => {
    const others = [
      askedKey('sims', { account: 'main', product: 'programmable-wireless' }),
      askedKey('sims', { account: 'other', product: 'super-sim' }),
    ].map((other) => hashKey(computedKey('listed-sims', [{ key: other, pieces: [] }])))
    expect(new Set([hashOf([]), ...others]).size).toBe(3)
  })
})

it('gathers the others of a SIM apart from the others of its neighbour', () => {
  const sources = [
    { key: askedKey('sims', { account: 'main', product: 'super-sim' }), pieces: [] },
  ] as const
  const interval = { start: new Date('2026-11-01'), end: new Date('2026-11-08') }
  const [one, two] = ['HS1', 'HS2'].map((except) =>
    hashKey(
      gatheredDaysQuery(
        { sims: [], sources, choice: { plan: 'HF1', except } },
        interval,
        new Date('2026-11-20'),
      ).queryKey,
    ),
  )
  expect(one).not.toBe(two)
})
