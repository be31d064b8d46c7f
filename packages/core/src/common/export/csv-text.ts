/** A value of a cell as it is copied, exported and compared. */
export type CellValue = string | number | null | undefined;

export const plainText = (value: CellValue): string => value === null || value === undefined ? '' : String(value);

/** Spreadsheets run what begins like this as a formula; an apostrophe keeps it text. Negative numbers stay numbers. */
const harmless = (value: CellValue): string => typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : plainText(value);

const quoted = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** Rows as CSV (RFC 4180), headings first, beginning with a byte order mark so that spreadsheets read Chinese. */
export const toCsv = (headings: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
    `\ufeff${[headings, ...rows].map(row => row.map(each => quoted(harmless(each))).join(',')).join('\r\n')}\r\n`;
