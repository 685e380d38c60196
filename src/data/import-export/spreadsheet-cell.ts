// Cells of a CSV file that a spreadsheet shows as they are: nothing is worked out, no number loses its first or last digits.

/** The heading of our own ids in the export for spreadsheets, and in the exact one, by which the import knows it. */
export const uidHeading = 'regulars_uid'
export const exactUidHeading = 'regulars_uid_exact'

/** A formula for some spreadsheet: = + - @ in any width, also behind blanks; tab, return and other controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what spreadsheets take away before they look
const FORMULA = /^'*(?:[\x00-\x1f]|[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/
/** A text of digits, such as a phone: it would lose its zeros, or become 4.477E+11. */
const NUMBER = /^'*[(（]?\d[\d\s.,()/:-]*(?:[eE][+-]?\d+)?$/
/** A day, or a moment: these are right as a spreadsheet reads them. */
const DAY = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?$/

/** The value with an apostrophe before it where a spreadsheet would not show it as text. */
export function guardCell(value: string): string {
  return needsGuard(value) ? `'${value}` : value
}

/** Undoes `guardCell`, exactly; takes the text mark of other spreadsheets away as well. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell
}

function needsGuard(value: string): boolean {
  return FORMULA.test(value) || (NUMBER.test(value) && !DAY.test(value))
}
