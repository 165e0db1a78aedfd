import { useQueries } from '@tanstack/react-query'
import { PRODUCTS } from '#usage/kore/products.ts'
import { hasWords, wordsOf } from '#usage/sims/find-words.ts'
import { formatCountry } from '#usage/words/country.ts'
import { useSavedViews } from '../gateway/saved-views.ts'
import { plansQuery, useNetworks } from './sims.ts'
import { useFirstSims } from './use-listed-sims.ts'
import { useSims } from './use-sims.ts'

/** Something that can be gone to. */
export type JumpTarget = {
  readonly name: string
  /** What tells it from others of its name. */
  readonly detail: string
} & (
  | { readonly kind: 'sim'; readonly account: string; readonly sid: string }
  | { readonly kind: 'fleet'; readonly account: string; readonly sid: string }
  | { readonly kind: 'network'; readonly sid: string }
  | { readonly kind: 'view'; readonly id: string }
)

/** How many of each kind are offered at once. */
const MOST = 4

/**
 * SIMs, fleets, networks and saved views in which every word of a text occurs.
 *
 * @returns `loading` while some list is not there yet; `searching` while what is found is still what an
 * earlier text has found
 */
export function useJumpTargets(accounts: readonly string[], text: string) {
  const wireless = useSims(accounts, ['programmable-wireless'])
  const superSims = useSims(accounts, ['super-sim'])
  const found = [useFirstSims(wireless, text, MOST), useFirstSims(superSims, text, MOST)]
  const fleets = useQueries({
    queries: accounts.map((account) => plansQuery(account, 'super-sim')),
  })
  const networks = useNetworks(accounts[0] ?? '')
  const views = useSavedViews()
  const words = wordsOf(text)
  const sims = found.flatMap(({ data = [] }) =>
    data.map(({ account, product, sid, name, iccid }) => {
      const detail = `${PRODUCTS[product].name}, ${iccid || sid}`
      return { kind: 'sim' as const, account, sid, name, detail }
    }),
  )
  const targets: JumpTarget[] = [
    ...(views.data ?? [])
      .filter(({ name, description }) => hasWords({ texts: [name, description], sid: '' }, words))
      .slice(0, MOST)
      .map(({ id, name, description }) => ({
        kind: 'view' as const,
        id,
        name,
        detail: description,
      })),
    ...fleets
      .flatMap(({ data = [] }, index) =>
        data.map(({ sid, name }) => ({ account: accounts[index] ?? '', sid, name, detail: sid })),
      )
      .filter(({ name, sid }) => hasWords({ texts: [name], sid }, words))
      .slice(0, MOST)
      .map((fleet) => ({ kind: 'fleet' as const, ...fleet })),
    ...(networks.data ?? [])
      .map(({ sid, name, country }) => ({ sid, name, detail: formatCountry(country) }))
      .filter(({ name, detail, sid }) => hasWords({ texts: [name, detail], sid }, words))
      .slice(0, MOST)
      .map((network) => ({ kind: 'network' as const, ...network })),
    ...sims,
  ]
  const searching = found.some(({ isFetching }) => isFetching)
  const loading =
    [wireless, superSims].some(({ fetching, pages }) => fetching && !pages) ||
    searching ||
    networks.isLoading ||
    views.isLoading
  return { found: targets, loading, searching }
}
