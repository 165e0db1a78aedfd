import { gzipSync } from 'node:zlib'
import { listen } from '#testing/stack.ts'
import { startBenchStack } from './bench-stack.ts'

/** A settled question: its answer is kept. */
const SETTLED =
  '/api/accounts/main/super-sim/v1/UsageRecords?Granularity=day&StartTime=2026-08-01T00:00:00Z&EndTime=2026-10-31T00:00:00Z&PageSize=249'

/** What the process tells whoever has started it. */
export interface GatewayAddresses {
  readonly settled: string
  /** Answers with as many bytes, and does nothing else. */
  readonly fixed: string
  /** The same for what browsers are sent, which is compressed. */
  readonly fixedCompressed: string
}

/**
 * A gateway with its sandbox, and beside it the same server with nothing in it. In a process of its own:
 * on one core, and its memory can be told.
 */
const stack = await startBenchStack()
const settled = stack.gatewayUrl + SETTLED
const body = await (await fetch(settled)).text()
const answerWith = (fixed: string | Uint8Array<ArrayBuffer>) =>
  listen(() => new Response(fixed, { headers: { 'Content-Type': 'application/json' } }))
const addresses: GatewayAddresses = {
  settled,
  fixed: (await answerWith(body)).url,
  fixedCompressed: (await answerWith(gzipSync(body))).url,
}
process.send?.(addresses)
process.on('message', () => {
  Reflect.get(globalThis, 'gc')?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
