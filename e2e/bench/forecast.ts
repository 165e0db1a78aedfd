import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replayForecast } from '#testing/replay-forecast.ts'
import { expectedSum } from '#usage/series/expected-sum.ts'

// tsx e2e/bench/forecast.ts <folder that holds series.json>
const folder = process.argv[2] ?? process.env.DAILY_SERIES
const file = folder && join(folder, 'series.json')
if (!file || !existsSync(file)) {
  console.error('No daily series: name the folder that holds series.json, or set DAILY_SERIES.')
  process.exit(1)
}
const series: Record<string, { start: string; values: number[] }> = JSON.parse(
  readFileSync(file, 'utf8'),
)
console.log('| series | days | horizon | origins | held | pinball, against seasonal naive |')
console.log('|---|---|---|---|---|---|')
for (const horizon of [7, 14, 28]) {
  let [held, of, ratios, counted] = [0, 0, 0, 0]
  for (const [name, { start, values }] of Object.entries(series)) {
    const replayed = replayForecast(Date.parse(start), values, horizon)
    if (replayed.of === 0) continue
    held += replayed.held / replayed.of
    of += 1
    ratios += replayed.loss / replayed.naiveLoss
    counted += replayed.of
    console.log(
      `| ${name} | ${values.length} | ${horizon} | ${replayed.of} | ${percent(replayed.held / replayed.of)} | ${(replayed.loss / replayed.naiveLoss).toFixed(2)} |`,
    )
  }
  console.log(
    `| mean of all | | ${horizon} | ${counted} | ${percent(held / of)} | ${(ratios / of).toFixed(2)} |`,
  )
}
const slowest = Object.values(series).map(({ start, values }) => {
  const days = values.map((amount, day) => ({
    start: Date.parse(start) + day * 86_400_000,
    amount,
  }))
  for (let run = 0; run < 20; run++) expectedSum(days, 28)
  const before = performance.now()
  for (let run = 0; run < 20; run++) expectedSum(days, 28)
  return (performance.now() - before) / 20
})
console.log(`Slowest series: ${Math.max(...slowest).toFixed(2)} ms`)

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}
