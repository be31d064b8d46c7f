import { DatabaseError } from 'pg';
import { ORPCError } from '@orpc/server';
import { BlobFailure } from '../blobs/blob-store';
import { conflict, invalid } from './failure';

const diskFull = () => new ORPCError('DISK_FULL', { status: 507, message: 'The disk of the server is full. Nothing was saved: ask the administrator to make room.' });

/** Turns what the database and the blob store report into an error of the contract, where there is one that says what to do. */
export function translateStorageError(error: unknown): unknown {
    if (error instanceof BlobFailure) {
        return error.code === 'disk-full' ? diskFull() : error.code === 'too-large' ? invalid([{ path: '', code: 'too-large', detail: error.detail }]) : error;
    }
    if (error instanceof DatabaseError) {
        switch (error.code) {
            case '23505': return conflict('already-exists', { constraint: error.constraint });
            case '23503': return conflict('still-in-use', { constraint: error.constraint });
            case '40001': case '40P01': return conflict('changed-meanwhile');
            case '22P05': case '22021': return new ORPCError('BAD_REQUEST', { status: 400, message: 'The text contains a character that cannot be stored (NUL).' });
            case '22P02': case '22003': case '22007': case '22008': return new ORPCError('BAD_REQUEST', { status: 400, message: 'One of the values is not of the kind that is asked for, or out of range.' });
            case '53100': return diskFull();
            case '57014': return new ORPCError('TIMED_OUT', { status: 504, message: 'This took too long. Narrow the filter and try again.' });
        }
    }
    return error;
}
