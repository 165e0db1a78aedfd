import type { UpstreamError } from '#kore-client/upstream-error.ts'

/** Whether asking again by itself can help: soon, only after a long time, or never. */
type Help = 'soon' | 'slowly' | 'never'

/**
 * What time alone can cure. Credentials are refused until somebody sets them right, and asking with them
 * again and again may get them locked; an answer that cannot be read is most often the same the next time.
 */
const HELPS: Record<UpstreamError['kind'], Help> = {
  unreachable: 'soon',
  unavailable: 'soon',
  rateLimited: 'soon',
  unauthorised: 'slowly',
  unreadable: 'slowly',
  refused: 'never',
  productRefused: 'never',
  notFound: 'never',
  notKept: 'never',
  signedOut: 'never',
}

/** Whether asking again by itself can help against an error. */
export function helpAgainst({ kind }: UpstreamError): Help {
  return HELPS[kind]
}

/** Milliseconds: the rest before the first try, and the longest. */
const RESTS = {
  soon: { first: 10_000, longest: 120_000 },
  slowly: { first: 120_000, longest: 900_000 },
} as const satisfies Record<Exclude<Help, 'never'>, unknown>

/** How far chance moves a rest, so that many browsers do not come back in the same moment. */
const SPREAD = 0.25

/**
 * For how long to rest before asking again: twice as long each time, up to a bound, and never shorter than
 * the upstream asks for.
 *
 * @param tries how often it has been tried again already
 * @param chance from 0 to 1
 * @returns milliseconds; undefined where asking again by itself cannot help
 */
export function restBefore(
  error: UpstreamError,
  tries: number,
  chance: number,
): number | undefined {
  const help = helpAgainst(error)
  if (help === 'never') return undefined
  const { first, longest } = RESTS[help]
  const rest = Math.min(first * 2 ** tries, longest) * (1 + SPREAD * (2 * chance - 1))
  const asked = error.kind === 'rateLimited' ? (error.retryAfterSeconds ?? 0) * 1000 : 0
  return Math.round(Math.max(rest, asked))
}

const FROM_HOPE: readonly Help[] = ['soon', 'slowly', 'never']

/** Of several errors the one that time cures first; undefined where there is none. */
export function mostHopeful(errors: readonly UpstreamError[]): UpstreamError | undefined {
  const [first] = errors.toSorted(
    (a, b) => FROM_HOPE.indexOf(helpAgainst(a)) - FROM_HOPE.indexOf(helpAgainst(b)),
  )
  return first
}
