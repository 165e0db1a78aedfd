import { CHARGE_DELAY } from '#usage/kore/charge.ts'
import { MILLISECONDS_PER_HOUR } from '#usage/time/interval.ts'

/** How late the charge arrives, and how it is shown until then. */
export function ChargeSection() {
  const hours = CHARGE_DELAY / MILLISECONDS_PER_HOUR
  return (
    <>
      <p>
        KORE tells a charge for Super SIM alone, and later than the bytes: all of it should be there{' '}
        {hours} hours after the end of a period (KORE’s documentation). Bytes therefore show before
        their charge.
      </p>
      <p>
        A charge that is not known yet is never drawn or written as zero. The page says how far the
        range is charged in full, and from when a spending report of it is safe; how far the charge
        has really come is read off the records. Cost per GB counts only bytes whose charge is
        known. Costs in several currencies are never added up.
      </p>
    </>
  )
}
