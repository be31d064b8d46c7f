import { json, type Request, type Response } from 'express';
import { invalid } from '../api/failure';

/** The body of a stream operation that is asked for with JSON; the handler checks its shape. @throws INVALID for what is no JSON, or too long. */
export function readJson(request: Request, response: Response, maxBytes: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
        json({ limit: maxBytes })(request, response, (error?: unknown) => error ? reject(invalid([{ path: 'body', code: 'not-valid' }])) : resolve(request.body));
    });
}
