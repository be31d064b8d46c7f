import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { readDelimited } from '@earshot/core/lib/node/files/read-delimited';
import { requireModest } from '@earshot/core/lib/node/archive/zip-directory';
import { injectable } from '@theia/core/shared/inversify';
import { readSheet } from 'read-excel-file/node';
import { endingOf } from '../../common/import/file-names';
import { importLimits, type ImportSettings } from '../../common/import/import-file';
import { articleOfRow, recogniseColumns } from '../../common/import/table-columns';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';

interface Row { readonly cells: readonly string[]; readonly line: number }

/** Tables of questions and answers: the first row names the columns. */
@injectable()
export class TableFormat implements ArticleFormat {
    readonly endings = ['csv', 'tsv', 'txt', 'xlsx'];

    async read(file: FormatFile, settings: ImportSettings): Promise<FormatReading> {
        const [heading, ...rows] = endingOf(file.path) === 'xlsx' ? await sheetRows(file.bytes) : readDelimited(decodeText(file.bytes).text);
        if (!heading || rows.length === 0) {
            return { articles: [{ source: file.path, title: '', problems: [{ code: 'file-empty' }] }] };
        }
        if (rows.length > importLimits.rows) {
            return { articles: [{ source: file.path, title: '', problems: [{ code: 'file-too-large' }] }] };
        }
        const columns = settings.columns ?? recogniseColumns(heading.cells);
        const cellsOf = (row: Row): Record<string, string> => Object.fromEntries(heading.cells.map((name, index) => [name, row.cells[index] ?? '']));
        return { heading: heading.cells, articles: rows.map(each => articleOfRow(cellsOf(each), columns, settings, `${file.path}:${each.line}`)) };
    }
}

async function sheetRows(bytes: Uint8Array): Promise<readonly Row[]> {
    await requireModest(bytes, { files: 2000, fileBytes: importLimits.documentBytes, unpackedBytes: importLimits.documentBytes });
    const sheet = await readSheet(Buffer.from(bytes));
    const rows = sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(each => each === null ? '' : each instanceof Date ? each.toISOString() : String(each).trim()) }));
    return rows.filter(each => each.cells.some(Boolean));
}
