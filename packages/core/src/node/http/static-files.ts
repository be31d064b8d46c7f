import { existsSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import express from 'express';
import type { Request, RequestHandler, Response } from 'express';

const encodings = [['br', '.br'], ['gzip', '.gz']] as const;
const mediaTypes: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.map': 'application/json' };
const hashed = /-[A-Z0-9]{8}\.[a-z0-9]+$/;

/**
 * Serves the files of a folder, from the compressed copy beside each where there is one. A name with a content hash never
 * changes and may be kept for a year; anything else is asked for again each time.
 */
export function compressedFiles(folder: string): RequestHandler {
    const plain = express.static(folder, { index: false, redirect: false, setHeaders: setCaching });
    return (request, response, next) => {
        const path = decodedPath(request);
        const file = path && join(folder, path);
        if (!file || !file.startsWith(join(folder, sep)) || (request.method !== 'GET' && request.method !== 'HEAD')) {
            next();
            return;
        }
        const accepted = String(request.headers['accept-encoding'] ?? '');
        const found = encodings.find(([name, ending]) => accepted.includes(name) && existsSync(file + ending));
        const mediaType = mediaTypes[extname(file)];
        if (found && mediaType) {
            response.setHeader('Content-Type', mediaType);
            response.setHeader('Content-Encoding', found[0]);
            response.setHeader('Vary', 'Accept-Encoding');
            setCaching(response, file);
            request.url = request.url.replace(/^[^?]*/, each => each + found[1]);
            response.sendFile(file + found[1], { headers: { 'Content-Type': mediaType }, cacheControl: false, lastModified: !hashed.test(file) }, error => error && next(error));
            return;
        }
        plain(request, response, next);
    };
}

function setCaching(response: Response, file: string): void {
    response.setHeader('Cache-Control', hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const decodedPath = (request: Request): string | undefined => {
    try {
        const path = decodeURIComponent(request.path);
        return path.includes('\0') || path.endsWith('/') ? undefined : path;
    } catch {
        return undefined;
    }
};

/** The folder of files that the core package brings along (sign-in page, icon). */
export const assetsFolder = (): string => join(dirname(require.resolve('@earshot/core/package.json')), 'assets');
