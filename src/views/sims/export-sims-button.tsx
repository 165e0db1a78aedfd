import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ListedIntervals, SimFigures } from '#queries/sims/use-sim-figures.ts'
import type { Plans, Sim } from '#queries/sims/use-sims.ts'
import { exportFileName } from '#usage/export/exported-usage.ts'
import { isChargeIn } from '#usage/kore/charge.ts'
import { bucketFreshness } from '#usage/kore/freshness.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'
import { knownNearest } from '#usage/sims/data-limit.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { saveFile } from '../common/save-file.ts'

/** Takes a list of SIMs away as CSV, with what is known of each. */
export function ExportSimsButton({
  sims,
  plans,
  figures,
  intervals: { range },
  asOf,
}: {
  sims: readonly Sim[]
  plans: Plans
  figures: SimFigures
  intervals: ListedIntervals
  /** When the oldest usage that may still change was read. */
  asOf: Date
}) {
  const save = async () => {
    const { exportSims } = await import('#usage/export/export-sims.ts')
    const rows = sims.map((sim) => ({
      ...sim,
      plan: plans.get(sim.planSid)?.name ?? sim.planSid,
      usage: figures.usageOf(sim),
      nearest: knownNearest(plans.get(sim.planSid)?.limits ?? [], (part) =>
        figures.limitedBytesOf(sim, part),
      ),
    }))
    const text = exportSims(rows, {
      start: range.start.toISOString(),
      end: range.end.toISOString(),
      finalProducts: PRODUCT_KEYS.filter(
        (product) => bucketFreshness(range, product, asOf) === 'final',
      ),
      chargedProducts: PRODUCT_KEYS.filter((product) => isChargeIn(range, product, asOf)),
    })
    saveFile(
      new Blob([text], { type: 'text/csv;charset=utf-8' }),
      exportFileName('SIMs', range, 'csv'),
    )
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={save}
    >
      CSV of {formatCount(sims.length)} {sims.length === 1 ? 'SIM' : 'SIMs'}
    </Button>
  )
}
