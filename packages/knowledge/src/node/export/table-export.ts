import { injectable } from '@theia/core/shared/inversify';
import { articleKind } from '../../common/article/article-kind';
import type { ExportedArticle } from '../../common/export/exported-article';
import { columnNames } from '../../common/import/table-columns';
import type { ArticleExport, Export } from './article-export';

/** A table that spreadsheets open: one article a row, with the columns that an import recognises. */
@injectable()
export class TableExport implements ArticleExport {
    readonly format = 'table';
    readonly mediaType = 'text/csv; charset=utf-8';
    readonly ending = 'csv';

    async *write({ articles }: Export): AsyncGenerator<Uint8Array> {
        yield Buffer.from(`\uFEFF${row(columnNames)}`);
        for await (const each of articles()) {
            yield Buffer.from(row(columnNames.map(column => tableCell(each, column))));
        }
    }
}

/** What stands in a column of an article's row. */
export function tableCell({ id, content, categories, translationKey }: ExportedArticle, column: string): string {
    const first = articleKind(content.kind).parts.find(each => each.form === 'markdown')!.id;
    switch (column) {
        case 'id': return id;
        case 'title': return content.title;
        case 'kind': return content.kind;
        case 'language': return content.language;
        case 'category': return categories.join(' / ');
        case 'tags': return content.tags.join('; ');
        case 'audience': return content.audience.join('; ');
        case 'from': return content.validFrom ?? '';
        case 'until': return content.validUntil ?? '';
        case 'translation-key': return translationKey ?? '';
        case 'short': return content.parts.short ?? '';
        case 'questions': return content.parts.similar ?? '';
        case 'sources': return content.parts.sources ?? '';
        case 'answer': return content.parts[first] ?? '';
        default: return column === `part:${first}` ? '' : content.parts[column.slice('part:'.length)] ?? '';
    }
}

/** A text that a spreadsheet would take for a formula is marked as text. */
const harmless = (text: string): string => /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
const row = (cells: readonly string[]): string => `${cells.map(each => `"${harmless(each).replace(/"/g, '""')}"`).join(',')}\r\n`;
