/** The size of text that lengths in pixels are written for. */
const USUAL_FONT_SIZE = 16

/**
 * How much larger text is than usual, as the reader has set it in the browser: 2 where all text is to be twice as
 * large. Style sheets need not know it, as they are written in rem; what is laid out in pixels by code does.
 */
export function textScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Number.isFinite(size) ? size / USUAL_FONT_SIZE : 1
}
