/**
 * What is not seen where it stands, or turns round what stands after it: controls, marks of direction, and
 * blanks of no width. What joins letters and emoji (U+200C, U+200D) belongs to them.
 */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]/gu

/**
 * What something is called: the first of its names that has something to be seen, else its SID. What cannot
 * be seen of it stands there by its number, such as `[U+202E]`, so that two names that differ look different.
 *
 * @param names the best one first; null and undefined where there is none
 */
export function legibleName(names: readonly (string | null | undefined)[], sid: string): string {
  const name = names.find((one) => one && /[^\p{Z}\s]/u.test(one.replace(UNSEEN, '')))
  return (name ?? sid).trim().replace(UNSEEN, (unseen) => {
    const code = unseen.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}
