/** What went wrong with an audio file, as a stable word for programs. The message says the same in plain English, and what to do. */
export type AudioErrorCode =
    | 'empty-file'
    | 'not-audio'
    | 'truncated'
    | 'unsupported-codec'
    | 'ffmpeg-needed'
    | 'too-long'
    | 'corrupt'
    | 'legs-not-mono'
    | 'not-maskable'
    | 'no-progress';

export class AudioError extends Error {
    override readonly name = 'AudioError';

    constructor(readonly code: AudioErrorCode, message: string, options?: ErrorOptions) {
        super(message, options);
    }

    /** The words that travel between threads, where classes are lost. */
    toJSON(): AudioErrorJson {
        return { code: this.code, message: this.message };
    }
}

export interface AudioErrorJson {
    readonly code: AudioErrorCode;
    readonly message: string;
}
