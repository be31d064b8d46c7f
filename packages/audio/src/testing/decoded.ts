import { AssumedFormat } from '../audio-codec';
import { AudioCodecRegistry } from '../audio-codec-registry';
import { AudioFile } from '../audio-file';
import { AudioProbe, AudioWarning } from '../audio-probe';

export interface DecodedFile {
    readonly probe: AudioProbe;
    readonly samples: Int16Array;
    readonly sampleRate: number;
    readonly largestBlock: number;
    readonly warnings: readonly AudioWarning[];
}

/** All of a short file, decoded. */
export const decodeAll = (path: string, assume?: AssumedFormat, codecs = AudioCodecRegistry.standard()): Promise<DecodedFile> => AudioFile.with(path, async file => {
    const probe = await codecs.probe(file, { assume });
    const warnings: AudioWarning[] = [];
    const samples: number[] = [];
    let sampleRate = 0;
    let largestBlock = 0;
    for await (const block of codecs.decode(file, probe, { assume, onWarning: warning => warnings.push(warning) })) {
        sampleRate = block.sampleRate;
        largestBlock = Math.max(largestBlock, block.samples.length);
        samples.push(...block.samples);
    }
    return { probe, samples: Int16Array.from(samples), sampleRate, largestBlock, warnings };
});
