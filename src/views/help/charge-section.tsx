import { CHARGE_DELAY } from '#usage/kore/charge.ts'
import { MILLISECONDS_PER_HOUR } from '#usage/time/interval.ts'

/** How late the charge arrives, and how it is shown until then. */
export function ChargeSection() {
  const hours = CHARGE_DELAY / MILLISECONDS_PER_HOUR
  return (
    <>
      <p>
        Of Super SIM the charge comes later than the bytes: all of it should be there {hours} hours
        after the end of a period (KORE’s documentation). Bytes therefore show before their charge.
        Of Programmable Wireless KORE tells no such lag: a charge comes with the usage that it is
        for, and is as final as that. Data and Commands are charged apart.
      </p>
      <p>
        A charge that is not known, be it not yet or not at all, is never drawn or written as zero,
        nor held against another: “Top and movers” tell a cost that grew between charged amounts
        alone, and say how many SIMs are left out for that. The page says how far the range is
        charged in full, and from when a spending report of it is safe; how far the charge has
        really come is read off the records. Cost per GB counts only bytes whose charge is known.
        Costs in several currencies are never added up.
      </p>
    </>
  )
}
