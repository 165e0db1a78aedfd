import type { Group } from './usage-query.ts'

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

/** Finds the name of a part by its key. */
export type PartNames = (key: string) => string

/** The names of the parts that every account has. */
export const formatPart: PartNames = (key) => NAMES[key] ?? key
