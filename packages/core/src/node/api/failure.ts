import { ORPCError } from '@orpc/server';
import { commonErrors } from '../../common/api/operation';

/** The common errors of the contract as services throw them. What they say reaches the screen in the user's language by code. */
export const unauthorized = () => new ORPCError('UNAUTHORIZED', commonErrors.UNAUTHORIZED);
export const forbidden = (permission: string) => new ORPCError('FORBIDDEN', { ...plain('FORBIDDEN'), data: { permission } });
/** The same whether the row does not exist or lies outside the caller's scope. */
export const notFound = () => new ORPCError('NOT_FOUND', commonErrors.NOT_FOUND);
export const conflict = (reason: string, detail?: Record<string, unknown>) => new ORPCError('CONFLICT', { ...plain('CONFLICT'), data: { reason, detail } });
export interface Problem { readonly path: string; readonly code: string; readonly detail?: Record<string, unknown> }
export const invalid = (problems: readonly Problem[]) => new ORPCError('INVALID', { ...plain('INVALID'), data: { problems: [...problems] } });
export const tooManyRequests = (retryAfterSeconds: number) => new ORPCError('TOO_MANY_REQUESTS', { ...plain('TOO_MANY_REQUESTS'), data: { retryAfterSeconds } });

const plain = (code: keyof typeof commonErrors) => ({ status: commonErrors[code].status, message: commonErrors[code].message });

/** The row, or NOT_FOUND. */
export function orNotFound<T>(row: T | null | undefined): T {
    if (row === null || row === undefined) {
        throw notFound();
    }
    return row;
}
