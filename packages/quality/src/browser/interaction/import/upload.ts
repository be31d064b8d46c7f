import { apiUrl, goToSignIn } from '@earshot/core/lib/browser/application/session-service';
import type { Interaction } from '../../../common/interaction/interaction-contract';
import { interactionStreams } from '../../../common/interaction/interaction-contract';
import { fromLocalField, tagsOf } from '../local-time';
import type { ImportCall } from './import-list';

/** The parts of the request, as `POST /quality/interactions` takes them. Fields come first: they are read before any bytes are kept. */
export function formOf({ fields, files }: ImportCall): FormData {
    const form = new FormData();
    const { callId, startedAt, agent, queue, direction, customerNumber, tags, format } = fields;
    const values: readonly (readonly [string, string | undefined])[] = [
        ['callId', callId.trim()], ['startedAt', fromLocalField(startedAt)], ['agent', agent?.reference], ['queue', queue.trim()], ['direction', direction], ['customerNumber', customerNumber.trim()], ['tags', tagsOf(tags).join(',')], ['format', format]
    ];
    values.forEach(([name, value]) => { if (value) { form.append(name, value); } });
    form.append('audio', files[0], files[0].name);
    if (files[1]) {
        form.append('audio2', files[1], files[1].name);
    }
    return form;
}

/**
 * Sends one call. XMLHttpRequest, because fetch does not tell how much of a body was sent.
 * @param progress share of the bytes sent, 0 to 1; null once all were.
 * @throws what the API answered, or an error of code `CONNECTION`.
 */
export function upload(call: ImportCall, signal: AbortSignal, progress: (share: number | null) => void): Promise<Interaction> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(interactionStreams.upload.method, `${apiUrl()}${interactionStreams.upload.path}`);
        request.responseType = 'json';
        request.upload.onprogress = ({ loaded, total }) => progress(total && loaded < total ? loaded / total : null);
        request.upload.onload = () => progress(null);
        request.onload = () => {
            if (request.status === 401) {
                goToSignIn();
            }
            if (request.status >= 200 && request.status < 300) {
                resolve(request.response as Interaction);
            } else {
                reject(request.response as unknown ?? { code: 'INTERNAL_SERVER_ERROR', status: request.status });
            }
        };
        request.onerror = () => reject(Object.assign(new Error('The server could not be reached.'), { code: 'CONNECTION' }));
        request.onabort = () => reject(new DOMException('The upload was called off.', 'AbortError'));
        signal.addEventListener('abort', () => request.abort());
        request.send(formOf(call));
    });
}
