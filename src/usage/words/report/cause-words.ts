import type { ChangeCause, ExplainedChange } from '../../report/change-cause.ts'
import type { Measure } from '../../series/usage-series.ts'
import { formatCount } from '../bytes.ts'

/** What stands beside a member that was not there before, or is not any more. */
export const CAUSE_KINDS: Readonly<Record<ChangeCause['kind'], string>> = {
  changed: '',
  new: 'new',
  gone: 'gone',
}

/** How a change of cost is split, so that nobody takes the two effects for more than they are. */
export const SPLIT_NOTE =
  '“Used more” is the change of data at the mean of both prices of a GB; “cost more per GB” is the change of that price at the mean of both amounts. Together, with what Commands cost and what has no price of its own, they are the change to the millionth. Who used nothing in one of the periods had no price then: all of it is “used more”.'

/** What of an explanation is not known; undefined where nothing is. */
export function describeUnknown(
  { unknown, causes }: Pick<ExplainedChange, 'unknown' | 'causes'>,
  measure: Measure,
): string | undefined {
  if (unknown === 0 || typeof measure !== 'object') return undefined
  const all = `${formatCount(unknown)} of ${formatCount(causes.length)}`
  return `Of ${all} a charge is missing, so that their cost in ${measure.currency} and its change are not known.`
}
