/** Between two steps so many things are looked at: about a millisecond's work. */
export const STEP = 2_000
