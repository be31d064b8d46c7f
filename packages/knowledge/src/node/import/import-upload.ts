import { BlobFailure, type BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { importLimits } from '../../common/import/import-file';
import { importSettings } from '../../common/import/import-contract';
import type { ImportService } from './import-service';

/** A browser that stops sending holds nothing open for longer than this. */
const silenceMs = 60_000;

/** Takes in a file: streamed to the blob store; what it holds is found out by a job. */
export const importUpload = (imports: ImportService, blobs: BlobStore): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const { name, language = 'zh-cn', kind = 'faq', categoryId = null } = request.query;
    if (typeof name !== 'string' || name.trim() === '' || name.length > 200) {
        throw invalid([{ path: 'name', code: 'missing' }]);
    }
    const settings = importSettings.safeParse({ language, kind, categoryId: categoryId || null, splitAt: null, columns: null });
    if (!settings.success) {
        throw invalid(settings.error.issues.map(each => ({ path: each.path.join('.'), code: 'not-valid' })));
    }
    request.setTimeout(silenceMs, () => request.destroy());
    try {
        const blob = await blobs.put(request, { mediaType: 'application/octet-stream', maxBytes: importLimits.uploadBytes });
        if (blob.bytes === 0) {
            throw invalid([{ path: 'file', code: 'file-empty' }]);
        }
        response.status(201).json(await imports.add(principal, { name: name.trim(), settings: settings.data, blob }));
    } catch (error) {
        throw error instanceof BlobFailure && error.code === 'too-large' ? invalid([{ path: 'file', code: 'file-too-large' }]) : error;
    }
};
