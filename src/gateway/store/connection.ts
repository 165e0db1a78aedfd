/** The way to a Postgres, embedded or not. */
export interface Connection {
  /**
   * Runs one statement.
   *
   * @param rows how each row comes: as its values in order, or by the names of its columns
   * @throws Error where the statement fails, or the database cannot be reached or does not answer in time
   */
  query(sql: string, parameters: readonly unknown[], rows: 'array' | 'object'): Promise<unknown[]>
  /** Runs statements in one transaction: all of them, or none. */
  runTogether(statements: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Milliseconds that a statement may take. */
export const STATEMENT_MILLISECONDS = 20_000
