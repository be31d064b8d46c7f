import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { UnpackFailure } from '@earshot/core/lib/node/archive/unpack-failure';
import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import { plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import { readWord, WordFailure } from '@earshot/writing/lib/node/word/read-word';
import { headingLines, linesOf } from '../../common/document/clauses';
import { mostClauses } from '../../common/document/document-content';
import { documentFileLimits, type DocumentFileProblem } from '../../common/document-import/document-import-contract';
import { importedText, type ImportedText, longestText } from '../../common/document-import/imported-text';

/** Why a file does not become a document. */
export class DocumentFileFailure extends Error {
    constructor(readonly code: DocumentFileProblem) {
        super(code);
    }
}

/** HTML of a Word document says everything several times over. */
const longestHtml = 10 * longestText;

/**
 * What a file says, by its content: a Word document, or else Markdown. Its name gives no more than a title to what has none.
 * @throws DocumentFileFailure
 */
export async function readDocumentFile(bytes: Uint8Array, name: string): Promise<ImportedText> {
    if (bytes.length === 0) {
        throw new DocumentFileFailure('document-file-empty');
    }
    const fileName = name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,9}$/iu, '').trim();
    const read = isPackage(bytes) || /\.docx?$/iu.test(name) ? await wordText(bytes, fileName) : markdownText(bytes, fileName);
    if (read.text === '') {
        throw new DocumentFileFailure('document-file-empty');
    }
    if (read.text.length > longestText) {
        throw new DocumentFileFailure('document-file-too-long');
    }
    if (headingLines(linesOf(read.text)).length > mostClauses) {
        throw new DocumentFileFailure('too-many-clauses');
    }
    return read;
}

const beginnings = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('d0cf11e0a1b11ae1', 'hex')];
const isPackage = (bytes: Uint8Array): boolean => beginnings.some(each => each.equals(bytes.subarray(0, each.length)));

async function wordText(bytes: Uint8Array, fileName: string): Promise<ImportedText> {
    const { html, left } = await readWord(bytes, documentFileLimits.word).catch((error: unknown) => {
        throw error instanceof WordFailure ? new DocumentFileFailure(error.code) : error instanceof UnpackFailure ? new DocumentFileFailure(error.code === 'archive-unreadable' ? 'word-unreadable' : 'document-file-too-large') : error;
    });
    if (html.length > longestHtml) {
        throw new DocumentFileFailure('document-file-too-long');
    }
    const titled = /<h1 class="title">(.*?)<\/h1>/su.exec(html);
    const markdown = markdownOf(titled ? html.slice(0, titled.index) + html.slice(titled.index + titled[0].length) : html);
    return imported(markdown, { title: titled ? plainText(markdownOf(titled[1]!)) || null : null, fileName, lost: left });
}

/** Elements within one another deeper than a call can follow are nobody's document. */
function markdownOf(html: string): string {
    try {
        return htmlToMarkdown(html);
    } catch {
        throw new DocumentFileFailure('word-unreadable');
    }
}

function markdownText(bytes: Uint8Array, fileName: string): ImportedText {
    const { text } = decodeText(bytes);
    if (/[\u0000-\u0008\u000e-\u001f]/u.test(text)) {
        throw new DocumentFileFailure('document-file-not-text');
    }
    return imported(text, { title: null, fileName });
}

function imported(markdown: string, about: Parameters<typeof importedText>[1]): ImportedText {
    if (markdown.length > longestText) {
        throw new DocumentFileFailure('document-file-too-long');
    }
    return importedText(markdown, about);
}
