import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { RefObject } from 'react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import classes from './export-button.module.css'

export interface ExportMenuProps {
  readonly shown: ShownUsage
  readonly title: string
  /** Ids of those whose usage it is. */
  readonly accounts: readonly string[]
  /** Whether the table shows every row. */
  readonly all: boolean
  readonly chart: RefObject<HTMLDivElement | null>
}

/** Opens the ways to take away what a chart and its table show. */
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
