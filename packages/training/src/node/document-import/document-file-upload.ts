import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { readWhole } from '@earshot/core/lib/node/http/read-whole';
import { documentFileLimits } from '../../common/document-import/document-import-contract';
import { DocumentFileFailure, readDocumentFile } from './read-document-file';

/** A browser that stops sending holds nothing open for longer than this. */
const silenceMs = 60_000;

/** Reads a file as the text of a document and keeps nothing of it: whoever asked goes on with what they get. */
export const documentFileUpload: StreamHandler = async (request, response) => {
    const { name } = request.query;
    if (typeof name !== 'string' || name.trim() === '' || name.length > 200) {
        throw invalid([{ path: 'name', code: 'missing' }]);
    }
    request.setTimeout(silenceMs, () => request.destroy());
    const bytes = await readWhole(request, documentFileLimits.bytes, { path: 'file', code: 'document-file-too-large' });
    try {
        response.json(await readDocumentFile(bytes, name.trim()));
    } catch (error) {
        throw error instanceof DocumentFileFailure ? invalid([{ path: 'file', code: error.code }]) : error;
    }
};
