import { oc, type } from '@orpc/contract';
import * as z from 'zod';

/** Anybody, signed in or not. Every such operation is rate-limited and listed in one reviewed snapshot. */
export const PUBLIC = 'public';
/** Anybody who is signed in, acting on what is their own (session, preferences, notifications). */
export const SIGNED_IN = 'signed-in';

/** What the contract says about an operation besides its path and shapes. */
export interface OperationMeta {
    /** The permission that the caller's roles must grant; an operation without one is refused at start-up. */
    readonly permission: string;
    /** Class of the request limit; `strict` for what can be guessed at (passwords, one-time links). */
    readonly rate?: 'normal' | 'strict' | 'heavy';
}

/** The errors that any operation may answer with; the browser knows a sentence for each in the user's language. */
export const commonErrors = {
    UNAUTHORIZED: { status: 401, message: 'Sign in first.' },
    FORBIDDEN: { status: 403, message: 'Your roles do not allow this.', data: z.object({ permission: z.string() }) },
    NOT_FOUND: { status: 404, message: 'There is nothing with this id that you may see.' },
    CONFLICT: { status: 409, message: 'The current state does not allow this.', data: z.object({ reason: z.string(), detail: z.record(z.string(), z.unknown()).optional() }) },
    INVALID: { status: 422, message: 'Some of the input needs correcting.', data: z.object({ problems: z.array(z.object({ path: z.string(), code: z.string(), detail: z.record(z.string(), z.unknown()).optional() })) }) },
    TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests: wait a little.', data: z.object({ retryAfterSeconds: z.number() }) }
} as const;

/**
 * Begins the declaration of an operation. The contract of each package lists its operations this way;
 * the router, the typed client, the OpenAPI document and the authorisation matrix are derived from it.
 */
export const operation = (permission: string, meta: Omit<OperationMeta, 'permission'> = {}) =>
    oc.$meta<OperationMeta>({ permission }).meta({ permission, ...meta }).errors(commonErrors);

/**
 * An operation whose request or answer is bytes (uploads, recordings by range, exports, events). It stands in the
 * contract beside the others, with the same permission and matrix test, but is served by an express handler.
 */
export interface StreamOperation extends OperationMeta {
    readonly method: 'GET' | 'POST' | 'PUT';
    /** Below `/api`, express style: `/media/recordings/:id/audio`. */
    readonly path: `/${string}`;
    readonly summary: string;
    /** Media type of a request body, where there is one. */
    readonly consumes?: string;
    readonly produces: string;
    /** Bytes that a request body may have at most. */
    readonly maxBytes?: number;
}

export const stream = (operation: StreamOperation): StreamOperation => operation;

/** A page of a list: keyset paging, never offset. `next` is opaque and absent on the last page. */
export const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().optional() });
export const paging = { after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(500).default(50) };

export const id = z.uuid();
export const shortText = z.string().trim().min(1).max(200);
export const longText = z.string().max(20_000);
/** A moment, ISO 8601 in UTC, millisecond precision. */
export const moment = z.iso.datetime({ offset: true });
export const done = z.object({ done: z.literal(true) });
export { type, z };
