import '@mantine/core/styles/Menu.layer.css'
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { FIRST_ROWS } from '#components/tables/usage-table.tsx'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import { buildExport, exportFileName } from '#usage/export/exported-usage.ts'
import { seriesState } from '#usage/series/amount-state.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { formatSeriesState } from '#usage/words/series-words.ts'
import { saveFile } from '../../common/save-file.ts'
import { ExportButton, type ExportMenuProps } from './export-button.tsx'

/** The ways to take away what a chart and its table show. */
export function ExportItems({ shown, title, accounts, all, chart }: ExportMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  const [outcome, setOutcome] = useState('')
  const { series } = shown
  const count = series.buckets.length
  const fileName = (extension: string) => exportFileName(title, series.interval, extension)
  const run = (work: () => Promise<string>) => () => {
    work().then(setOutcome, () => setOutcome('That did not work in this browser.'))
  }
  const saveCsv = (newest?: number) => async () => {
    const { exportCsv } = await import('#usage/export/export-text.ts')
    saveFile(textFile(exportCsv(buildExport(shown, newest)), 'text/csv'), fileName('csv'))
    return 'Saved.'
  }
  const saveJson = async () => {
    const { exportJson } = await import('#usage/export/export-text.ts')
    const { product, granularity, asOf } = series
    const { measure, direction } = shown
    const named = typeof measure === 'object' ? 'cost' : measure
    const source = { product, accounts, measure: named, direction, granularity }
    const text = exportJson(buildExport(shown), { ...source, asOf: asOf.toISOString() })
    saveFile(textFile(text, 'application/json'), fileName('json'))
    return 'Saved.'
  }
  const copyTable = async () => {
    const { exportTabs } = await import('#usage/export/export-text.ts')
    await navigator.clipboard.writeText(exportTabs(buildExport(shown)))
    return 'Copied.'
  }
  const saveChart = (kind: 'svg' | 'png') => async () => {
    const { chartPicture, pngOf } = await import('#charts/chart-picture.ts')
    if (!chart.current) throw new Error('There is no chart.')
    const svg = chartPicture(chart.current, shown, {
      title: `${title}, ${formatInterval(series.interval)} UTC`,
      notes: [
        `${formatSeriesState(series, shown.measure)}, as of ${formatMoment(series.asOf)}`,
        ...(seriesState(series, shown.measure) === 'provisional'
          ? ['Hatched: not final, may still grow']
          : []),
      ],
    })
    const file = kind === 'svg' ? textFile(svg, 'image/svg+xml') : await pngOf(svg)
    saveFile(file, fileName(kind))
    return 'Saved.'
  }
  return (
    <div>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        shadow="md"
        withInitialFocusPlaceholder={false}
        onOpen={() => setOutcome('')}
      >
        <Menu.Target>
          <ExportButton ref={button} title={title} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={run(saveCsv())}>
            CSV of {count === 1 ? 'the row' : `all ${count} rows`}
          </Menu.Item>
          <Menu.Item onClick={run(saveJson)}>JSON</Menu.Item>
          <Menu.Item onClick={run(copyTable)}>Copy the table</Menu.Item>
          <Menu.Item onClick={run(saveChart('png'))}>Chart as PNG</Menu.Item>
          <Menu.Item onClick={run(saveChart('svg'))}>Chart as SVG</Menu.Item>
          {!all && count > FIRST_ROWS && (
            <Menu.Item onClick={run(saveCsv(FIRST_ROWS))}>
              CSV of the {FIRST_ROWS} rows shown
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <small role="status">{outcome}</small>
    </div>
  )
}

function textFile(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` })
}
