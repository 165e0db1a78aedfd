/** What is known of a kind of failure: what it is, in words, and what helps. */
interface Known {
  readonly codes: readonly string[]
  readonly what: string
  /** Undefined where the settings that are named by whoever asks are to be checked. */
  readonly cure?: string
}

/** Codes of Node (errno, TLS, undici) and of Postgres (SQLSTATE). */
const KNOWN: readonly Known[] = [
  { codes: ['ENOTFOUND', 'EAI_AGAIN'], what: 'its name cannot be found' },
  { codes: ['ECONNREFUSED'], what: 'nothing listens there' },
  {
    codes: ['EHOSTUNREACH', 'ENETUNREACH'],
    what: 'there is no way to it through the network',
    cure: 'Check the network and its firewall.',
  },
  {
    codes: ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'],
    what: 'it does not answer in time',
    cure: 'Check the network and its firewall, and whether it is up.',
  },
  {
    codes: ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'],
    what: 'the connection was cut',
    cure: 'Check proxies and firewalls on the way.',
  },
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    what: 'its certificate is not trusted here',
    cure: 'Name the authority that has signed it in NODE_EXTRA_CA_CERTS.',
  },
  {
    codes: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    what: 'its certificate does not hold today',
    cure: 'Check the clock of this machine, or have the certificate renewed.',
  },
  { codes: ['ERR_TLS_CERT_ALTNAME_INVALID'], what: 'its certificate is for another name' },
  {
    codes: ['ENOSPC', 'EDQUOT', '53100'],
    what: 'the disk is full',
    cure: 'Make room on it, or lower KEPT_MEGABYTES.',
  },
  {
    codes: ['EACCES', 'EPERM'],
    what: 'its files belong to somebody else',
    cure: 'Give the folder to the user that the gateway runs as, with mode 700.',
  },
  { codes: ['EROFS', '25006'], what: 'it can only be read', cure: 'Let it be written to.' },
  { codes: ['28P01', '28000'], what: 'it refuses this user or password' },
  { codes: ['3D000'], what: 'it has no such database' },
  { codes: ['42501'], what: 'this user may not make tables there', cure: 'Grant CREATE.' },
  {
    codes: ['53300'],
    what: 'it has no more connections',
    cure: 'Raise its max_connections, or run fewer replicas.',
  },
  {
    codes: ['XX000', 'XX001', 'XX002', '58P01'],
    what: 'its files are damaged',
    cure: 'Put back a copy, or move the folder away to begin with an empty one.',
  },
]

/**
 * Why something failed, in words for whoever runs the gateway: the innermost cause, as what wraps it
 * says only what was tried, and what to do about it.
 *
 * @param settings that name what was tried to be reached, such as `DATABASE_URL`
 * @returns sentences, such as "Its name cannot be found (getaddrinfo ENOTFOUND db). Check DATABASE_URL."
 */
export function describeFailure(error: unknown, settings: string): string {
  const code = codeOf(innermost(error))
  const known = KNOWN.find(({ codes }) => code !== undefined && codes.includes(code))
  const message = innermostMessage(error)
  if (!known) return isSentence(message) ? message : `${message || code}. Check ${settings}.`
  const what = known.what.charAt(0).toUpperCase() + known.what.slice(1)
  return `${what} (${message || code}). ${known.cure ?? `Check ${settings}.`}`
}

/** What the innermost cause says: `getaddrinfo ENOTFOUND login.example.com`, and not "fetch failed". */
export function innermostMessage(error: unknown): string {
  const cause = innermost(error)
  return oneLine(cause instanceof Error ? cause.message : String(cause))
}

/** What some name as their cause is no error, but what they were about. */
function innermost(error: unknown): unknown {
  return causesOf(error).findLast((cause) => cause instanceof Error) ?? error
}

/** As long a chain of causes leads back to itself. */
const LONGEST_CHAIN = 20

/** An error, what is behind it, and behind that; of several at once, the first. */
export function causesOf(error: unknown): unknown[] {
  const causes = [error]
  while (causes.length < LONGEST_CHAIN) {
    const last = causes.at(-1)
    const inner: unknown =
      last instanceof AggregateError ? last.errors[0] : last instanceof Error && last.cause
    if (!inner) break
    causes.push(inner)
  }
  return causes
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

const LONGEST_MESSAGE = 300

/** An address may have a password in it, which is nobody's to read. */
function oneLine(text: string): string {
  const shown = text.replace(/:\/\/[^\s/]*@/g, '://…@')
  return shown.replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE)
}

/** Whether a message says it all itself, as the gateway's own do. */
function isSentence(message: string): boolean {
  return message.endsWith('.')
}
