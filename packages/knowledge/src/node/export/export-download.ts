import { Readable } from 'node:stream';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid, notFound } from '@earshot/core/lib/node/api/failure';
import { attachment } from '@earshot/core/lib/node/http/attachment';
import { sendStream } from '@earshot/core/lib/node/http/send-stream';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { exportFilter } from '../../common/export/export-contract';
import type { ArticleExport } from './article-export';
import type { ExportService } from './export-service';

/** Sends articles as a file, piece by piece as they are read. */
export const exportDownload = (exports: ExportService, formats: () => readonly ArticleExport[]): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const format = formats().find(each => each.format === request.params.format);
    if (!format) {
        throw notFound();
    }
    const filter = exportFilter.safeParse(request.query);
    if (!filter.success) {
        throw invalid(filter.error.issues.map(each => ({ path: each.path.join('.'), code: 'not-valid' })));
    }
    const what = await exports.begin(principal, format.format, filter.data);
    if (filter.data.id && what.listed.length === 0) {
        throw notFound();
    }
    const name = what.listed.length === 1 ? what.listed[0]!.title : `articles-${what.at.toISOString().slice(0, 10)}`;
    response.setHeader('Content-Type', format.mediaType);
    response.setHeader('Content-Disposition', attachment(name, format.ending));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await sendStream(response, Readable.from(format.write(what)));
};
