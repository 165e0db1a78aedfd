import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { partColor } from './part-color.ts'
import { isCopied, isSeeThrough, LINE, layOutPicture, MARGIN } from './picture-layout.ts'

/** What a picture says beside its chart. */
interface PictureTexts {
  readonly title: string
  /** How final the numbers are, when they were read. */
  readonly notes: readonly string[]
}

const SVG = 'http://www.w3.org/2000/svg'

/** What a look is made of that a file cannot take from the page's styles. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'display',
] as const

const PIXELS_PER_POINT = 2

/**
 * A chart as a file of its own: with its title, its legend and what is said of it, in the colours that
 * it has on the page.
 *
 * @param chart the element around the chart
 */
export function chartPicture(
  chart: Element,
  { series, names, only }: ShownUsage,
  { title, notes }: PictureTexts,
): string {
  const drawn = chart.querySelector('svg')
  if (!drawn) throw new Error('There is no chart.')
  const { width, height } = drawn.getBoundingClientRect()
  const look = getComputedStyle(chart)
  const parts = series.parts.filter(({ key }) => only === undefined || key === only)
  const { size, top, legend } = layOutPicture(
    { width, height },
    { notes: notes.length, parts: parts.length },
  )
  const picture = element('svg', {
    xmlns: SVG,
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': look.fontFamily,
    'font-size': 13,
    fill: look.color,
  })
  picture.append(element('rect', { ...size, fill: backgroundOf(chart) }))
  picture.append(line(title, 0, { 'font-weight': 650, 'font-size': 16 }))
  notes.forEach((note, index) => {
    picture.append(line(note, index + 1, {}))
  })
  parts.forEach((part, index) => {
    const { key } = part
    const { x, y } = legend(index)
    const fill = resolveColor(chart, partColor(series.parts.indexOf(part), key))
    picture.append(element('rect', { x, y: y + 4, width: 11, height: 11, rx: 2, fill }))
    const name = element('text', { x: x + 18, y: y + 14 })
    name.textContent = names(key)
    picture.append(name)
  })
  const copy = copyWithLook(drawn)
  for (const [name, value] of Object.entries({ x: MARGIN, y: top, width, height })) {
    copy.setAttribute(name, String(value))
  }
  picture.append(copy)
  return new XMLSerializer().serializeToString(picture)
}

/** An SVG as PNG, twice as fine as on the page. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * PIXELS_PER_POINT
    canvas.height = image.naturalHeight * PIXELS_PER_POINT
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function line(text: string, row: number, attributes: Record<string, string | number>): Element {
  const made = element('text', { x: MARGIN, y: MARGIN + LINE * row + 14, ...attributes })
  made.textContent = text
  return made
}

function element(name: string, attributes: Record<string, string | number>): Element {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** A copy that looks the same where there are no styles. */
function copyWithLook(drawn: Element): Element {
  const copy = document.createElementNS(SVG, drawn.localName)
  const look = getComputedStyle(drawn)
  for (const { name, value } of drawn.attributes) {
    if (isCopied(name)) copy.setAttribute(name, value)
  }
  for (const name of INLINED) {
    const value = look.getPropertyValue(name)
    if (value) copy.setAttribute(name, value)
  }
  for (const child of drawn.childNodes) {
    if (child instanceof Element) copy.append(copyWithLook(child))
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode())
  }
  return copy
}

/** What stands behind an element: the first background that is not see-through. */
function backgroundOf(start: Element): string {
  for (let at: Element | null = start; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (!isSeeThrough(backgroundColor)) return backgroundColor
  }
  return 'white'
}

/** The colour that a text such as `var(--part-0)` comes to at an element. */
function resolveColor(at: Element, color: string): string {
  const probe = element('rect', { fill: color })
  at.querySelector('svg')?.append(probe)
  const { fill } = getComputedStyle(probe)
  probe.remove()
  return fill
}
