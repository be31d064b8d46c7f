import type { CellValue } from './csv-text';

/** How a spreadsheet shows a column: `share` is 0 to 1 shown in percent; `day` is `YYYY-MM-DD`, `moment` ISO 8601, both become real dates. */
export type FileFormat = 'text' | 'whole' | 'number' | 'share' | 'day' | 'moment';

export interface FileColumn {
    readonly title: string;
    readonly format: FileFormat;
}

/** A table that leaves the house as a file. Its name has no ending. */
export interface TableFile {
    readonly name: string;
    readonly columns: readonly FileColumn[];
    readonly rows: readonly (readonly CellValue[])[];
    /** By whose clock moments are written, an IANA name: spreadsheets know none. */
    readonly timeZone: string;
}

export type FileKind = 'csv' | 'xlsx';
