export interface CsvRecord { readonly cells: readonly string[]; /** On which it begins, from 1. */ readonly line: number }

/** White space before a quotation mark that still opens a cell; asked of every mark, it must not be looked for in long cells. */
const widestMargin = 20;

/**
 * The records of a table (RFC 4180), separated by commas, or by semicolons or tabs where the first line has more of those. One look at each character.
 * @returns with `openQuote` the line of the record whose last quotation mark is missing
 */
export function csvRecords(text: string): { readonly records: readonly CsvRecord[]; readonly openQuote: number | null } {
    const first = text.slice(0, text.search(/\r|\n|$/u));
    const separator = [',', ';', '\t'].map(sign => ({ sign, times: first.split(sign).length })).reduce((best, each) => each.times > best.times ? each : best).sign;
    const records: CsvRecord[] = [];
    let [cells, cell, line, begun]: [string[], string, number, number] = [[], '', 1, 1];
    let quoted = false;
    const finish = (): void => {
        if (cells.length || cell !== '') { records.push({ cells: [...cells, cell], line: begun }); }
        [cells, cell] = [[], ''];
    };
    for (let at = 0; at < text.length; at++) {
        const sign = text[at]!;
        if (sign === '\n' || sign === '\r' && text[at + 1] !== '\n') { line++; }
        if (quoted) {
            if (sign === '"' && text[at + 1] === '"') {
                cell += '"';
                at++;
            } else if (sign === '"') {
                quoted = false;
            } else if (sign !== '\r' || text[at + 1] !== '\n') {
                cell += sign;
            }
        } else if (sign === '"' && cell.length <= widestMargin && cell.trim() === '') {
            [quoted, cell] = [true, ''];
        } else if (sign === separator) {
            cells.push(cell);
            cell = '';
        } else if (sign === '\n' || sign === '\r') {
            if (sign === '\n' || text[at + 1] !== '\n') {
                finish();
                begun = line;
            }
        } else {
            cell += sign;
        }
    }
    finish();
    return { records, openQuote: quoted ? records.at(-1)?.line ?? begun : null };
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which is taken away again when it comes back; plain numbers are none. */
const asCell = (text: string): string => /^'*[=+@-]/u.test(text) && !/^-?\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? `'${text}` : text;
export const fromCell = (text: string): string => /^'+[=+@-]/u.test(text) ? text.slice(1) : text;

const quoted = (text: string): string => /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvText = (rows: readonly (readonly string[])[]): string => rows.map(row => `${row.map(each => quoted(asCell(each))).join(',')}\r\n`).join('');
