/** How many SIMs can be gathered one by one: at a pace that KORE allows, minutes. */
export const MOST_GATHERED = 5_000
