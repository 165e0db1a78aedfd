import { mkdir, writeFile } from 'node:fs/promises'
import makeEmptyStore from '#testing/store/empty-store.ts'
import { benchChart } from './chart.ts'
import { type Figure, isWithin, tableOf } from './figure.ts'
import { benchGateway } from './gateway.ts'
import { benchLoading } from './loading.ts'
import { benchSims } from './sims.ts'

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  chart: benchChart,
  loading: benchLoading,
  sims: benchSims,
  gateway: benchGateway,
}

const RESULTS = 'test-results'

/** Runs the benchmarks that are named, or all, prints their table and writes it to a file. */
async function main(): Promise<void> {
  const named = process.argv.slice(2)
  const unknown = named.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) {
    throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.`)
  }
  await makeEmptyStore()
  const figures: Figure[] = []
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (named.length > 0 && !named.includes(name)) continue
    console.log(`${name}…`)
    figures.push(...(await bench()))
  }
  const table = tableOf(figures)
  await mkdir(RESULTS, { recursive: true })
  await writeFile(`${RESULTS}/bench.md`, `${table}\n`)
  await writeFile(`${RESULTS}/bench.json`, `${JSON.stringify(figures, undefined, 2)}\n`)
  console.log(`\n${table}\n\nWritten to ${RESULTS}/bench.md and bench.json.`)
  if (figures.some((figure) => !isWithin(figure))) process.exitCode = 1
}

await main()
