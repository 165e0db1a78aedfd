import '@mantine/core/styles/Menu.layer.css'
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import { exportTableCsv, exportTableJson, exportTableTabs } from '#usage/export/export-table.ts'
import { exportFileName } from '#usage/export/exported-usage.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { saveFile } from '../../common/save-file.ts'
import { ExportButton } from '../chart/export-button.tsx'
import type { TableExportProps } from './table-export-props.ts'

/** The ways to take a table away. */
export function TableExportItems({ title, series, accounts, table }: TableExportProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  const [outcome, setOutcome] = useState('')
  const exported = table()
  const count = exported.rows.length
  const save = (text: string, type: string, extension: string) => {
    const blob = new Blob([text], { type: `${type};charset=utf-8` })
    saveFile(blob, exportFileName(title, series.interval, extension))
    setOutcome('Saved.')
  }
  const saveJson = () => {
    const { product, interval, asOf } = series
    const source = {
      product,
      accounts,
      start: interval.start.toISOString(),
      end: interval.end.toISOString(),
      asOf: asOf.toISOString(),
    }
    save(exportTableJson(exported, source), 'application/json', 'json')
  }
  const copy = () => {
    navigator.clipboard.writeText(exportTableTabs(exported)).then(
      () => setOutcome('Copied.'),
      () => setOutcome('That did not work in this browser.'),
    )
  }
  return (
    <div>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        shadow="md"
        withInitialFocusPlaceholder={false}
        onOpen={() => setOutcome('')}
      >
        <Menu.Target>
          <ExportButton ref={button} title={`the table ${title}`} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save(exportTableCsv(exported), 'text/csv', 'csv')}>
            CSV of {count === 1 ? 'the row' : `all ${formatCount(count)} rows`}
          </Menu.Item>
          <Menu.Item onClick={saveJson}>JSON</Menu.Item>
          <Menu.Item onClick={copy}>Copy the table</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <small role="status">{outcome}</small>
    </div>
  )
}
