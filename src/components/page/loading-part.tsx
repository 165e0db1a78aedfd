import { Skeleton } from '@mantine/core'

/** Stands where a part of a page will be, as large as that, and says what is loading to those who cannot see it. */
export function LoadingPart({
  label,
  ...size
}: {
  label: string
  readonly height: number
  readonly width?: number
  readonly radius?: number
}) {
  return <Skeleton role="status" aria-label={label} {...size} />
}
