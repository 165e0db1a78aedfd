import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import classes from './export-button.module.css'

/** Opens the ways to take something away. */
export function ExportButton({ title, ...handlers }: { title: string } & ButtonHandlers) {
  return (
    <Button
      {...handlers}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={`Export ${title}`}
      aria-haspopup="menu"
    >
      <span className={classes.word}>Export</span>
    </Button>
  )
}
