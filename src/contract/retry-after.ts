/**
 * The seconds that `Retry-After` asks to wait for, whole and never too few. It is seconds or an HTTP
 * date (RFC 9110, 10.2.3); a date counts from the answer's own `Date`, as no two clocks agree.
 *
 * @param ownNow this machine's clock, for an answer that does not tell its time
 * @returns undefined where nothing is asked for, or nothing that can be understood
 */
export function retryAfterSeconds(headers: Headers, ownNow: number): number | undefined {
  const given = headers.get('Retry-After')?.trim()
  if (!given) return undefined
  if (/^\d+(\.\d+)?$/.test(given)) return Math.ceil(Number(given))
  // A date begins with its weekday; `Date.parse` takes more than dates.
  const until = /^[A-Za-z]{3}/.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(until)) return undefined
  const answered = Date.parse(headers.get('Date') ?? '')
  const from = Number.isNaN(answered) ? ownNow : answered
  return Math.max(0, Math.ceil((until - from) / 1000))
}
