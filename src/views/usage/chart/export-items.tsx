import { FIRST_ROWS } from '#components/tables/usage-table.tsx'
import { exportUsageJson } from '#usage/export/export-json.ts'
import { buildExport, exportFileName } from '#usage/export/exported-usage.ts'
import { usageTable } from '#usage/export/usage-table.ts'
import { seriesState } from '#usage/series/amount-state.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { formatSeriesState } from '#usage/words/series-words.ts'
import { type ExportWay, ExportWays } from '../../common/export/export-ways.tsx'
import { saveFile } from '../../common/export/save-file.ts'
import { csvWay, tableWays, textFile } from '../../common/export/table-ways.ts'
import type { ExportMenuProps } from './export-menu-props.ts'

/** The ways to take away what a chart and its table show. */
export function ExportItems({ shown, title, accounts, all, chart }: ExportMenuProps) {
  const { series } = shown
  const count = series.buckets.length
  const fileName = (extension: string) => exportFileName(title, series.interval, extension)
  const json = async () => {
    const { product, granularity, asOf } = series
    const { measure, direction } = shown
    const named = typeof measure === 'object' ? 'cost' : measure
    const source = { product, accounts, measure: named, direction, granularity }
    return exportUsageJson(buildExport(shown), { ...source, asOf: asOf.toISOString() })
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
  const table = (newest?: number) => () => usageTable(buildExport(shown, newest))
  const ways: ExportWay[] = [
    ...tableWays({ table: table(), rows: count, fileName, json }),
    { label: 'Chart as PNG', run: saveChart('png') },
    { label: 'Chart as SVG', run: saveChart('svg') },
    ...(!all && count > FIRST_ROWS
      ? [csvWay(`CSV of the ${FIRST_ROWS} rows shown`, table(FIRST_ROWS), fileName)]
      : []),
  ]
  return <ExportWays title={title} ways={ways} position="bottom-start" />
}
