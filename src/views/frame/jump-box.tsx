import '#components/page/dialog.css'
import { Modal, Select, type SelectProps } from '@mantine/core'
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Account } from '#queries/gateway/about.ts'
import { type JumpTarget, useJumpTargets } from '#queries/sims/use-jump-targets.ts'
import { PATHS } from '#url/paths.ts'
import { fleetPlace, networkPlace, placeOf, simPlace } from '#url/product-key.ts'
import { DEFAULT_PRODUCT, PRODUCT_KEYS, PRODUCTS, productOfSid } from '#usage/kore/products.ts'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import classes from './jump-box.module.css'

const GROUPS: Record<JumpTarget['kind'], string> = {
  view: 'Saved views',
  fleet: 'Fleets',
  network: 'Networks',
  sim: 'SIMs',
}

interface Choice {
  /** The address that it leads to. */
  readonly value: string
  readonly label: string
  readonly detail: string
}

/** A view of each product; what is not of the default says whose it is. */
function placesOf(path: string, label: string): readonly Choice[] {
  return PRODUCT_KEYS.map((product) => ({
    value: placeOf(path, product, ''),
    label: product === DEFAULT_PRODUCT ? label : `${label} of ${PRODUCTS[product].simsName}`,
    detail: PRODUCTS[product].name,
  }))
}

const PLACES: readonly Choice[] = [
  ...placesOf(PATHS.account, 'Usage'),
  ...placesOf(PATHS.movers, 'Top and movers'),
  { value: PATHS.sims, label: 'SIMs', detail: '' },
  { value: PATHS.views, label: 'All saved views', detail: '' },
  { value: PATHS.links, label: 'Read-only links', detail: '' },
  { value: PATHS.help, label: 'Help', detail: '' },
]

/** Goes to any SIM, fleet, network or saved view by a part of its name or of any identifier. */
export function JumpBox({
  text,
  entered,
  onType,
  onThere,
  onClose,
}: {
  /** What is typed, some of it perhaps before the box was there. */
  text: string
  /** The text that was entered by then. */
  entered: string | undefined
  onType: (text: string) => void
  /** The box has the focus. */
  onThere: () => void
  onClose: () => void
}) {
  // Typing goes on while many SIMs are searched.
  const searched = useDeferredValue(text)
  const { known } = useChosenAccounts()
  const { found, loading, searching } = useJumpTargets(idsOf(known), searched)
  const navigate = useNavigate()
  const data = groupsOf(searched, found, known)
  const details = new Map(
    data.flatMap(({ items }) => items).map(({ value, detail }) => [value, detail]),
  )
  const renderOption: SelectProps['renderOption'] = ({ option }) => (
    <span className={classes.option}>
      {option.label}
      <small>{details.get(option.value)}</small>
    </span>
  )
  const go = (address: string) => {
    onClose()
    navigate(address)
  }
  const isFound = text === searched && !searching && (data.length > 0 || !loading)
  const onEnter = useEnterOnceFound(text, entered, isFound, () => {
    const first = data[0]?.items[0]
    if (first) go(first.value)
  })
  return (
    <Modal opened onClose={onClose} title="Go to" size="lg" yOffset="8vh">
      <Select
        onKeyDownCapture={onEnter}
        label="SIM, fleet, network or saved view"
        placeholder="Name, SID, ICCID…"
        data-autofocus
        searchable
        dropdownOpened
        // The escape key is for the list first; here both go together.
        onDropdownClose={onClose}
        selectFirstOptionOnChange
        data={data.map(({ group, items }) => ({ group, items: [...items] }))}
        // Every word is looked for in every identifier, not in what is written here alone.
        filter={({ options }) => options}
        searchValue={text}
        onSearchChange={onType}
        onFocus={onThere}
        renderOption={renderOption}
        onChange={(address) => {
          if (address !== null) go(address)
        }}
        nothingFoundMessage={loading ? 'Loading…' : 'Nothing matches'}
        // The dialog scrolls, not the list in it: there is something in it to hold on to.
        withScrollArea={false}
        comboboxProps={{ withinPortal: false, position: 'bottom', middlewares: { flip: false } }}
        className={classes.select ?? ''}
      />
    </Modal>
  )
}

/**
 * Keeps the enter key from choosing out of what was found for an earlier text: it chooses once this one
 * has been searched, the first where none is marked.
 *
 * @param enteredEarly the text that it was pressed for before the box had the focus
 * @param isFound whether what is listed is what this text has found
 * @returns goes onto what the keys are typed into
 */
function useEnterOnceFound(
  text: string,
  enteredEarly: string | undefined,
  isFound: boolean,
  choose: () => void,
) {
  const [entered, setEntered] = useState<string>()
  const found = isFound && (entered === text || enteredEarly === text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that enter was pressed
  useEffect(() => {
    if (!found) return
    setEntered(undefined)
    choose()
  }, [found])
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // One that is marked is chosen by the list itself; what came into it later is not marked.
    const isMarked =
      event.target instanceof Element && event.target.hasAttribute('aria-activedescendant')
    if (isFound && isMarked) return
    event.stopPropagation()
    setEntered(text)
  }
}

function groupsOf(text: string, found: readonly JumpTarget[], accounts: readonly Account[]) {
  const several = accounts.length > 1
  const nameOf = (account: string) => accounts.find(({ id }) => id === account)?.name ?? account
  const groups = new Map<string, Choice[]>()
  const put = (group: string, choice: Choice) => {
    const choices = groups.get(group) ?? []
    if (!choices.some(({ value }) => value === choice.value)) choices.push(choice)
    groups.set(group, choices)
  }
  const sid = text.trim().replace(/["']/g, '')
  if (sid === '') for (const place of PLACES) put('Pages', place)
  for (const target of found) {
    const { kind, name, detail } = target
    const account = several && 'account' in target ? `${nameOf(target.account)}, ` : ''
    const value = addressOf(target, several)
    put(GROUPS[kind], { value, label: name, detail: account + detail })
  }
  // One that is not in a list (yet) can still be opened.
  if (productOfSid(sid) && !groups.has(GROUPS.sim)) {
    put(GROUPS.sim, {
      value: simPlace(sid, several ? 'all' : ''),
      label: sid,
      detail: 'by its SID',
    })
  }
  return [...groups].map(([group, items]) => ({ group, items }))
}

function addressOf(target: JumpTarget, several: boolean): string {
  switch (target.kind) {
    case 'sim':
      return simPlace(target.sid, several ? target.account : '')
    case 'fleet':
      return fleetPlace(target.sid, several ? target.account : '')
    case 'network':
      return networkPlace(target.sid)
    case 'view':
      return PATHS.view(target.id)
  }
}
