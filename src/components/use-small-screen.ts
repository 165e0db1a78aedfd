import { useMediaQuery } from '@mantine/hooks'

/** Whether the screen is one of a telephone or a small tablet, where choices stand in sheets and folds. */
export function useSmallScreen(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
}
