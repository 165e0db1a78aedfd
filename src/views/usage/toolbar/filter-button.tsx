import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import { TOOLBAR_BUTTON } from './toolbar-button.ts'

/** Opens all that usage can be filtered for. */
export function FilterButton(handlers: ButtonHandlers) {
  return (
    <Button
      {...handlers}
      data-first-stop
      {...TOOLBAR_BUTTON}
      style={{ flex: 'none' }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      Filter
    </Button>
  )
}
