import { Select } from '@mantine/core'
import { useState } from 'react'
import { useNetworks, usePlanList, useSim, useSimList } from '#queries/sims/sims.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import { compareNames } from '#usage/words/compare-names.ts'
import { formatCountry } from '#usage/words/country.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'
import classes from '../common/controls.module.css'
import { GroupControl } from './group-control.tsx'

/** How many of many suggestions are listed at once; typing narrows them down. */
const SUGGESTIONS = 60

/** The choice that filters for nothing; no SID and no name is like it. */
const ALL = '*'

type FilterProps = Pick<Search<UsageSearch>, 'search' | 'change'> & { readonly account: string }

/** What Super SIM usage can be told apart by, and filtered for. */
export function SuperSimControls({
  state,
  accounts,
  sim,
}: {
  state: Search<UsageSearch>
  accounts: readonly string[]
  /** The one SIM that the view is about. */
  sim: string | undefined
}) {
  const { search, change } = state
  const [first = ''] = accounts
  // A fleet and a SIM are of one account; the networks are the same for all.
  const single = accounts.length === 1 ? first : undefined
  return (
    <>
      <GroupControl
        state={state}
        groups={[
          ...factsOf(search.product).groups.filter((group) => group !== 'sim' || !sim),
          ...(single === undefined ? ['account' as const] : []),
        ]}
      />
      <div className={classes.filters} data-screen-only>
        {single && <FleetFilter account={single} search={search} change={change} />}
        <CountryFilter account={first} search={search} change={change} />
        <NetworkFilter account={first} search={search} change={change} />
        {single && !sim && <SimFilter account={single} search={search} change={change} />}
      </div>
    </>
  )
}

function FleetFilter({ account, search, change }: FilterProps) {
  const { data = [] } = usePlanList(account, 'super-sim')
  // The address may name a fleet by its unique name.
  const chosen = data.find(({ sid, name }) => sid === search.fleet || name === search.fleet)
  return (
    <Filter
      label={GROUP_NAMES.fleet}
      value={chosen?.sid ?? search.fleet}
      options={data.map(({ sid, name }) => ({ value: sid, label: name }))}
      onChange={(fleet) => change({ fleet })}
    />
  )
}

function CountryFilter({ account, search, change }: FilterProps) {
  const { data = [] } = useNetworks(account)
  const countries = [...new Set(data.map(({ country }) => country))]
  return (
    <Filter
      label={GROUP_NAMES.country}
      value={search.country}
      options={countries
        .map((country) => ({ value: country, label: formatCountry(country) }))
        .sort((a, b) => compareNames(a.label, b.label))}
      onChange={(country) => change({ country })}
    />
  )
}

function NetworkFilter({ account, search, change }: FilterProps) {
  const { data = [] } = useNetworks(account)
  return (
    <Filter
      label={GROUP_NAMES.network}
      value={search.network}
      options={data
        .filter(
          ({ country, sid }) =>
            !search.country || country === search.country || sid === search.network,
        )
        .map(({ sid, name, country }) => ({
          value: sid,
          label: `${name}, ${formatCountry(country)}`,
        }))
        .sort((a, b) => compareNames(a.label, b.label))}
      onChange={(network) => change({ network })}
    />
  )
}

/** Loads the list of SIMs, which may be long, when it is opened; the chosen one has its name at once. */
function SimFilter({ account, search, change }: FilterProps) {
  const [opened, setOpened] = useState(false)
  const all = useSimList(account, 'super-sim', opened)
  const chosen = useSim(account, 'super-sim', search.sim)
  const listed = all.data?.pages.flat() ?? (chosen.data ? [chosen.data] : [])
  return (
    <Filter
      label={GROUP_NAMES.sim}
      value={chosen.data?.sid ?? search.sim}
      options={listed.map(({ sid, name }) => ({ value: sid, label: name }))}
      onChange={(sim) => change({ sim })}
      onOpen={() => setOpened(true)}
      empty={all.isFetching ? 'Loading…' : 'No SIM matches'}
    />
  )
}

function Filter({
  label,
  value,
  options,
  onChange,
  onOpen,
  empty = 'Nothing matches',
}: {
  label: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
  onOpen?: () => void
  empty?: string
}) {
  // A value that is not in the list (not loaded, or not known) still shows.
  const missing = value !== '' && !options.some((option) => option.value === value)
  return (
    <Select
      label={label}
      value={value || ALL}
      data={[
        { value: ALL, label: 'All' },
        ...(missing ? [{ value, label: value }] : []),
        ...options,
      ]}
      onChange={(chosen) => onChange(chosen === ALL || chosen === null ? '' : chosen)}
      onDropdownOpen={() => onOpen?.()}
      nothingFoundMessage={empty}
      limit={SUGGESTIONS}
      searchable
    />
  )
}
