import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { PermissionContribution } from '../../common/access/permission';
import { type OperationMeta, PUBLIC } from '../../common/api/operation';
import { RequestGuard } from '../http/request-guard';
import { RateLimiter } from '../http/rate-limiter';
import { authorise, checkOperations, type ListedOperation, listStream, operationsOf } from './authorisation';
import type { RequestContext } from './context';
import { tooManyRequests, unauthorized } from './failure';
import { ApiContribution } from './implementation';
import { requireSoundInput } from './sound-input';
import { translateStorageError } from './storage-failure';

const largestBody = 4 * 1024 * 1024;

/** Puts the contracts of all packages on `/api`: one way in, where who, may they and how often are decided. */
@injectable()
export class ApiServer {
    private readonly limiter = new RateLimiter();

    constructor(
        @inject(ContributionProvider) @named(ApiContribution) private readonly contributions: ContributionProvider<ApiContribution>,
        @inject(ContributionProvider) @named(PermissionContribution) private readonly permissions: ContributionProvider<PermissionContribution>,
        @inject(RequestGuard) private readonly guard: RequestGuard
    ) { }

    /** Every operation there is, for the start-up check, the OpenAPI document and the authorisation matrix. */
    operations(): ListedOperation[] {
        return this.contributions.getContributions().flatMap(each => [
            ...operationsOf(each.name, each.contract),
            ...Object.entries(each.streams ?? {}).map(([key, { operation }]) => listStream(`${each.name}.${key}`, operation))
        ]);
    }

    /** @throws Error when the contract is not sound; the server must not start then. */
    router(): Router {
        checkOperations(this.operations(), new Set(this.permissions.getContributions().flatMap(each => each.permissions.map(one => one.id))));
        const router = Router({ caseSensitive: true, strict: true }); // a path has one spelling, which the guard knows
        router.use((request, response, next) => {
            const refusal = this.guard.refusal(request, request.path === '/events');
            if (refusal) {
                sendError(response, new ORPCError('FORBIDDEN', { status: 403, message: `Refused: this request did not come from our own page (${refusal}).`, data: { permission: refusal } }));
                return;
            }
            response.setHeader('Cache-Control', 'no-store');
            next();
        });
        this.contributions.getContributions().forEach(each => Object.values(each.streams ?? {}).forEach(({ operation, handle }) => {
            router[operation.method.toLowerCase() as 'get' | 'post' | 'put'](operation.path, (request: Request, response: Response, next: NextFunction) => {
                void this.contextOf(request, response).then(async context => {
                    this.limit(operation, context);
                    authorise(operation, context.principal);
                    await handle(request, response, context, next);
                }).catch(next);
            });
        }));
        router.use(this.operationsHandler());
        router.use((_request: Request, _response: Response, next: NextFunction) => next(new ORPCError('NOT_FOUND', { status: 404, message: 'There is no such operation.' })));
        router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => sendError(response, error));
        return router;
    }

    private operationsHandler(): express.RequestHandler {
        const routers = Object.fromEntries(this.contributions.getContributions().map(each => [each.name, each.router]));
        const handler = new OpenAPIHandler<RequestContext>(routers, {
            plugins: [new BodyLimitPlugin({ maxBodySize: largestBody })],
            clientInterceptors: [async options => {
                const meta = options.procedure['~orpc'].meta as unknown as OperationMeta;
                this.limit(meta, options.context);
                authorise(meta, options.context.principal);
                requireSoundInput(options.input);
                try {
                    return await options.next();
                } catch (error) {
                    throw asTold(error);
                }
            }]
        });
        const open = new Set(this.operations().filter(each => each.meta.permission === PUBLIC).map(each => `${each.method} ${each.path}`));
        return (request, response, next) => {
            void this.contextOf(request, response)
                .then(context => {
                    if (!context.principal && !open.has(`${request.method} ${request.path}`)) {
                        throw unauthorized(); // before anything of what was sent is read
                    }
                    return context;
                })
                .then(context => handler.handle(request, response, { prefix: '/api', context }))
                .then(({ matched }) => matched || next())
                .catch(next);
        };
    }

    private async contextOf(request: Request, response: Response): Promise<RequestContext> {
        return { principal: await this.guard.principal(request), address: this.guard.address(request), request, response };
    }

    private limit(meta: OperationMeta, context: RequestContext): void {
        const wait = this.limiter.take(context.principal?.personId ?? context.address, meta.rate ?? 'normal');
        if (wait) {
            throw tooManyRequests(wait);
        }
    }
}

const unexpected = 'INTERNAL_SERVER_ERROR';

/** An error as the caller is told of it. What is unexpected says nothing of our insides, and goes to the server's log. */
function asTold(error: unknown): ORPCError<string, unknown> {
    const known = translateStorageError(error);
    if (known instanceof ORPCError && known.code !== unexpected) {
        return known;
    }
    if (error instanceof URIError) {
        return new ORPCError('BAD_REQUEST', { status: 400, message: 'The address is not written as it should be.' });
    }
    console.error('Unexpected error while serving a request:', error);
    return new ORPCError(unexpected, { message: 'Something went wrong on the server. It has been written to its log.' });
}

/** What described the bytes that were to be sent does not describe the error. */
const headersOfBytes = ['Content-Type', 'Content-Length', 'Content-Range', 'Content-Disposition', 'ETag', 'Accept-Ranges'];

/** The same shape of error for every route. */
export function sendError(response: Response, error: unknown): void {
    const known = asTold(error);
    if (response.headersSent) {
        response.destroy();
        return;
    }
    headersOfBytes.forEach(each => response.removeHeader(each));
    response.setHeader('Cache-Control', 'no-store');
    response.status(known.status).json({ defined: known.defined, code: known.code, status: known.status, message: known.message, data: known.data });
}
