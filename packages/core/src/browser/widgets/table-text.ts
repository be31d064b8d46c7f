/** A value of a cell as it is copied, exported and compared. */
export type CellValue = string | number | null | undefined;

const plain = (value: CellValue): string => value === null || value === undefined ? '' : String(value);

/** Spreadsheets run what begins like this as a formula; an apostrophe keeps it text. Negative numbers stay numbers. */
const harmless = (value: CellValue): string => typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : plain(value);

const quoted = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** Rows as CSV (RFC 4180), headings first, beginning with a byte order mark so that spreadsheets read Chinese. */
export const toCsv = (headings: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
    `\ufeff${[headings, ...rows].map(row => row.map(each => quoted(harmless(each))).join(',')).join('\r\n')}\r\n`;

/** Rows for the clipboard: tabs between cells, as spreadsheets paste them. */
export const toClipboard = (rows: readonly (readonly CellValue[])[]): string =>
    rows.map(row => row.map(each => plain(each).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

/** Gives a text to the person as a file. */
export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
