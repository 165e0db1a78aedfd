import type { Group } from '../question/usage-query.ts'
import type { PartNames } from '../series/shown-usage.ts'

/** What the things are called that usage can be told apart by. */
export const GROUP_NAMES: Record<Group, string> = {
  network: 'Network',
  country: 'Country',
  fleet: 'Fleet',
  sim: 'SIM',
  account: 'Account',
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
