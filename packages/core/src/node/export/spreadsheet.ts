import writeXlsxFile, { type Cell, type CellObject } from 'write-excel-file/node';
import type { CellValue } from '../../common/export/csv-text';
import type { FileColumn, FileFormat, TableFile } from '../../common/export/table-file';

/** The formats of Excel's own list and of ISO 8601; every language of a spreadsheet shows them in its own way. */
const formats: Readonly<Record<FileFormat, string | undefined>> = { text: undefined, whole: '#,##0', number: '#,##0.00', share: '0.0%', day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' };
/** In characters; what is longer is there in full, only not seen at once. */
const [narrowest, widest] = [8, 48];
/** What Excel allows in the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31).trim() || 'Table';

/** A table as a workbook of one sheet: numbers, shares and dates are real ones, and text is never run as a formula. */
export function spreadsheetOf({ name, columns, rows, timeZone }: TableFile): Promise<Buffer> {
    const heading = columns.map((each): CellObject => ({ value: each.title, type: String, fontWeight: 'bold', wrap: true }));
    return writeXlsxFile([heading, ...rows.map(row => columns.map((column, place) => cell(row[place], column, timeZone)))], {
        sheet: sheetName(name), stickyRowsCount: 1, columns: columns.map((column, place) => ({ width: width(column, rows.map(row => row[place])) }))
    }).toBuffer();
}

function cell(value: CellValue, { format }: FileColumn, timeZone: string): Cell {
    if (value === null || value === undefined || value === '') {
        return null;
    }
    if (format === 'day' || format === 'moment') {
        const date = new Date(value);
        return Number.isNaN(date.getTime()) ? { value: String(value), type: String } : { value: format === 'day' ? date : clockTime(date, timeZone), type: Date, format: formats[format] };
    }
    return typeof value === 'number' ? { value, type: Number, ...formats[format] ? { format: formats[format] } : {} } : { value, type: String };
}

const clocks = new Map<string, Intl.DateTimeFormat>();
/** To make one takes far longer than to use it: a workbook asks for every cell. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
    const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    clocks.set(timeZone, clock);
    return clock;
}

/** The moment whose UTC reads as a clock of the zone reads at the given one: spreadsheets know no zones. */
export function clockTime(moment: Date, timeZone: string): Date {
    const parts = Object.fromEntries(clockOf(timeZone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    return new Date(Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second));
}

const width = ({ title }: FileColumn, values: readonly CellValue[]): number =>
    Math.min(widest, Math.max(narrowest, ...[title, ...values].map(each => Array.from(typeof each === 'number' ? '0,000.00' : each ?? '').reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 2))));
