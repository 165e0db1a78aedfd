import pg from 'pg'
import { type Connection, STATEMENT_MILLISECONDS } from './connection.ts'

const CONNECTIONS = 8
const CONNECT_MILLISECONDS = 5_000

/** A Postgres server. @param url as in `DATABASE_URL` */
export function connectPostgres(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: STATEMENT_MILLISECONDS,
  })
  // A connection that breaks while nobody uses it is replaced by the next query.
  pool.on('error', () => undefined)
  return {
    async query(sql, parameters, rows) {
      const query = { text: sql, values: [...parameters] }
      const result = await (rows === 'array'
        ? pool.query({ ...query, rowMode: 'array' })
        : pool.query(query))
      return result.rows
    },
    async runTogether(statements) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        for (const statement of statements) await client.query(statement)
        await client.query('COMMIT')
      } catch (error) {
        // A connection that is dropped takes back what it had begun, and cannot hang once more.
        client.release(true)
        throw error
      }
      client.release()
    },
    close: () => pool.end(),
  }
}
