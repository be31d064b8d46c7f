import { ProbeOptions } from './audio-codec';
import { AudioCodecRegistry, CodecSelection } from './audio-codec-registry';
import { AudioFile } from './audio-file';
import { AudioProbe } from './audio-probe';

/**
 * What a file is, by its content and never by its name. Compressed formats are walked through from end to end
 * (without decoding), so that the duration is true.
 * @throws AudioError with a stable `code` and a sentence that says what to do
 */
export const probe = (path: string, options: ProbeOptions & CodecSelection = {}): Promise<AudioProbe> =>
    AudioFile.with(path, file => AudioCodecRegistry.standard(options).probe(file, options));
