import { nls } from '@theia/core/lib/common/nls';
import { formatNumber } from '@earshot/core/lib/browser/widgets';
import { documentFileLimits, type DocumentFileProblem } from '../../common/document-import/document-import-contract';
import { longestText } from '../../common/document-import/imported-text';

/** Why a file does not become a document, and what to do; nothing for a problem that is told elsewhere. */
export function documentFileProblemText(code: Exclude<DocumentFileProblem, 'too-many-clauses'>): string;
export function documentFileProblemText(code: string): string | undefined;
export function documentFileProblemText(code: string): string | undefined {
    switch (code) {
        case 'document-file-empty': return nls.localize('earshot/training/document-file/empty', 'There is no text in this file.');
        case 'document-file-too-large': return nls.localize('earshot/training/document-file/too-large', 'The file is larger than {0} MB, or unpacks to far more. Take the pictures out, or divide it.', formatNumber(documentFileLimits.bytes / 1024 ** 2));
        case 'document-file-not-text': return nls.localize('earshot/training/document-file/not-text', 'This is neither a Word document (.docx) nor Markdown.');
        case 'document-file-too-long': return nls.localize('earshot/training/document-file/too-long', 'The text is longer than {0} characters. Divide it into several documents.', formatNumber(longestText));
        case 'word-unreadable': return nls.localize('earshot/training/document-file/word-unreadable', 'This is no Word document, or it is damaged. Open it in Word and save it anew as .docx.');
        case 'word-encrypted': return nls.localize('earshot/training/document-file/word-encrypted', 'The document is protected by a password. Take the password away in Word, then choose it again.');
        case 'word-old': return nls.localize('earshot/training/document-file/word-old', 'This is a document of Word 2003 or older. Open it in Word and save it as .docx.');
        default: return undefined;
    }
}
