import { ActionIcon, Combobox, useCombobox } from '@mantine/core'
import { IconCheck, IconFilterPlus, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { ArrowGroup } from '#components/arrow-group.tsx'
import { MOST_VALUES } from '#url/filter-keys.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { hasWords, wordsOf } from '#usage/sims/find-words.ts'
import { FilterButton } from './filter-button.tsx'
import classes from './filter-chips.module.css'
import { type FilterDimension, nameOfValue, useFilterDimensions } from './filter-dimensions.ts'

/** How many of many values of one dimension are listed at once; typing narrows them down. */
const MOST_LISTED = 30

/** What usage is filtered for, each dimension with its values, and the way to any other value. */
export function FilterChips({
  state: { search, change },
  accounts,
  sim,
  openAtOnce = false,
}: {
  state: Search<UsageSearch>
  accounts: readonly string[]
  /** The one SIM that the view is about. */
  sim: string | undefined
  /** Whether somebody has asked for the values already, while they were loaded. */
  openAtOnce?: boolean
}) {
  const [opened, setOpened] = useState(false)
  const dimensions = useFilterDimensions(search, accounts, sim, opened)
  const set = ({ key }: FilterDimension, values: readonly string[]) =>
    change({ [key]: values.join(',') })
  return (
    <ArrowGroup label="Filters" className={classes.chips}>
      {dimensions
        .filter(({ chosen }) => chosen.length > 0)
        .map((dimension) => {
          const names = dimension.chosen.map((value) => nameOfValue(dimension, value)).join(', ')
          return (
            <span
              key={dimension.key}
              className={classes.chip}
              title={`${dimension.name}: ${names}`}
            >
              <span className={classes.values}>
                {dimension.name}: <strong>{names}</strong>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Remove ${dimension.name}: ${names}`}
                onClick={() => set(dimension, [])}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </span>
          )
        })}
      <AddFilter {...{ dimensions, openAtOnce, onOpened: setOpened, onChange: set }} />
    </ArrowGroup>
  )
}

/** Finds any value of any dimension by typing; each choice adds it or takes it away. */
function AddFilter({
  dimensions,
  openAtOnce,
  onOpened,
  onChange,
}: {
  dimensions: readonly FilterDimension[]
  openAtOnce: boolean
  onOpened: (opened: boolean) => void
  onChange: (dimension: FilterDimension, values: readonly string[]) => void
}) {
  const [text, setText] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => {
      onOpened(true)
      combobox.focusSearchInput()
    },
    onDropdownClose: () => {
      setText('')
      combobox.focusTarget()
      combobox.resetSelectedOption()
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    if (openAtOnce) combobox.openDropdown()
  }, [])
  const toggle = (id: string) => {
    const [key = '', value = ''] = id.split(' ')
    const dimension = dimensions.find((one) => one.key === key)
    if (!dimension) return
    const { chosen } = dimension
    if (chosen.includes(value))
      onChange(
        dimension,
        chosen.filter((one) => one !== value),
      )
    else if (chosen.length < MOST_VALUES) onChange(dimension, [...chosen, value])
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      width={300}
      position="bottom-start"
      shadow="md"
    >
      <Combobox.Target targetType="button">
        <FilterButton onClick={() => combobox.toggleDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          placeholder="Country, fleet, network, SIM"
          aria-label="Find a value to filter for"
          leftSection={<IconFilterPlus size={16} aria-hidden />}
        />
        <FoundValues dimensions={dimensions} text={text} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The values of each dimension that a text finds, as choices. */
function FoundValues({
  dimensions,
  text,
}: {
  dimensions: readonly FilterDimension[]
  text: string
}) {
  const groups = dimensions.map((dimension) => ({ dimension, found: find(dimension, text) }))
  const loading = dimensions.some((dimension) => dimension.loading)
  return (
    <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
      {groups.map(
        ({ dimension, found }) =>
          found.length > 0 && (
            <Combobox.Group key={dimension.key} label={dimension.name}>
              {found.slice(0, MOST_LISTED).map(({ value, name }) => {
                const chosen = dimension.chosen.includes(value)
                return (
                  <Combobox.Option
                    key={value}
                    value={`${dimension.key} ${value}`}
                    active={chosen}
                    aria-checked={chosen}
                  >
                    <span className={classes.option}>
                      {name}
                      {chosen && <IconCheck size={16} aria-label="chosen" />}
                    </span>
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          ),
      )}
      {loading && <Combobox.Empty>Loading SIMs…</Combobox.Empty>}
      {!loading && groups.every(({ found }) => found.length === 0) && (
        <Combobox.Empty>Nothing matches</Combobox.Empty>
      )}
    </Combobox.Options>
  )
}

/** What is chosen comes first, so that it can be taken away; then all that matches, in its order. */
function find({ values, chosen, name }: FilterDimension, text: string): FilterDimension['values'] {
  const words = wordsOf(text)
  const matching = values.filter((one) =>
    hasWords({ texts: [one.name, name], sid: one.value }, words),
  )
  return [
    ...matching.filter(({ value }) => chosen.includes(value)),
    ...matching.filter(({ value }) => !chosen.includes(value)),
  ]
}
