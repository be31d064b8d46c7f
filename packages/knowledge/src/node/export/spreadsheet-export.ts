import { spreadsheetOf } from '@earshot/core/lib/node/export/spreadsheet';
import { injectable } from '@theia/core/shared/inversify';
import { columnNames } from '../../common/import/table-columns';
import type { ArticleExport, Export } from './article-export';
import { pageWords } from './page-words';
import { tableCell } from './table-export';

/** What a cell of Excel can hold. A longer text is cut there, and whole in every other form. */
const longestCell = 32_767;
const fitting = (text: string): string => text.length <= longestCell ? text : `${text.slice(0, longestCell - 1)}…`;

/** A workbook of one sheet: one article a row, with the columns that an import recognises. The library makes it in one piece. */
@injectable()
export class SpreadsheetExport implements ArticleExport {
    readonly format = 'spreadsheet';
    readonly mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    readonly ending = 'xlsx';

    async *write({ articles, words }: Export): AsyncGenerator<Uint8Array> {
        const rows: string[][] = [];
        for await (const each of articles()) {
            rows.push(columnNames.map(column => fitting(tableCell(each, column))));
        }
        yield await spreadsheetOf({ name: pageWords(words).title, columns: columnNames.map(title => ({ title, format: 'text' as const })), rows, timeZone: 'UTC' });
    }
}
