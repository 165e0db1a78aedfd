import { type Remote, wrap } from 'comlink'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { SimColumns } from '#usage/sims/sim-sums.ts'
import type { Aged } from '../get-json.ts'
import { UpstreamFailure } from '../upstream-error.ts'
import type { SumWorker } from './sum-by-sim-worker.ts'

let worker: Remote<SumWorker> | undefined
let lastId = 0

/**
 * The same as `sumBySim`, in a worker: hundreds of pages are read without holding up the page.
 *
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export async function sumInWorker(
  request: UsageRequest,
  signal: AbortSignal,
): Promise<Aged<SimColumns>> {
  worker ??= wrap<SumWorker>(
    new Worker(new URL('./sum-by-sim-worker.ts', import.meta.url), { type: 'module' }),
  )
  lastId += 1
  const id = lastId
  const callOff = () => worker?.callOff(id)
  signal.addEventListener('abort', callOff)
  try {
    const outcome = await worker.sum(id, request)
    signal.throwIfAborted()
    if (outcome.kind === 'failed') throw new UpstreamFailure(outcome.error)
    return outcome.sums
  } finally {
    signal.removeEventListener('abort', callOff)
  }
}
