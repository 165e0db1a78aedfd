import { Button } from '@mantine/core'
import { useState } from 'react'
import { Beside, Figure } from '#components/page/figures.tsx'
import { type Gathering, useGatheredDays } from '#queries/sims/use-gathered-days.ts'
import { useSimSums } from '#queries/sims/use-sim-sums.ts'
import { type Plan, type Sim, useSims } from '#queries/sims/use-sims.ts'
import { factsOf, isSummedBySim } from '#usage/kore/products.ts'
import { tellsOfAll } from '#usage/sims/gathering.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { amountsOfDays } from '#usage/sims/sim-days.ts'
import { standingAmong } from '#usage/sims/sim-standing.ts'
import { bytesOfSim } from '#usage/sims/sim-sums.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatBytes, formatCount } from '#usage/words/bytes.ts'
import { formatEstimate } from '#usage/words/estimate-words.ts'
import { describeAmong } from '#usage/words/standing-words.ts'

interface FleetFigureProps {
  readonly sim: Sim
  readonly plan: Plan | undefined
  /** On midnights UTC. */
  readonly range: Interval
  /** What the range is called. */
  readonly name: string
  /** Bytes of the SIM in the range. */
  readonly own: number
  readonly now: Date
}

/** How a SIM's usage stands beside that of the others of its fleet or its rate plan. */
export function FleetFigure(props: FleetFigureProps) {
  const { sim, range, now } = props
  const summed = isSummedBySim(sim.product)
  const sums = useSimSums([sim.account], summed ? range : undefined, now, {
    fleet: sim.planSid,
  })
  if (!summed || sums.refused) return <GatheredFleetFigure {...props} />
  if (sums.error) return <FleetStanding {...props} others={undefined} words="could not be loaded" />
  if (sums.answered < sums.requests)
    return <FleetStanding {...props} others={undefined} words="…" />
  const sids = new Set(sums.sums.flatMap(({ rows }) => [...rows.keys()]))
  sids.delete(sim.sid)
  const others = [...sids].map((sid) => bytesOfSim(sums.sums, sid))
  return <FleetStanding {...props} others={others} words="" />
}

/** The others are asked for one by one, when somebody wants to know. */
function GatheredFleetFigure(props: FleetFigureProps) {
  const { sim, range, now } = props
  const [wanted, setWanted] = useState(false)
  const list = useSims(wanted ? [sim.account] : [], [sim.product])
  const others = list.complete
    ? (list.pages ?? [])
        .flat()
        .filter(({ planSid, sid }) => planSid === sim.planSid && sid !== sim.sid)
    : []
  const few = others.length <= MOST_GATHERED
  const gathering = useGatheredDays(
    {
      sims: others,
      sources: list.sources,
      choice: { plan: sim.planSid, except: sim.sid },
    },
    range,
    now,
    wanted && few,
  )
  const { days } = gathering
  if (!wanted) {
    return (
      <FleetStanding {...props} others={undefined} words="">
        <Button size="compact-sm" variant="light" onClick={() => setWanted(true)}>
          Ask for the others, one by one
        </Button>
      </FleetStanding>
    )
  }
  if (!few)
    return <FleetStanding {...props} others={undefined} words="too many to ask one by one" />
  if (!list.complete || !tellsOfAll(days.size, gathering.failures.size, others.length)) {
    return <FleetStanding {...props} others={undefined} words={progressOf(gathering)} />
  }
  return (
    <FleetStanding
      {...props}
      others={[...days.values()].map((own) => amountsOfDays(own, range).data.total)}
      words=""
    />
  )
}

function progressOf({ days, asked, left }: Gathering): string {
  const done = `${formatCount(days.size)} of ${formatCount(asked)} SIMs asked`
  return left === undefined ? done : `${done}, ${formatEstimate(left)} more`
}

function FleetStanding({
  sim,
  plan,
  name,
  own,
  others,
  words,
  children,
}: FleetFigureProps & {
  /** Bytes of each of the others; undefined while they are not known. */
  others: readonly number[] | undefined
  words: string
  children?: React.ReactNode
}) {
  const whose = plan?.name ?? `its ${factsOf(sim.product).planName.toLowerCase()}`
  const standing = others && standingAmong(others, own)
  return (
    <Figure name={`Median of ${whose} in ${name}`} wide>
      {standing ? (
        <>
          {formatBytes(standing.median)}
          <Beside>
            This SIM: {formatBytes(own)}, {describeAmong(standing)}
          </Beside>
        </>
      ) : (
        (children ?? <Beside>{others ? 'no other was used' : words}</Beside>)
      )}
    </Figure>
  )
}
