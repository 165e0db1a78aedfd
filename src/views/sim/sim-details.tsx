import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { StatusBadge } from '#components/status-badge.tsx'
import { useBillingPeriod, useDataSessions, usePlanList } from '#queries/sims/sims.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { formatLimits } from '#usage/words/limit-words.ts'
import classes from './sim-details.module.css'

const FAILED = 'could not be loaded'

/** What a SIM is: identifiers, status, what sets its limit, and where it stands. */
export function SimDetails({
  account,
  sid,
  product,
  sim,
}: {
  account: string
  sid: string
  product: Product
  sim: { iccid: string; uniqueName: string; status: string; planSid: string } | undefined
}) {
  return (
    <dl className={classes.details}>
      <Detail name="Status">{sim && <StatusBadge status={sim.status} />}</Detail>
      <Detail name="ICCID">{sim && (sim.iccid || 'none')}</Detail>
      <Detail name="Unique name">{sim && (sim.uniqueName || 'none')}</Detail>
      <PlanDetails account={account} product={product} planSid={sim?.planSid} />
      {PRODUCTS[product].hasBillingPeriods ? (
        <BillingPeriod account={account} sid={sid} />
      ) : (
        <LastDataSession account={account} sid={sid} />
      )}
    </dl>
  )
}

function PlanDetails({
  account,
  product,
  planSid,
}: {
  account: string
  product: Product
  planSid: string | undefined
}) {
  const plans = usePlanList(account, product)
  const plan = plans.data?.find(({ sid }) => sid === planSid)
  const loaded = planSid !== undefined && plans.data !== undefined
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

function BillingPeriod({ account, sid }: { account: string; sid: string }) {
  const { data, isError } = useBillingPeriod(account, sid)
  return (
    <Detail name="Billing period">
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
