import type { Response } from 'express';
import { toCsv } from '../../common/export/csv-text';
import type { FileKind, TableFile } from '../../common/export/table-file';
import { spreadsheetOf } from './spreadsheet';

const mediaTypes: Readonly<Record<FileKind, string>> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** What may stand in a name of a file everywhere. */
const safe = (name: string): string => name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '-').replace(/^\.+/, '').trim() || 'table';

/** Answers a request with a table as a file to be saved. */
export async function sendTable(response: Response, table: TableFile, kind: FileKind): Promise<void> {
    const bytes = kind === 'csv' ? Buffer.from(toCsv(table.columns.map(each => each.title), table.rows)) : await spreadsheetOf(table);
    const name = `${safe(table.name)}.${kind}`;
    response.setHeader('Content-Type', mediaTypes[kind]);
    response.setHeader('Content-Length', bytes.byteLength);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, each => `%${each.charCodeAt(0).toString(16)}`)}`);
    response.end(bytes);
}
