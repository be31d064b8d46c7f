import { injectable } from '@theia/core/shared/inversify';
import { exportPaths, fileOf, filePaths } from '../../common/export/exported-article';
import { writeArticleFile } from '../../common/front-matter/article-file';
import type { ArticleExport, Export } from './article-export';
import { zipFiles } from './zip-files';

/** Markdown with front matter, in folders by category: what comes in again as it went out. */
@injectable()
export class MarkdownExport implements ArticleExport {
    readonly format = 'markdown';
    readonly mediaType = 'application/zip';
    readonly ending = 'zip';

    write({ listed, articles, bytes }: Export): AsyncIterable<Uint8Array> {
        const paths = exportPaths(listed, 'md');
        return zipFiles((async function* () {
            for await (const each of articles()) {
                const path = paths.get(each.id)!;
                const files = filePaths(path, each.files);
                yield { path, text: writeArticleFile(fileOf(each, paths)) };
                for (const file of each.files) {
                    yield { path: files.get(file.id)!, bytes: bytes(file.hash) };
                }
            }
        })());
    }
}
