import type { RefObject } from 'react'
import type { ShownUsage } from '#usage/series/shown-usage.ts'

/** What a chart and its table are taken away with. */
export interface ExportMenuProps {
  readonly shown: ShownUsage
  readonly title: string
  /** Ids of those whose usage it is. */
  readonly accounts: readonly string[]
  /** Whether the table shows every row. */
  readonly all: boolean
  readonly chart: RefObject<HTMLDivElement | null>
}
