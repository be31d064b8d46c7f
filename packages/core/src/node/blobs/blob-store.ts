import type { Readable } from 'node:stream';

/** Bytes by their content: recordings, attachments, exports. The same bytes are kept once, whatever they are called. */
export const BlobStore = Symbol('BlobStore');
export interface BlobStore {
    /**
     * Takes in a stream of any length with little memory. Afterwards the bytes are safely kept, but nobody refers to them yet:
     * call `recordBlob` in the transaction that does, within a day.
     * @throws BlobFailure 'too-large', 'disk-full', 'aborted'; nothing is left behind then.
     */
    put(stream: Readable, options: PutOptions): Promise<StoredBlob>;
    /** The bytes, or a part of them; both ends are included. The stream ends with an error when there is no such blob. */
    open(hash: string, range?: { readonly start: number; readonly end: number }): Readable;
    /** Where the bytes lie as a file, for programs that read files. */
    path(hash: string): string;
    /** In bytes; undefined when there is no such blob. */
    size(hash: string): Promise<number | undefined>;
    /** Removes the bytes at once, whoever refers to them. For `BlobSweeping` and for what the law demands; otherwise `forgetBlob`. */
    delete(hash: string): Promise<void>;
    /** Reads everything again: whether the bytes are still those that were put. */
    verify(hash: string): Promise<boolean>;
}

export interface PutOptions {
    readonly mediaType: string;
    readonly maxBytes: number;
    /** Ends the taking in: the person cancelled, the connection broke. */
    readonly signal?: AbortSignal;
}

export interface StoredBlob {
    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    readonly hash: string;
    readonly bytes: number;
    readonly mediaType: string;
}

/** Why bytes were not taken in; the code reaches the screen. */
export class BlobFailure extends Error {
    constructor(readonly code: 'too-large' | 'disk-full' | 'aborted', readonly detail: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
        super(code, options);
    }
}
