import type { Product } from '#usage/kore/products.ts'
import { retentionStart } from '#usage/kore/retention.ts'
import { sumOddities } from '#usage/question/oddity.ts'
import type { ReportMonth } from '#usage/report/report-month.ts'
import { tellsNoCharge } from '#usage/report/report-questions.ts'
import type { ReportStanding } from '#usage/report/report-standing.ts'
import { isBeyondRetention, type UsageSeries } from '#usage/series/usage-series.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { formatBytes } from '#usage/words/bytes.ts'
import { describeOddities } from '#usage/words/oddity-words.ts'
import { nameMonth, nameProduct } from '#usage/words/report/report-words.ts'
import { describeError } from '../common/error-words.ts'
import type { SimsTold } from './product-section.tsx'
import type { ProductReport } from './use-product-report.ts'

/** What a report does not know, a sentence for each. */
export function listUnknown({
  reports,
  simsTold,
  month,
  standing,
  now,
}: {
  reports: readonly ProductReport[]
  simsTold: ReadonlyMap<Product, SimsTold>
  month: ReportMonth
  standing: ReportStanding
  now: Date
}): string[] {
  return [
    ...reports.flatMap((report) => {
      const { days, before, yearBefore } = report.answers
      const name = nameProduct(report.product)
      return [
        report.accounts.length === 0 ? `${name} is not open to the account.` : [],
        report.errors.map(
          (error) => `${name}: some of it could not be read. ${describeError(error).title}.`,
        ),
        report.isGroupRefused
          ? `${name}: usage by fleet or SIM is not open to an account, as that is a private beta of KORE.`
          : [],
        days ? describeDays(name, days, standing) : [],
        lostMonth(name, nameMonth(month.before), before, now),
        lostMonth(name, nameMonth(month.yearBefore), yearBefore, now),
        describeSims(name, simsTold.get(report.product)),
      ].flat(2)
    }),
  ].filter((sentence, index, all) => all.indexOf(sentence) === index)
}

function describeDays(name: string, days: UsageSeries, { lacksFrom }: ReportStanding): string[] {
  const charged = days.parts.reduce((sum, part) => sum + part.charged.bytes, 0)
  const uncharged = days.total.data.total - charged
  return [
    tellsNoCharge(days) && days.total.data.total > 0
      ? `${name}: KORE tells no charge with this usage, so that its cost is unknown, and in no sum.`
      : [],
    !tellsNoCharge(days) && uncharged > 0
      ? `${name}: ${formatBytes(uncharged)} of ${formatBytes(days.total.data.total)} are not charged for sure${lacksFrom ? ', though some should be' : ''}; their cost is in no sum, or in part.`
      : [],
    describeOddities(sumOddities(days.oddities)).map((sentence) => `${name}: ${sentence}`),
  ].flat()
}

function lostMonth(
  name: string,
  month: string,
  series: UsageSeries | undefined,
  now: Date,
): string[] {
  if (!series || series.complete) return []
  return isBeyondRetention(series)
    ? [
        `${name}: ${month} is longer ago than KORE keeps usage (since ${formatMoment(retentionStart(now))}).`,
      ]
    : [`${name}: not all of ${month} is known.`]
}

function describeSims(name: string, told: SimsTold | undefined): string[] {
  if (told === 'waits') return [`${name}: single SIMs have not been asked for.`]
  if (told === 'missing') return [`${name}: single SIMs could not all be read.`]
  return told === 'loading' ? [`${name}: single SIMs are still being read.`] : []
}
