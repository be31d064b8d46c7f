import { ProbeOptions } from './audio-codec';
import { AudioCodecRegistry } from './audio-codec-registry';
import { AudioFile } from './audio-file';
import { AudioProbe } from './audio-probe';

export interface FileProbeOptions extends ProbeOptions {
    /** The codecs to ask; all of this package's own by default. */
    readonly codecs?: AudioCodecRegistry;
}

/**
 * What a file is, by its content and never by its name. Compressed formats are walked through from end to end
 * (without decoding), so that the duration is true.
 * @throws AudioError with a stable `code` and a sentence that says what to do
 */
export const probe = (path: string, options: FileProbeOptions = {}): Promise<AudioProbe> =>
    AudioFile.with(path, file => (options.codecs ?? AudioCodecRegistry.standard()).probe(file, options));
