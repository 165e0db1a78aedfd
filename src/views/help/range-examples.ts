/** Ranges as people type them; the help says what each of them means. */
export const RANGE_EXAMPLES: readonly string[] = [
  'last 6 weeks',
  '36h',
  'now-36h',
  'now-7d to now',
  'yesterday',
  'this month',
  'Oct 2026',
  '2026-10',
  '2026-10-01 to 2026-10-15',
  '1 Oct 2026 - 15 Oct 2026',
  '2026-10-01 06:00 to 2026-10-01 18:00',
]
