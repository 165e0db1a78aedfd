/**
 * What somebody who keeps a fleet asks for first.
 * - `over`: a limit of the SIM is used up
 * - `near`: 80 % of one, and less than all of it
 * - `silent`: it is active, and nothing was used in the range; not known until a day of it is settled
 * - `abroad`: it roamed internationally in the range; only Programmable Wireless tells what is abroad
 * - `new`: it was made known to KORE in the range; not known where KORE does not tell when
 */
export const SIM_CONCERNS = ['over', 'near', 'silent', 'abroad', 'new'] as const
export type SimConcern = (typeof SIM_CONCERNS)[number]
