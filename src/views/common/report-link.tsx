import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { monthWord, reportSearch } from '#url/report-search.ts'
import type { Interval } from '#usage/time/interval.ts'

/** Leads to the report of a calendar month. @param account by its word in the address */
export function ReportLink({ month, account }: { month: Interval; account: string }) {
  const silent = reportSearch.parse(new URLSearchParams())
  const query = reportSearch.serialize({ ...silent, account, month: monthWord(month.start) })
  return (
    <Anchor component={Link} to={`${PATHS.report}?${query}`} fz="sm" data-screen-only>
      Report of this month
    </Anchor>
  )
}
