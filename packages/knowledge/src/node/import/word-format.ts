import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import { readWord } from '@earshot/writing/lib/node/word/read-word';
import { injectable } from '@theia/core/shared/inversify';
import { recogniseFile } from '../../common/attachment/recognise-file';
import { filesFolder } from '../../common/export/exported-article';
import { languageOfPath, stemOf } from '../../common/import/file-names';
import { importLimits, type ImportSettings } from '../../common/import/import-file';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';
import { articlesOfText } from './written-text';

/** Word documents: styles of headings, lists and tables become Markdown. Pictures come with it, where they are of a kind that is shown. */
@injectable()
export class WordFormat implements ArticleFormat {
    readonly endings = ['docx'];

    async read({ path, bytes }: FormatFile, settings: ImportSettings): Promise<FormatReading> {
        const files: FormatFile[] = [];
        const folder = `${path}${filesFolder}`;
        const { html } = await readWord(bytes, { files: 5000, fileBytes: importLimits.documentBytes, unpackedBytes: importLimits.documentBytes }, picture => {
            const kind = recogniseFile(picture);
            if (!kind?.picture) {
                return '';
            }
            const name = `${files.length + 1}.${kind.ending}`;
            files.push({ path: `${folder}/${name}`, bytes: picture });
            return `${encodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1))}/${name}`;
        });
        return { articles: articlesOfText({ path, text: htmlToMarkdown(html, { relativeLinks: true }), title: stemOf(path), language: languageOfPath(path) ?? settings.language }, settings), files };
    }
}
