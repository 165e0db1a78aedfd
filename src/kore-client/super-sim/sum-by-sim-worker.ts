import { expose, transfer } from 'comlink'
import pLimit from 'p-limit'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { SimColumns } from '#usage/sims/sim-sums.ts'
import type { Aged } from '../get-json.ts'
import { type UpstreamError, upstreamErrorOf } from '../upstream-error.ts'
import { sumBySim } from './sum-by-sim.ts'

/** What came of a request: errors do not cross from a worker as what they are. */
export type SummedOutcome =
  | { readonly kind: 'summed'; readonly sums: Aged<SimColumns> }
  | { readonly kind: 'failed'; readonly error: UpstreamError }

/** What the worker does for the page. */
export interface SumWorker {
  /** @param id names the request, so that it can be called off */
  sum(id: number, request: UsageRequest): Promise<SummedOutcome>
  callOff(id: number): void
}

/** How many lists are read at once; the others wait for their turn. */
const limited = pLimit(4)

const underWay = new Map<number, AbortController>()

const worker: SumWorker = {
  async sum(id, request) {
    const controller = new AbortController()
    underWay.set(id, controller)
    try {
      const sums = await limited(() => {
        controller.signal.throwIfAborted()
        return sumBySim(request, controller.signal)
      })
      const { total, download, upload, uncharged, cost } = sums.value
      const columns = [total, download, upload, uncharged, ...cost.values()]
      return transfer(
        { kind: 'summed', sums },
        columns.map(({ buffer }) => buffer),
      )
    } catch (error) {
      return { kind: 'failed', error: upstreamErrorOf(error) }
    } finally {
      underWay.delete(id)
    }
  },
  callOff: (id) => underWay.get(id)?.abort(),
}

expose(worker)
