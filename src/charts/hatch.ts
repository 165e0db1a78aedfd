/** What every hatching has in common; a pattern of six pixels. */
export const HATCH = {
  width: 6,
  height: 6,
  patternUnits: 'userSpaceOnUse',
  patternTransform: 'rotate(45)',
} as const
