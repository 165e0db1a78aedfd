import type { Product } from '#usage/kore/products.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { ENOUGH, REMEMBERED } from '#usage/series/observed-usage.ts'
import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from '#usage/time/interval.ts'
import { FRESHNESS_NAMES } from '#usage/words/freshness-words.ts'
import classes from './help.module.css'

/** How late usage arrives, and what of it is known how. */
export function FinalSection() {
  const { mayBeMissing, mayStillGrow, final } = FRESHNESS_NAMES
  return (
    <>
      <p>
        Usage reaches KORE some time after it happened. Until then a number is too small, and a day
        that is merely late would look like a day on which little was used. So every number says how
        far it can be relied on:
      </p>
      <dl className={classes.terms}>
        <dt>{mayBeMissing}</dt>
        <dd>Some of it may not have been reported at all. Hatched, on a shaded ground.</dd>
        <dt>{mayStillGrow}</dt>
        <dd>Most of it is there, more may be added. Hatched.</dd>
        <dt>{final}</dt>
        <dd>It can no longer change.</dd>
      </dl>
      <p>How long that takes after the end of an hour or a day:</p>
      <dl className={classes.terms}>
        <dt>{PRODUCTS['programmable-wireless'].name}</dt>
        <dd>{describeDelay('programmable-wireless')} This is what KORE documents.</dd>
        <dt>{PRODUCTS['super-sim'].name}</dt>
        <dd>
          {describeDelay('super-sim')} KORE states no delay for the bytes of Super SIM: this one is
          our caution.
        </dd>
      </dl>
      <ObservedHelp />
      <p>
        “As of” is the moment at which the oldest of the numbers that may still change was read from
        KORE. They are read again when you ask for it, or by themselves every few minutes if you
        choose so; that rests while the page is hidden or offline. What is final is kept, and KORE
        is not asked for it again.
      </p>
      <p>
        Where KORE does not answer, the page says what is missing and offers to load that part. A
        total without it is marked as incomplete.
      </p>
    </>
  )
}

/** What this browser has seen of how late usage really is. */
function ObservedHelp() {
  return (
    <p>
      Beside that the page shows what your account really does. This browser remembers, for{' '}
      {REMEMBERED / MILLISECONDS_PER_DAY} days, what each hour or day came to while it could still
      grow. Where more has arrived since you last looked, the bar carries a ▲ and the amount. Once{' '}
      {ENOUGH.hour} hours or {ENOUGH.day} days have been watched until they were final, it says
      after how long they were as good as complete.
    </p>
  )
}

function describeDelay(product: Product): string {
  const { reportedAfter, completeAfter } = PRODUCTS[product].usageDelay
  const [reported, complete] = [reportedAfter, completeAfter].map(
    (delay) => `${delay / MILLISECONDS_PER_HOUR} hours`,
  )
  return reportedAfter === completeAfter
    ? `May be missing for ${reported}, then final.`
    : `May be missing for ${reported}, final after ${complete}.`
}
