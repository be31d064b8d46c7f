/** What an archive may hold: how many files, how large one of them and all of them together, unpacked. */
export interface UnpackLimits { readonly files: number; readonly fileBytes: number; readonly unpackedBytes: number }

/** Why an archive is not unpacked. */
export class UnpackFailure extends Error {
    constructor(readonly code: 'archive-unreadable' | 'archive-too-large' | 'too-many-files') {
        super(code);
    }
}
