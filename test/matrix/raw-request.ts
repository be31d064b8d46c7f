import { type IncomingMessage, request } from 'node:http';

export interface RawAnswer {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly text: string;
}

/** A request with exactly these headers, also those that `fetch` keeps to itself. */
export const rawRequest = (port: number, method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string): Promise<RawAnswer> => new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers: { connection: 'close', ...headers } });
    asked.setTimeout(10_000, () => asked.destroy(new Error(`${method} ${path} was not answered.`)));
    asked.once('error', reject);
    asked.once('upgrade', (answer, socket) => {
        socket.destroy();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: '' });
    });
    asked.once('response', answer => {
        const done = (text: string) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
            asked.destroy();
            done('');
            return;
        }
        let text = '';
        answer.setEncoding('utf8').on('data', chunk => { text += chunk; }).once('end', () => done(text)).once('error', reject);
    });
    asked.end(body);
});
