import '#components/page/sheet.css'
import { Drawer } from '@mantine/core'
import { useRef } from 'react'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Asked } from './asked.ts'
import { CompareList } from './compare-list.tsx'
import { FilterChips } from './filter-chips.tsx'
import { MoreChoices } from './more-choices.tsx'
import { SheetButton } from './sheet-button.tsx'
import { StackList } from './stack-list.tsx'
import classes from './usage-toolbar.module.css'

/** All choices beside the dates, for a small screen. */
export function ChoicesSheet({ state, accounts, sim }: Asked) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  return (
    <>
      <SheetButton ref={button} search={state.search} onClick={() => setOpened(true)} />
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        title="Filters and more"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={classes.sheet}>
          {factsOf(state.search.product).groups.length > 0 && (
            <FilterChips {...{ state, accounts, sim }} />
          )}
          <StackList {...{ state, accounts, sim }} />
          <CompareList state={state} />
          <MoreChoices state={state} />
        </div>
      </Drawer>
    </>
  )
}
