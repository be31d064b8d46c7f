import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { injectable } from '@theia/core/shared/inversify';
import { languageOfPath, stemOf } from '../../common/import/file-names';
import type { ImportProblem, ImportSettings } from '../../common/import/import-file';
import { readArticleFile } from '../../common/front-matter/article-file';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';

/** Markdown, with front matter or without. */
@injectable()
export class MarkdownFormat implements ArticleFormat {
    readonly endings = ['md', 'markdown', 'mdown'];

    async read({ path, bytes }: FormatFile, { kind, language }: ImportSettings): Promise<FormatReading> {
        const { text } = decodeText(bytes);
        const title = stemOf(path);
        if (text.trim() === '') {
            return { articles: [{ source: path, title, problems: [{ code: 'file-empty' }] }] };
        }
        const reading = readArticleFile(text, { kind, language: languageOfPath(path) ?? language, title });
        const problems = 'problems' in reading ? reading.problems.map(({ code, ...more }): ImportProblem => {
            const detail = 'line' in more ? more.line && String(more.line) : 'name' in more ? more.name : undefined;
            return { code, ...detail ? { detail } : {} };
        }) : [];
        return { articles: ['article' in reading ? { source: path, title: reading.article.title, article: reading.article, problems } : { source: path, title, problems }] };
    }
}
