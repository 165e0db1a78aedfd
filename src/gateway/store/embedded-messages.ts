/** What the gateway asks of the process that holds the embedded database. */
export type EmbeddedRequest = {
  readonly id: number
} /** Opens the database, and makes it where it is to begin. */ & (
  | { readonly kind: 'open'; readonly begin: boolean }
  | {
      readonly kind: 'query'
      readonly sql: string
      readonly parameters: readonly unknown[]
      readonly rows: 'array' | 'object'
    }
  | { readonly kind: 'runTogether'; readonly statements: readonly string[] }
  | { readonly kind: 'close' }
)

/** What it answers: rows, or why there are none. */
export type EmbeddedAnswer = { readonly id: number } & (
  | { readonly rows: unknown[] }
  | { readonly error: string; readonly code?: string | undefined }
)
