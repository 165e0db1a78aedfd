import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import { chosenWords } from './chosen-words.ts'
import { TOOLBAR_BUTTON } from './toolbar-button.ts'

/** Opens the sheet of all choices, and says how many are not as they are by themselves. */
export function SheetButton({ search, ...handlers }: ButtonHandlers & { search: UsageSearch }) {
  const { country, network, fleet, sim, group, compare } = search
  const chosen =
    [country, network, fleet, sim].filter((word) => word !== '').length +
    [group !== 'none', compare !== 'off'].filter(Boolean).length +
    chosenWords(search).length
  return (
    <Button
      {...handlers}
      {...TOOLBAR_BUTTON}
      style={{ flex: 'none' }}
      leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
      aria-haspopup="dialog"
    >
      {chosen > 0 ? `Filters · ${chosen}` : 'Filters'}
    </Button>
  )
}
