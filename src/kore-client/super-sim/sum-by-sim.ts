import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { SimColumns } from '#usage/sims/sim-sums.ts'
import { bucketsOf } from '#usage/time/granularity.ts'
import type { Aged } from '../get-json.ts'
import { ANEW, changedTwice, readAnswers } from '../paging.ts'
import { usageList } from './fetch-usage.ts'
import { SimSumsBuilder } from './sim-sums-builder.ts'

/**
 * Fetches the usage of every SIM that a request asks for, and sums it as its pages come in.
 *
 * @param request grouped by SIM
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export async function sumBySim(
  request: UsageRequest,
  signal: AbortSignal,
): Promise<Aged<SimColumns>> {
  const list = usageList(request)
  for (const headers of [undefined, ANEW]) {
    const { interval, granularity } = request
    const builder = new SimSumsBuilder(bucketsOf(interval, granularity), granularity)
    let [oldest, unchanged] = [0, true]
    for await (const { answer, age } of readAnswers(list, signal, headers)) {
      oldest = Math.max(oldest, age)
      unchanged = builder.addPage(answer[list.key])
      if (!unchanged) break
    }
    if (unchanged) return { value: builder.columns(), age: oldest }
  }
  throw changedTwice()
}
