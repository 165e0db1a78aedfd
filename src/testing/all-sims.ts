import type { Sim, SimPage } from '#kore-client/sim.ts'

/** Every SIM of a list that comes page by page. */
export async function allSims(pages: AsyncIterable<SimPage>): Promise<Sim[]> {
  let all: Sim[] = []
  for await (const { sims, first } of pages) all = first ? [...sims] : [...all, ...sims]
  return all
}
