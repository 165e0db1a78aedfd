/** What a list can be sorted by. */
export const SIM_COLUMNS = [
  'name',
  'product',
  'status',
  'plan',
  'usage',
  'cost',
  'limit',
  'iccid',
  'sid',
] as const

export type SimColumn = (typeof SIM_COLUMNS)[number]
