import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Panel } from '#components/page/panel.tsx'
import { useBillingPeriod, useDataSessions, usePlanList } from '#queries/sims/sims.ts'
import type { Sim } from '#queries/sims/use-sims.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { formatLimits } from '#usage/words/limit-words.ts'
import classes from './sim-details.module.css'

const FAILED = 'could not be loaded'

/** What a SIM is: identifiers, dates, and what sets its limit. */
export function SimDetails({ sim, now }: { sim: Sim; now: Date }) {
  const { account, sid, product, iccid, uniqueName, planSid, created, updated } = sim
  return (
    <Panel title="About this SIM">
      <dl className={classes.details}>
        <Detail name="SID">{sid}</Detail>
        <Detail name="ICCID">{iccid || 'none'}</Detail>
        <Detail name="Unique name">{uniqueName || 'none'}</Detail>
        <Detail name="Created">{momentOf(created)}</Detail>
        <Detail name="Changed">{momentOf(updated)}</Detail>
        <PlanDetails account={account} product={product} planSid={planSid} />
        {PRODUCTS[product].hasBillingPeriods ? (
          <BillingPeriod account={account} sid={sid} now={now} />
        ) : (
          <LastDataSession account={account} sid={sid} />
        )}
      </dl>
    </Panel>
  )
}

function momentOf(time: number | undefined): string {
  return time === undefined ? 'not told' : formatMoment(new Date(time))
}

function PlanDetails({
  account,
  product,
  planSid,
}: {
  account: string
  product: Product
  planSid: string
}) {
  const plans = usePlanList(account, product)
  const plan = plans.data?.find(({ sid }) => sid === planSid)
  const loaded = plans.data !== undefined
  const limits = plan ? formatLimits(plan.limits) : planSid ? 'not known' : 'none'
  return (
    <>
      <Detail name={PRODUCTS[product].planName}>
        {plans.isError ? FAILED : loaded && (plan?.name ?? (planSid || 'none'))}
      </Detail>
      <Detail name={PRODUCTS[product].limitName}>
        {plans.isError ? FAILED : loaded && limits}
      </Detail>
    </>
  )
}

function BillingPeriod({ account, sid, now }: { account: string; sid: string; now: Date }) {
  const { data, isError } = useBillingPeriod(account, sid)
  const hasEnded = data?.end !== undefined && data.end <= now
  return (
    <Detail name={hasEnded ? 'Last billing period, which has ended' : 'Billing period'}>
      {isError
        ? FAILED
        : data === null
          ? 'none yet'
          : data && (
              <>
                {data.end
                  ? formatInterval({ start: data.start, end: data.end })
                  : `since ${formatMoment(data.start)}`}
                <small className={classes.beside}>{data.type}</small>
              </>
            )}
    </Detail>
  )
}

function LastDataSession({ account, sid }: { account: string; sid: string }) {
  const { data: sessions, isError } = useDataSessions(account, sid)
  const data = sessions && (sessions[0] ?? null)
  return (
    <Detail name="Last data session">
      {isError
        ? FAILED
        : data === null
          ? 'none in the last 30 days'
          : data && (
              <>
                {data.end
                  ? `ended ${formatMoment(data.end)}`
                  : `open since ${formatMoment(data.start)}`}
                <small className={classes.beside}>
                  {[data.operator, data.country, data.radioLink].filter(Boolean).join(', ')}
                </small>
              </>
            )}
    </Detail>
  )
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <Skeleton height={14} width={110} mt={4} />}</dd>
    </div>
  )
}
