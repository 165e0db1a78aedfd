import type { Product } from '../../kore/products.ts'
import { PRODUCTS } from '../../kore/products.ts'
import type { ComparedStretch } from '../../report/report-month.ts'
import type { ReportStanding, StandingKind } from '../../report/report-standing.ts'
import type { Interval } from '../../time/interval.ts'
import { formatBucket, formatInterval, formatMoment } from '../../time/moment.ts'

/** The name of a report's month: `Oct 2026`. */
export function nameMonth(month: Interval): string {
  return formatBucket(month, 'month')
}

/** What a report is called before it may be taken for the last word. */
const KIND_NAMES: Readonly<Record<StandingKind, string>> = {
  future: 'Not begun',
  loading: 'Loading',
  incomplete: 'Incomplete',
  running: 'Preliminary',
  preliminary: 'Preliminary',
  lacking: 'Not charged in full',
  final: 'Final',
}

/** In a word: `Final`, `Preliminary`. */
export function nameStanding({ kind }: Pick<ReportStanding, 'kind'>): string {
  return KIND_NAMES[kind]
}

/** How far a report can be relied on: in a line, and what it means for its reader. */
export function describeStanding(
  standing: ReportStanding,
  now: Date,
): { readonly title: string; readonly detail: string } {
  const { kind, usageIsFinal, isChargedInFull, lacksFrom } = standing
  switch (kind) {
    case 'future':
      return { title: 'This month has not begun', detail: 'There is nothing to report yet.' }
    case 'loading':
      return {
        title: 'Loading: not all of this report is there yet',
        detail: 'What stands below may change until it is. Print it once this line has changed.',
      }
    case 'incomplete':
      return {
        title: 'Incomplete: some of this report could not be read',
        detail: 'What is missing is told below. Do not bill by it.',
      }
    case 'final':
      return {
        title: 'Final and charged in full',
        detail: 'Nothing of this month can change any more.',
      }
    case 'lacking':
      return {
        title: 'Charges are missing that should be there by now',
        detail: `Usage is final, but some of it since ${formatMoment(lacksFrom ?? standing.asOf)} has no charge. Do not bill by its costs.`,
      }
    case 'running':
      return {
        title: `Preliminary: the month is running, ${whenFinal(standing, now)}`,
        detail: 'All amounts are so far. Do not bill by it.',
      }
    case 'preliminary': {
      const open = [
        usageIsFinal ? [] : 'late usage may still be added',
        isChargedInFull ? [] : 'it is not charged in full',
      ].flat()
      return {
        title: `Preliminary: ${whenFinal(standing, now)}`,
        detail: `The month has ended, but ${open.join(', and ')}. Do not bill by it.`,
      }
    }
  }
}

/** When the last of it is final: `usage final from 3 Nov 2026, 00:00 UTC, charged in full from …`. */
function whenFinal(
  { usageFinalAt, chargedInFullAt, usageIsFinal, isChargedInFull }: ReportStanding,
  now: Date,
): string {
  const from = (what: string, at: Date) =>
    at > now ? `${what} from ${formatMoment(at)}` : `read before it was ${what}`
  return [
    usageIsFinal ? [] : from('final', usageFinalAt),
    isChargedInFull || !chargedInFullAt ? [] : from('charged in full', chargedInFullAt),
  ]
    .flat()
    .join(', ')
}

/** Which days are held against which: `Oct 2026 with Sep 2026`, or the days. */
export function describeStretch(stretch: ComparedStretch | undefined): string {
  if (!stretch) return 'No day of the month is settled yet, so that nothing is compared.'
  const { later, earlier, isWhole } = stretch
  const name = isWhole ? nameMonth : formatInterval
  return `${name(later)} with ${name(earlier)}${isWhole ? ', whole months' : ', settled days alone'}.`
}

/** Whose line it is, in a report of all products. */
export function nameProduct(product: Product | 'all'): string {
  return product === 'all' ? 'All together' : PRODUCTS[product].name
}
