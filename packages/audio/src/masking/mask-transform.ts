import { Transform, TransformCallback } from 'node:stream';
import { Mask, MASK_PAD_MS, padMasks } from './masks';
import { MaskableFormat } from './maskable-format';

export interface MaskStreamOptions {
    readonly format: MaskableFormat;
    readonly masks: readonly Mask[];
    /** Place in the file of the first byte that comes through: the start of the HTTP range. 0 by default. */
    readonly rangeStart?: number;
    readonly padMs?: number;
}

/** Bytes of the file, from and up to, to be overwritten in one channel or in all. */
interface MaskedBytes {
    readonly from: number;
    readonly to: number;
    readonly channel: number | undefined;
}

/**
 * Overwrites masked samples with silence while bytes of a WAV file stream by. It changes no length and no byte outside of the masks,
 * so that any range of the file can be served on its own, and all ranges fit together.
 */
export class MaskTransform extends Transform {
    private position: number;
    private readonly masked: readonly MaskedBytes[];
    private readonly format: MaskableFormat;

    constructor({ format, masks, rangeStart = 0, padMs = MASK_PAD_MS }: MaskStreamOptions) {
        super();
        this.format = format;
        this.position = rangeStart;
        this.masked = padMasks(masks, padMs).map(mask => maskedBytes(mask, format));
    }

    override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
        const start = this.position;
        const end = this.position += chunk.length;
        const hits = this.masked.filter(({ from, to }) => from < end && to > start);
        if (hits.length === 0) {
            done(null, chunk);
            return;
        }
        const bytes = Buffer.from(chunk);           // the chunk may be somebody else's as well
        for (const { from, to, channel } of hits) {
            const first = Math.max(from, start);
            const last = Math.min(to, end);
            if (channel === undefined) {
                bytes.fill(this.format.silence, first - start, last - start);
            } else {
                this.silenceChannel(bytes, start, first, last, channel);
            }
        }
        done(null, bytes);
    }

    /** A range may begin and end in the middle of a sample, so each byte is asked which channel it belongs to. */
    private silenceChannel(bytes: Buffer, start: number, first: number, last: number, channel: number): void {
        const { dataOffset, sampleBytes, channels, silence } = this.format;
        for (let at = first; at < last; at++) {
            if (Math.floor((at - dataOffset) / sampleBytes) % channels === channel) {
                bytes[at - start] = silence;
            }
        }
    }
}

export const maskStream = (options: MaskStreamOptions): MaskTransform => new MaskTransform(options);

/** Whole samples: the one in which the mask begins and the one in which it ends included. */
const maskedBytes = ({ fromMs, toMs, channel }: Mask, { dataOffset, dataBytes, channels, sampleBytes, sampleRate }: MaskableFormat): MaskedBytes => {
    const frameBytes = channels * sampleBytes;
    return {
        from: dataOffset + Math.floor(fromMs * sampleRate / 1000) * frameBytes,
        to: Math.min(dataOffset + dataBytes, dataOffset + Math.ceil(toMs * sampleRate / 1000) * frameBytes),
        channel
    };
};
