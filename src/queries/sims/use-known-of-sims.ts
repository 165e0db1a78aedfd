import { useMemo } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { KnownOfConcerns } from '#usage/sims/sim-concerns.ts'
import { countriesOfDays, isAbroadInDays } from '#usage/sims/sim-days.ts'
import { bytesOfSim } from '#usage/sims/sim-sums.ts'
import type { Gathering } from './use-gathered-days.ts'
import type { ListedIntervals, SimFigures } from './use-sim-figures.ts'
import { type FetchedSums, isThere } from './use-sim-sums.ts'
import type { Plans, Sim } from './use-sims.ts'

/** All that is known of the SIMs of a list. */
export interface KnownOfListedSims extends KnownOfConcerns<Sim> {
  /** Whether there was usage of a SIM in the country that is asked for; undefined where it is not known. */
  wasThere(sim: Sim): boolean | undefined
}

/**
 * Puts together what is known of the SIMs of a list; the same as long as that is.
 *
 * @param country that is asked for; empty for none
 * @param inCountry sums of all SIMs in it
 */
export function useKnownOfSims(
  figures: SimFigures,
  plans: Plans,
  days: Gathering['days'],
  { range }: ListedIntervals,
  country: string,
  inCountry: FetchedSums,
): KnownOfListedSims {
  return useMemo(
    () => ({
      ...figures,
      planOf: ({ planSid }) => plans.get(planSid),
      isAbroad: (sim) => {
        if (!factsOf(sim.product).tellsRoaming) return false
        const own = days.get(sim.sid)
        return own && isAbroadInDays(own, range)
      },
      wasThere: (sim) => {
        if (figures.comesWithAll(sim)) {
          return isThere(inCountry) ? bytesOfSim(inCountry.sums, sim.sid) > 0 : undefined
        }
        const own = days.get(sim.sid)
        return own && countriesOfDays(own, range).includes(country)
      },
    }),
    [figures, plans, days, range, country, inCountry],
  )
}
