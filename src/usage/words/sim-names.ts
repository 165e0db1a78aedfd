/** What a filter for SIMs is called: `SIM DE…` of one, `2 SIMs` of several. @param sids separated by commas */
export function nameSims(sids: string): string {
  const count = sids.split(',').length
  return count === 1 ? `SIM ${sids}` : `${count} SIMs`
}
