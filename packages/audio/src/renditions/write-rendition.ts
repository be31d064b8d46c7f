import { ProbeOptions } from '../audio-codec';
import { AudioCodecRegistry, CodecSelection } from '../audio-codec-registry';
import { AudioError } from '../audio-error';
import { openRecording, RecordingSource } from '../analysis/recording-source';
import { RenditionFormat } from './needs-rendition';
import { RenditionSink } from './rendition';

export interface RenditionOptions extends ProbeOptions, CodecSelection {
    readonly signal?: AbortSignal;
    /** By default what suits the recording: see `renditionFormat`. */
    readonly format?: RenditionFormat;
}

/**
 * Writes a rendition of a recording, streaming; for one that was imported without. `analyse` can do so in its own pass.
 * @throws AudioError as `analyse`; nothing is left behind then
 */
export const writeRendition = async (source: RecordingSource, path: string, options: RenditionOptions = {}): Promise<RenditionFormat> => {
    const recording = await openRecording(source, AudioCodecRegistry.standard(options), options);
    let sink: RenditionSink | undefined;
    try {
        for await (const block of recording.decode(options)) {
            options.signal?.throwIfAborted();
            sink ??= await RenditionSink.create(path, block.channels, block.sampleRate, options.format);
            await sink.push(block);
        }
        options.signal?.throwIfAborted();
        if (!sink) {
            throw new AudioError('corrupt', 'Nothing in this recording could be decoded. Export it again.');
        }
        await sink.finish();
        const { format } = sink;
        sink = undefined;
        return format;
    } finally {
        await sink?.abandon();
        await recording.close();
    }
};
