/** The first of some moments, in whichever order; undefined where there is none. */
export function earliest(moments: readonly Date[]): Date | undefined {
  return moments.reduce<Date | undefined>(
    (first, moment) => (first && first <= moment ? first : moment),
    undefined,
  )
}
