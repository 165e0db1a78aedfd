import { parseConfig } from './config/config.ts'
import { innermostMessage } from './config/failure-cause.ts'
import { readSecretFile } from './config/secret-file.ts'
import { embedPostgres } from './store/embedded-postgres.ts'
import { connectPostgres } from './store/external-postgres.ts'
import { openStore } from './store/open-store.ts'
import { createSessions } from './store/sessions.ts'

const USAGE = 'Say whose sessions end: npm run end-sessions -- ada@example.com, or -- --all'

/** For the operator: ends the sessions of one person or of everybody, in the store that the settings name. */
async function endSessions([who]: readonly string[]): Promise<string> {
  if (!who) throw new Error(USAGE)
  const { databaseUrl, dataFolder } = parseConfig(process.env, readSecretFile)
  const store = openStore(databaseUrl ? connectPostgres(databaseUrl) : embedPostgres(dataFolder))
  try {
    const count = await createSessions(store).endAll(who === '--all' ? undefined : who)
    return `Sessions ended: ${count}`
  } finally {
    await store.close()
  }
}

try {
  console.log(await endSessions(process.argv.slice(2)))
} catch (error) {
  console.error(innermostMessage(error))
  process.exitCode = 1
}
