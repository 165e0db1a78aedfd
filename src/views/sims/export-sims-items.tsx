import { exportTableJson } from '#usage/export/export-json.ts'
import { exportFileName } from '#usage/export/exported-usage.ts'
import { simsTable } from '#usage/export/sims-table.ts'
import { isChargeIn } from '#usage/kore/charge.ts'
import { bucketFreshness } from '#usage/kore/freshness.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'
import { knownNearest } from '#usage/sims/data-limit.ts'
import { ExportWays } from '../common/export/export-ways.tsx'
import { tableWays } from '../common/export/table-ways.ts'
import type { ExportSimsProps } from './export-sims-props.ts'

/** The ways to take a list of SIMs away, with what is known of each. */
export function ExportSimsItems({
  sims,
  plans,
  figures,
  intervals: { range },
  asOf,
}: ExportSimsProps) {
  const { start, end } = range
  const table = () => {
    const rows = sims.map((sim) => ({
      ...sim,
      plan: plans.get(sim.planSid)?.name ?? sim.planSid,
      usage: figures.usageOf(sim),
      nearest: knownNearest(plans.get(sim.planSid)?.limits ?? [], (part) =>
        figures.limitedBytesOf(sim, part),
      ),
    }))
    return simsTable(rows, {
      start,
      end,
      finalProducts: PRODUCT_KEYS.filter(
        (product) => bucketFreshness(range, product, asOf) === 'final',
      ),
      chargedProducts: PRODUCT_KEYS.filter((product) => isChargeIn(range, product, asOf)),
    })
  }
  const ways = tableWays({
    table,
    rows: sims.length,
    fileName: (extension) => exportFileName('SIMs', range, extension),
    json: async () => exportTableJson(table(), { start, end, asOf }),
  })
  return <ExportWays title="the SIMs" ways={ways} position="bottom-end" />
}
