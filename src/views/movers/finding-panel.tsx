import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Panel } from '#components/page/panel.tsx'
import { Sparkline } from '#components/sparkline.tsx'
import linkClasses from '#components/tables/table-link.module.css'
import { useSimDays } from '#queries/sims/use-sim-days.ts'
import type { Sim } from '#queries/sims/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import { type LimitReach, limitReach } from '#usage/sims/limit-reach.ts'
import { gravestLimit } from '#usage/sims/metered-limit.ts'
import type { Finding, Findings, MoverPeriods } from '#usage/sims/movers.ts'
import { bytesByDay, lastUsedDay, type SimDays } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatBucket, formatInterval } from '#usage/time/moment.ts'
import { formatCount } from '#usage/words/bytes.ts'
import {
  describeFinding,
  describeNoFindings,
  describeUntold,
  nameFindings,
} from '#usage/words/mover-words.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import classes from './finding-panel.module.css'

/** So many findings of each kind are shown at first. */
const FIRST_FINDINGS = 5

/** The findings of one kind, the gravest first; each leads to its SIM. */
export function FindingPanel({
  findings,
  periods,
  total,
  now,
  busy,
  part,
  note,
  daysOf,
  all,
  onShow,
}: {
  findings: Findings<Sim>
  periods: MoverPeriods
  /** Bytes of all SIMs in the current period. */
  total: number
  now: Date
  /** Whether more may be found. */
  busy: boolean
  /** What it is found of, where that is not every SIM. */
  part: readonly string[]
  /** What has to be known to read the findings. */
  note: string | undefined
  /** What is known of a SIM's days already. */
  daysOf: (sim: Sim) => readonly SimDays[] | undefined
  all: boolean
  onShow: (all: boolean) => void
}) {
  const { count, gravest } = findings
  const untold = describeUntold(findings)
  const shown = all ? gravest : gravest.slice(0, FIRST_FINDINGS)
  return (
    <Panel
      title={nameFindings(findings)}
      aside={
        <small>
          {[count > 0 ? `${formatCount(count)} ${count === 1 ? 'SIM' : 'SIMs'}` : [], part]
            .flat()
            .join(', ')}
        </small>
      }
    >
      {count === 0 ? (
        <p className={classes.none}>{busy ? 'Not known yet.' : describeNoFindings(findings)}</p>
      ) : (
        <ol className={classes.findings}>
          {shown.map((finding) => (
            <FindingItem
              key={`${finding.activity.sim.account} ${finding.activity.sim.sid}`}
              {...{ finding, periods, total, now }}
              known={daysOf(finding.activity.sim)}
            />
          ))}
        </ol>
      )}
      {note && <small>{note}</small>}
      {untold && <small>{untold}</small>}
      {gravest.length > FIRST_FINDINGS && (
        <Button variant="subtle" size="compact-sm" onClick={() => onShow(!all)}>
          {all
            ? `Show the first ${FIRST_FINDINGS} of each`
            : `Show up to ${gravest.length} of each`}
        </Button>
      )}
    </Panel>
  )
}

function FindingItem({
  finding,
  periods,
  total,
  now,
  known: knownDays,
}: {
  finding: Finding<Sim>
  periods: MoverPeriods
  total: number
  now: Date
  /** Its days, where they need not be asked for. */
  known: readonly SimDays[] | undefined
}) {
  const { sim } = finding.activity
  const { known } = useChosenAccounts()
  const several = known.length > 1
  const shown = { start: periods.previous.start, end: periods.current.end }
  // A limit is told ahead by more days, which are no more requests.
  const long = { start: periods.history.start, end: periods.current.end }
  const wanted = finding.kind === 'limit' ? long : shown
  const asked = useSimDays(sim, wanted, now, knownDays === undefined)
  const days = knownDays ?? asked.days
  const reach = days && reachByDays(finding, days, long, now)
  const lastUsed = finding.kind === 'silent' && days ? lastUsedDay(days, shown) : undefined
  return (
    <li className={classes.finding}>
      <div>
        <Link to={simPlace(sim.sid, several ? sim.account : '')} className={linkClasses.link}>
          {sim.name}
        </Link>
        {several && <small> {known.find(({ id }) => id === sim.account)?.name}</small>}
        <p className={classes.why}>
          {describeFinding(finding, periods, total, reach)}
          {lastUsed && ` Last used ${formatBucket(lastUsed, 'day')}.`}
        </p>
      </div>
      <div className={classes.trend}>
        {days && (
          <Sparkline
            values={bytesByDay(days, shown)}
            label={`Usage by day, ${formatInterval(shown)}`}
          />
        )}
      </div>
    </li>
  )
}

/** When a SIM reaches its gravest limit, by its own days. */
function reachByDays(
  { kind, activity: { sim, limits } }: Finding<Sim>,
  days: readonly SimDays[],
  asked: Interval,
  now: Date,
): LimitReach | undefined {
  const gravest = kind === 'limit' ? gravestLimit(limits) : undefined
  if (!gravest) return undefined
  const period = { start: gravest.settled.start, end: gravest.until }
  return limitReach(gravest.limit, { days, asked, period, product: sim.product, now })
}
