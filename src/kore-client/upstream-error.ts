/** Everything that can go wrong between the browser and KORE, told apart by what helps against it. */
export type UpstreamError =
  /** 401: no token could be had, or KORE takes none of the gateway's. */
  | { readonly kind: 'unauthorised'; readonly message: string }
  /** 401 of the gateway itself: nobody has signed in, or no longer. */
  | { readonly kind: 'signedOut' }
  /** Another 4xx: the request itself is not accepted. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code?: number
      readonly message: string
    }
  | { readonly kind: 'notFound'; readonly message: string; readonly code?: number }
  /** The account's credentials do not open this product, whatever is asked of it. */
  | { readonly kind: 'productRefused'; readonly message: string }
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds?: number }
  /** 5xx: of KORE itself, or of the gateway on KORE's behalf. */
  | {
      readonly kind: 'unavailable'
      readonly status: number
      readonly code?: number
      readonly message: string
    }
  /** No answer at all. */
  | { readonly kind: 'unreachable' }
  /** Only what was kept could have answered, and it was not. */
  | { readonly kind: 'notKept' }
  /** An answer that is not what the API promises. */
  | { readonly kind: 'unreadable'; readonly detail: string }

/** What the fetch layer throws; `error` says what happened. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure'
  readonly error: UpstreamError

  constructor(error: UpstreamError) {
    super(error.kind)
    this.error = error
  }
}

/** The error of whatever was thrown; a fault of our own counts as an unreadable answer. */
export function upstreamErrorOf(thrown: unknown): UpstreamError {
  if (thrown instanceof UpstreamFailure) return thrown.error
  return { kind: 'unreadable', detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

/**
 * Whether the account may not group by SIM or fleet, which is a private beta, where that was asked for.
 * The form of its refusal is not documented; 403 is inferred (contract §4). A refused token, and a product
 * that is refused as a whole, are 403 upstream as well: the gateway tells them apart.
 */
export function isPrivateBetaRefusal(error: UpstreamError): boolean {
  return error.kind === 'refused' && error.status === 403
}
