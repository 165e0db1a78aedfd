import { type Flow, NO_FLOW } from '../question/usage-record.ts'

/** What a member of a dimension (a country, a SIM) used in one of two periods. */
export interface MemberUsage {
  readonly data: Flow
  readonly commands: Flow
  /** By currency; a currency that is there was charged in, be it nothing. */
  readonly dataCost: ReadonlyMap<string, number>
  readonly commandsCost: ReadonlyMap<string, number>
  /** Whether the charge of each byte and each Command is known in full. */
  readonly charged: boolean
}

/** Of whom there is no record in a period: nothing was used, and no charge is missing. */
export const NOTHING_USED: MemberUsage = {
  data: NO_FLOW,
  commands: NO_FLOW,
  dataCost: new Map(),
  commandsCost: new Map(),
  charged: true,
}

/** A member of a dimension in both periods. */
export interface ComparedMember {
  readonly key: string
  readonly later: MemberUsage
  readonly earlier: MemberUsage
}
