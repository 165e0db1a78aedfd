import type { Group } from '../question/usage-query.ts'
import type { Dimension } from '../report/compared-members.ts'
import type { PartNames } from '../series/shown-usage.ts'

/** What the things are called that usage can be told apart by. */
export const GROUP_NAMES: Record<Group, string> = {
  network: 'Network',
  country: 'Country',
  fleet: 'Fleet',
  sim: 'SIM',
  account: 'Account',
}

/** The same of what a change can be explained by. */
export const DIMENSION_NAMES: Record<Dimension, string> = {
  part: 'Home and roaming',
  ...GROUP_NAMES,
}

const NAMES: Readonly<Record<string, string>> = {
  home: 'Home',
  nationalRoaming: 'National roaming',
  internationalRoaming: 'International roaming',
  unattributed: 'Not attributed',
  whole: 'All usage',
  others: 'Others',
}

/** The names of the parts that every account has. */
export const formatPart: PartNames = (key) => NAMES[key] ?? key
