/** The names of two ends wherever a range is copied from Grafana. */
const ENDS = ['from', 'to'] as const

/**
 * Reads the two ends of a range as Grafana copies it: its button gives
 * `{"from":"now-7d","to":"now"}` with expressions or ISO date-times, its address
 * `from=now-7d&to=now` with expressions, ISO date-times or milliseconds since 1970.
 *
 * @returns both with “to” between them, or the text itself where it is nothing of the kind
 */
export function readCopiedRange(text: string): string {
  const ends = fromJson(text) ?? fromQuery(text)
  return ends ? ends.map(readEnd).join(' to ') : text
}

function fromJson(text: string): string[] | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const copied: unknown = JSON.parse(text)
    if (typeof copied !== 'object' || copied === null) return undefined
    return bothOf((name) => {
      const end: unknown = Reflect.get(copied, name)
      return typeof end === 'number' ? String(end) : end
    })
  } catch {
    return undefined
  }
}

/** A query, by itself or at the end of a whole address. */
function fromQuery(text: string): string[] | undefined {
  if (!/(?:^|[?&])(?:from|to)=/.test(text)) return undefined
  const parameters = new URLSearchParams(text.slice(text.indexOf('?') + 1))
  return bothOf((name) => parameters.get(name))
}

function bothOf(read: (name: (typeof ENDS)[number]) => unknown): string[] | undefined {
  const ends = ENDS.map(read).filter((end) => typeof end === 'string')
  return ends.length === ENDS.length ? ends : undefined
}

function readEnd(text: string): string {
  const moment = new Date(/^\d{13}$/.test(text) ? Number(text) : Number.NaN)
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}
