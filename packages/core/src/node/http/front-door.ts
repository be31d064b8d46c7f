import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { RequestHandler, Router } from 'express';
import { PublicPageContribution } from './public-page';
import { RequestGuard } from './request-guard';
import { securityHeaders } from './security-headers';
import { assetsFolder, compressedFiles } from './static-files';

/**
 * Everything that comes by HTTP enters here, before anything of Theia's: headers, our own Host, the API, the sign-in page, the
 * application's files. Whatever else Theia's packages would serve is not reachable.
 */
@injectable()
export class HttpFrontDoor {
    constructor(@inject(RequestGuard) private readonly guard: RequestGuard, @inject(ContributionProvider) @named(PublicPageContribution) private readonly pages: ContributionProvider<PublicPageContribution>) { }

    handlers(api: Router): RequestHandler[] {
        const frontend = process.env.EARSHOT_FRONTEND ?? join(process.env.THEIA_APP_PROJECT_PATH ?? process.cwd(), 'lib', 'frontend');
        const assets = assetsFolder();
        const files = compressedFiles(frontend);
        return [
            securityHeaders,
            (request, response, next) => this.guard.refusal({ ...pick(request), method: 'GET' } as typeof request) ? void response.status(403).type('text').send('This server does not answer under this address.') : next(),
            mount('/api', api),
            mount('/api-reference/files', compressedFiles(dirname(require.resolve('swagger-ui-dist/package.json')))),
            mount('/assets', compressedFiles(assets)),
            page('/sign-in', () => join(assets, 'sign-in', 'index.html')),
            page('/api-reference', () => join(assets, 'api-reference', 'index.html')),
            ...this.pages.getContributions().flatMap(({ path, folder }) => [page(path, () => join(folder(), 'index.html')), mount(path, compressedFiles(folder()))]),
            (request, response, next) => request.path === '/favicon.ico' ? response.redirect(301, '/assets/favicon.svg') : next(),
            this.application(join(frontend, 'index.html')),
            (request, response, next) => request.path.startsWith('/socket.io') ? next() : files(request, response, () => void response.status(404).type('text').send('Not found'))
        ];
    }

    /** The application's page, for whoever is signed in; the others are asked to. Never from a cache: its files change with each build. */
    private application(file: string): RequestHandler {
        return (request, response, next) => {
            if (request.path !== '/' || request.method !== 'GET' && request.method !== 'HEAD') {
                next();
                return;
            }
            void this.guard.principal(request).then(async principal => {
                response.setHeader('Cache-Control', 'no-store');
                if (principal) {
                    response.type('html').send(await readFile(file));
                } else {
                    response.redirect(303, '/sign-in');
                }
            }).catch(next);
        };
    }
}

const pick = ({ headers, socket, url }: { headers: object; socket: object; url: string }) => ({ headers, socket, url });

const mount = (path: string, handler: RequestHandler): RequestHandler => (request, response, next) => {
    if (request.path !== path && !request.path.startsWith(`${path}/`)) {
        next();
        return;
    }
    const { url, baseUrl } = request;
    request.url = url.slice(path.length) || '/';
    request.baseUrl = baseUrl + path;
    handler(request, response, error => {
        request.url = url;
        request.baseUrl = baseUrl;
        next(error);
    });
};

const page = (path: string, file: () => string): RequestHandler => (request, response, next) => {
    if (request.path !== path || request.method !== 'GET' && request.method !== 'HEAD') {
        next();
        return;
    }
    void readFile(file()).then(content => response.setHeader('Cache-Control', 'no-cache').type('html').send(content)).catch(next);
};
