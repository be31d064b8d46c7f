import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { sendError } from '@earshot/core/lib/node/api/api-server';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { mediaStreams } from '../../common/media-contract';
import type { RecordingStreams } from '../recording/recording-streams';

export interface TestStreamServer {
    readonly url: string;
    /** Asks as one of the people, by name. */
    get(person: string, path: string, headers?: Record<string, string>): Promise<Response>;
    bytes(person: string, path: string, headers?: Record<string, string>): Promise<Buffer>;
    close(): void;
}

/** For tests: the bytes of recordings over HTTP, without sign-in. */
export async function openTestStreamServer(streams: RecordingStreams, people: Readonly<Record<string, TestPerson>>): Promise<TestStreamServer> {
    const app = express();
    const serve = (path: string, handle: StreamHandler): void => void app.get(path, (request, response, next) => {
        const principal = people[String(request.headers['x-person'])]!;
        Promise.resolve(handle(request, response, { principal, address: '', request, response }, next)).catch(next);
    });
    serve(mediaStreams.audio.path, streams.audio);
    serve(mediaStreams.original.path, streams.original);
    serve(mediaStreams.peaks.path, streams.peaks);
    app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => sendError(response, error));
    const server: http.Server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => { server.once('listening', resolve); });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/recordings`;
    const get = (person: string, path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${url}/${path}`, { headers: { ...headers, 'x-person': person } });
    return {
        url, get,
        bytes: async (...of) => Buffer.from(await (await get(...of)).arrayBuffer()),
        close: () => {
            server.closeAllConnections();
            server.close();
        }
    };
}
