import { stream } from '@earshot/core/lib/common/api/operation';

/** What a file of a document may be: handed in, and unpacked. A Word document is in memory all at once, as a tree. */
export const documentFileLimits = { bytes: 10 * 1024 ** 2, word: { files: 2000, fileBytes: 20 * 1024 ** 2, unpackedBytes: 40 * 1024 ** 2 } } as const;

export const documentFileProblems = ['document-file-empty', 'document-file-too-large', 'document-file-not-text', 'word-unreadable', 'word-encrypted', 'word-old', 'document-file-too-long', 'too-many-clauses'] as const;
export type DocumentFileProblem = typeof documentFileProblems[number];

export const documentImportStreams = {
    readFile: stream({
        method: 'POST', path: '/training/document-files', permission: 'document:write', rate: 'heavy', consumes: 'application/octet-stream', produces: 'application/json', maxBytes: documentFileLimits.bytes,
        summary: 'Read a Word document or a Markdown file as the text of a document, without keeping anything: headings become clauses, and what is lost is named; `name` as query'
    })
};
