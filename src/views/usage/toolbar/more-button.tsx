import { Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import { chosenWords } from './chosen-words.ts'
import { TOOLBAR_BUTTON } from './toolbar-button.ts'
import classes from './usage-toolbar.module.css'

/** Says what is chosen of that which is not chosen every day. */
export function MoreButton({ search, ...handlers }: ButtonHandlers & { search: UsageSearch }) {
  const chosen = chosenWords(search)
  const words = chosen.join(', ')
  return (
    <Button
      {...handlers}
      {...TOOLBAR_BUTTON}
      className={classes.moreButton}
      data-chosen={chosen.length > 0}
      aria-label={words ? `More choices: ${words}` : 'More choices'}
      title={words || 'Local time, auto-refresh, forecast'}
      aria-haspopup="dialog"
    >
      <IconDots size={18} aria-hidden />
      {words && <span className={classes.chosen}>{words}</span>}
    </Button>
  )
}
