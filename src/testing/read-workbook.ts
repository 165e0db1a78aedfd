import { strFromU8, unzipSync } from 'fflate'

/** What a cell of a workbook is: nothing where it is empty. */
type ReadValue = string | number | Date | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** The days from the beginning of Excel's calendar to that of Unix. */
const UNIX_EPOCH = 25_569

/**
 * The only sheet of an Excel workbook, read by what ECMA-376 says of its parts.
 *
 * @returns its rows, each as long as its last cell says, and how many formulas stand in it
 */
export function readWorkbook(content: Uint8Array) {
  const files = unzipSync(content)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text = '']) => readText(text),
  )
  const formats = readFormats(part('xl/styles.xml'))
  const sheet = part('xl/worksheets/sheet1.xml')
  const rows = [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
    const row: ReadValue[] = []
    for (const [, attributes = '', value] of cells.matchAll(
      /<c ([^>]*?)(?:\/>|><v>(.*?)<\/v><\/c>)/gs,
    )) {
      const column = columnOf(attribute(attributes, 'r'))
      while (row.length < column) row.push(undefined)
      if (value === undefined) row.push(undefined)
      else if (attribute(attributes, 't') === 's') row.push(texts[Number(value)])
      else {
        const isDate = formats[Number(attribute(attributes, 's'))]?.includes('yyyy')
        row.push(isDate ? dateOf(Number(value)) : Number(value))
      }
    }
    return row
  })
  return { rows, formulas: sheet.match(/<f[ >/]/g)?.length ?? 0 }
}

/** The format of each style. */
function readFormats(styles: string): string[] {
  const named = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id = '', code = '']) => [id, readText(code)],
    ),
  )
  const [, cells = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
  return [...cells.matchAll(/<xf ([^>]*)>/g)].map(
    ([, attributes = '']) => named.get(attribute(attributes, 'numFmtId')) ?? 'General',
  )
}

function readText(xml: string): string {
  return xml
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}

/** Of `C7` the third, counted from zero. */
function columnOf(cell: string): number {
  const letters = cell.replace(/\d/g, '')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function dateOf(serial: number): Date {
  return new Date(Math.round((serial - UNIX_EPOCH) * 86_400_000))
}
