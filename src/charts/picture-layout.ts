/** Pixels around everything in a picture. */
export const MARGIN = 16

/** Pixels from one line of text to the next. */
export const LINE = 20

const LEGEND_COLUMN = 220

interface Size {
  readonly width: number
  readonly height: number
}

/** Where everything in a picture stands: a title, a line for each note, the legend, the chart below. */
interface PictureLayout {
  /** Of the whole picture. */
  readonly size: Size
  /** Where the chart begins. */
  readonly top: number
  /** The upper left corner of a part's entry in the legend, row by row. */
  legend(index: number): { readonly x: number; readonly y: number }
}

/**
 * @param chart as large as it is on the page, in pixels
 * @param count how many notes and parts there are
 */
export function layOutPicture(
  chart: Size,
  count: { readonly notes: number; readonly parts: number },
): PictureLayout {
  const columns = Math.max(1, Math.floor(chart.width / LEGEND_COLUMN))
  const rows = Math.ceil(count.parts / columns)
  const legendTop = MARGIN + LINE * (1 + count.notes)
  const top = legendTop + LINE * rows + MARGIN / 2
  return {
    size: { width: chart.width + 2 * MARGIN, height: top + chart.height + MARGIN },
    top,
    legend: (index) => ({
      x: MARGIN + (index % columns) * LEGEND_COLUMN,
      y: legendTop + LINE * Math.floor(index / columns),
    }),
  }
}

/** Whether an attribute of the page's chart means something where there are no styles and no page. */
export function isCopied(attribute: string): boolean {
  return !/^(class|style|tabindex|role|aria-.*|data-.*|xmlns)$/.test(attribute)
}

/** @param color as a browser computes it: `rgb(…)` or `rgba(…)` */
export function isSeeThrough(color: string): boolean {
  return /^(transparent|rgba\(.*, 0\))$/.test(color)
}
