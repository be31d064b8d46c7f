import { injectable } from '@theia/core/shared/inversify';
import * as mammoth from 'mammoth';
import { recogniseFile } from '../../common/attachment/recognise-file';
import { filesFolder } from '../../common/export/exported-article';
import { languageOfPath, stemOf } from '../../common/import/file-names';
import { importLimits, type ImportSettings } from '../../common/import/import-file';
import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';
import { articlesOfText } from './written-text';
import { requireModest } from './zip-directory';

/** Word documents: styles of headings, lists and tables become Markdown. Pictures come with it, where they are of a kind that is shown. */
@injectable()
export class WordFormat implements ArticleFormat {
    readonly endings = ['docx'];

    async read({ path, bytes }: FormatFile, settings: ImportSettings): Promise<FormatReading> {
        await requireModest(bytes, { files: 5000, fileBytes: importLimits.documentBytes, unpackedBytes: importLimits.documentBytes });
        const files: FormatFile[] = [];
        const folder = `${path}${filesFolder}`;
        const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
            externalFileAccess: false,
            convertImage: mammoth.images.imgElement(async image => {
                const picture = new Uint8Array(await image.readAsArrayBuffer());
                const kind = recogniseFile(picture);
                if (!kind?.picture) {
                    return { src: '' };
                }
                const name = `${files.length + 1}.${kind.ending}`;
                files.push({ path: `${folder}/${name}`, bytes: picture });
                return { src: `${encodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1))}/${name}` };
            }),
            styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh", "p[style-name='標題'] => h1:fresh"]
        });
        return { articles: articlesOfText({ path, text: htmlToMarkdown(value, { relativeLinks: true }), title: stemOf(path), language: languageOfPath(path) ?? settings.language }, settings), files };
    }
}
