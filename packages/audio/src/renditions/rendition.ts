import { PcmBlock } from '../audio-codec';
import { Resampler } from '../analysis/resampler';
import { RenditionFormat, renditionFormat } from './needs-rendition';
import { WaveWriter } from './wave-writer';

/** Turns decoded blocks into a rendition while they stream by: fewer channels and a lower rate where needed. */
export class RenditionSink {
    readonly format: RenditionFormat;
    private readonly resamplers: readonly Resampler[] | undefined;

    private constructor(private readonly writer: WaveWriter, format: RenditionFormat, sourceRate: number) {
        this.format = format;
        this.resamplers = sourceRate === format.sampleRate ? undefined
            : Array.from({ length: format.channels }, () => new Resampler(sourceRate, format.sampleRate));
    }

    static async create(path: string, channels: number, sampleRate: number, format = renditionFormat(channels, sampleRate)): Promise<RenditionSink> {
        return new RenditionSink(await WaveWriter.create(path, format), format, sampleRate);
    }

    async push({ samples, channels }: PcmBlock): Promise<void> {
        const mixed = channels === this.format.channels ? samples : mixDown(samples, channels);
        await this.writer.write(this.resamplers ? this.resample(mixed, this.resamplers) : mixed);
    }

    async finish(): Promise<void> {
        if (this.resamplers) {
            await this.writer.write(interleaved(this.resamplers.map(resampler => resampler.finish())));
        }
        await this.writer.finish();
    }

    abandon(): Promise<void> {
        return this.writer.abandon();
    }

    private resample(samples: Int16Array, resamplers: readonly Resampler[]): Int16Array {
        const channels = resamplers.length;
        return interleaved(resamplers.map((resampler, channel) => {
            const plane = new Int16Array(samples.length / channels);
            for (let i = 0; i < plane.length; i++) {
                plane[i] = samples[i * channels + channel];
            }
            return resampler.push(plane);
        }));
    }
}

const interleaved = (planes: readonly Int16Array[]): Int16Array => {
    if (planes.length === 1) {
        return planes[0];
    }
    const samples = new Int16Array(planes.length * planes[0].length);
    planes.forEach((plane, channel) => {
        for (let i = 0; i < plane.length; i++) {
            samples[i * planes.length + channel] = plane[i];
        }
    });
    return samples;
};

/** The mean of all channels: several people in a conference, heard at once. */
const mixDown = (samples: Int16Array, channels: number): Int16Array => {
    const mixed = new Int16Array(samples.length / channels);
    for (let i = 0; i < mixed.length; i++) {
        let sum = 0;
        for (let channel = 0; channel < channels; channel++) {
            sum += samples[i * channels + channel];
        }
        mixed[i] = Math.round(sum / channels);
    }
    return mixed;
};
