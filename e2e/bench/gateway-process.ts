import { listen } from '#testing/stack.ts'
import { startBenchStack } from './bench-stack.ts'

/** A settled question: its answer is kept. */
const SETTLED =
  '/api/accounts/main/super-sim/v1/UsageRecords?Granularity=day&StartTime=2026-08-01T00:00:00Z&EndTime=2026-10-31T00:00:00Z&PageSize=1000'

/** What the process tells whoever has started it. */
export interface GatewayAddresses {
  readonly settled: string
  /** Answers with as many bytes, and does nothing else. */
  readonly fixed: string
}

/**
 * A gateway with its sandbox, and beside it the same server with nothing in it. In a process of its own:
 * on one core, and its memory can be told.
 */
const stack = await startBenchStack()
const settled = stack.gatewayUrl + SETTLED
const body = await (await fetch(settled)).text()
const plain = await listen(
  () => new Response(body, { headers: { 'Content-Type': 'application/json' } }),
)
const addresses: GatewayAddresses = { settled, fixed: plain.url }
process.send?.(addresses)
process.on('message', () => {
  Reflect.get(globalThis, 'gc')?.()
  process.send?.(process.memoryUsage().heapUsed)
})
