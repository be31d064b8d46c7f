import type { Response } from 'express';
import { toCsv } from '../../common/export/csv-text';
import type { FileKind, TableFile } from '../../common/export/table-file';
import { attachment } from '../http/attachment';
import { spreadsheetOf } from './spreadsheet';

const mediaTypes: Readonly<Record<FileKind, string>> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** Answers a request with a table as a file to be saved. */
export async function sendTable(response: Response, table: TableFile, kind: FileKind): Promise<void> {
    const bytes = kind === 'csv' ? Buffer.from(toCsv(table.columns.map(each => each.title), table.rows)) : await spreadsheetOf(table);
    response.setHeader('Content-Type', mediaTypes[kind]);
    response.setHeader('Content-Length', bytes.byteLength);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', attachment(table.name, kind));
    response.end(bytes);
}
