import type { RoamingPart, WHOLE } from '../question/usage-record.ts'

/**
 * What a limit counts. Each of the three of a rate plan counts one part alone: home is never held against
 * what was used abroad (KORE, RatePlan). A fleet's limit counts all that each of its SIMs uses.
 */
export type LimitedPart = Exclude<RoamingPart, 'unattributed'> | typeof WHOLE

export interface DataLimit {
  readonly part: LimitedPart
  /** In a metering month or a billing period. */
  readonly bytes: number
}

/** How far a limit is used up. */
export interface UsedLimit {
  readonly limit: DataLimit
  /** Bytes of the limit's own part. */
  readonly used: number
}

/** The share of a limit that is used; above 1 where it was overshot. */
export function shareUsed({ limit, used }: UsedLimit): number {
  return used / limit.bytes
}

/** The limit of which most is used; undefined where there is none. */
function nearestLimit(used: readonly UsedLimit[]): UsedLimit | undefined {
  return used.reduce<UsedLimit | undefined>(
    (nearest, one) => (nearest && shareUsed(nearest) >= shareUsed(one) ? nearest : one),
    undefined,
  )
}

/**
 * The limit of which most is used, as far as that is known.
 *
 * @param bytesOf of a part; undefined where they are not known
 * @returns undefined where there is no limit, or the use of one of them is not known
 */
export function knownNearest(
  limits: readonly DataLimit[],
  bytesOf: (part: LimitedPart) => number | undefined,
): UsedLimit | undefined {
  const used = limits.flatMap((limit) => {
    const bytes = bytesOf(limit.part)
    return bytes === undefined ? [] : [{ limit, used: bytes }]
  })
  return used.length === limits.length ? nearestLimit(used) : undefined
}

/**
 * Whether a SIM is known to have no limit: its plan has none, or there is no plan.
 *
 * @param plan what its `planSid` names; undefined where that could not be read
 */
export function hasNoLimit(
  { planSid }: { readonly planSid: string },
  plan: { readonly limits: readonly DataLimit[] } | undefined,
): boolean {
  return planSid === '' || plan?.limits.length === 0
}
