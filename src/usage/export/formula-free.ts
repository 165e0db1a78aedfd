/**
 * Where a spreadsheet may begin a cell, whatever it splits at, and what may stand there unseen before a sign
 * that makes a formula of it, also as wide as a letter of Chinese, small, raised or lowered.
 */
const FORMULA_START =
  /(?<=^|[,;\t\n\v\f\u0085\u2028\u2029]|\r(?!\n))(?=[\s"\u2800\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−])/gu

/**
 * A text of which no spreadsheet makes a formula, whether it splits at commas, semicolons, tabs or line ends:
 * an apostrophe stands before each beginning of one. Any other text stays as it is.
 */
export function formulaFree(text: string): string {
  return text.replace(FORMULA_START, "'")
}
