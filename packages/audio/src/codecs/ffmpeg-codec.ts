import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { AudioCodec, DecodeOptions, MAX_CHANNELS, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioContainer, AudioProbe } from '../audio-probe';
import { foreignSound } from '../containers/signatures';

/** The ffmpeg demuxer for each container. Naming it keeps ffmpeg from taking the file for a playlist that names other files. */
const DEMUXERS: Readonly<Partial<Record<AudioContainer, string>>> = {
    wav: 'wav', ogg: 'ogg', webm: 'matroska', matroska: 'matroska', mp4: 'mov', aiff: 'aiff', au: 'au', caf: 'caf', asf: 'asf', adts: 'aac', flv: 'flv'
};

const MAX_ERROR_TEXT = 64 * 1024;

/**
 * Everything that the other codecs leave, by an ffmpeg program that the operator names. It runs without a shell,
 * reads nothing but the one file, and is ended when the caller stops asking.
 */
export class FfmpegCodec implements AudioCodec {
    readonly name = 'ffmpeg';

    constructor(private readonly program: string) { }

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        const foreign = foreignSound(file.head);
        return foreign && this.inquire(file, foreign.container);
    }

    canDecode(probe: AudioProbe): boolean {
        return DEMUXERS[probe.container] !== undefined;
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const { channels, sampleRate } = await this.inquire(file, probe.container);
        const output = ['-map', '0:a:0', '-vn', '-ac', String(channels), '-ar', String(sampleRate), '-c:a', 'pcm_s16le', '-f', 's16le', 'pipe:1'];
        const child = await this.start(file, probe.container, ['-v', 'error'], output);
        const errors = collectText(child.stderr);
        const frameBytes = 2 * channels;
        let rest: Buffer = Buffer.alloc(0);
        let given = 0;
        try {
            for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
                options.signal?.throwIfAborted();
                const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
                const whole = bytes.length - bytes.length % frameBytes;
                rest = bytes.subarray(whole);
                given += whole;
                yield { samples: toWords(bytes.subarray(0, whole)), channels, sampleRate };
            }
            const code = child.exitCode ?? (await once(child, 'close'))[0] as number;
            if (given === 0) {
                throw new AudioError('corrupt', `ffmpeg found no sound in the recording${lastLine(errors.text)}. Export it again.`);
            }
            if (code !== 0 || errors.text) {
                options.onWarning?.('damaged');
            }
        } finally {
            child.kill('SIGKILL');
        }
    }

    /** What ffmpeg itself prints about the file: channels, rate and duration of the first sound stream. */
    private async inquire(file: AudioFile, container: AudioContainer): Promise<AudioProbe> {
        const child = await this.start(file, container, ['-hide_banner'], []);
        const report = collectText(child.stderr);
        await once(child, 'close');
        const stream = /Stream #0:\d+.*?: Audio: (\w+).*?, (\d+) Hz, (mono|stereo|\d+ channels|[\d.]+)/.exec(report.text);
        if (!stream) {
            throw new AudioError('corrupt', `ffmpeg cannot read this recording${lastLine(report.text)}. Export it again.`);
        }
        const channels = Math.min(MAX_CHANNELS, stream[3] === 'mono' ? 1 : stream[3] === 'stereo' ? 2 : Math.max(1, Math.ceil(parseFloat(stream[3]))));
        const sampleRate = Number(stream[2]);
        const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/.exec(report.text) ?? ['', '0', '0', '0'];
        const duration = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
        return {
            container, codec: 'other', channels, sampleRate, frames: Math.round(duration * sampleRate), durationMs: Math.round(duration * 1000),
            exactDuration: false, bytes: file.size, playable: false, warnings: []
        };
    }

    private async start(file: AudioFile, container: AudioContainer, before: readonly string[], after: readonly string[]): Promise<ChildProcessByStdio<null, Readable, Readable>> {
        const demuxer = DEMUXERS[container];
        if (!demuxer) {
            throw new AudioError('unsupported-codec', `ffmpeg is not asked to read ${container} files.`);
        }
        const { spawn } = await import('node:child_process');       // rarely needed, and slow to load
        const input = ['-nostdin', '-protocol_whitelist', 'file,pipe', '-f', demuxer, '-i', `file:${file.path}`];
        const child = spawn(this.program, [...before, ...input, ...after], { stdio: ['ignore', 'pipe', 'pipe'], shell: false, windowsHide: true });
        try {
            await once(child, 'spawn');
        } catch (error) {
            throw new AudioError('ffmpeg-needed', `The program ${this.program} could not be started. Correct the path to ffmpeg in the settings.`, { cause: error });
        }
        return child;
    }
}

/** Keeps listening, so that the program never waits for a reader, and keeps no more than is worth showing. */
const collectText = (stream: Readable): { text: string } => {
    const collected = { text: '' };
    stream.setEncoding('utf8').on('data', (text: string) => collected.text = (collected.text + text).slice(-MAX_ERROR_TEXT));
    return collected;
};

const lastLine = (text: string): string => {
    const line = text.trim().split('\n').at(-1)?.trim();
    return line ? ` (${line})` : '';
};

/** Little-endian bytes at any address to samples. */
const toWords = (bytes: Buffer): Int16Array => {
    const aligned = bytes.byteOffset % 2 === 0 ? bytes : Buffer.from(bytes);
    return new Int16Array(aligned.buffer, aligned.byteOffset, aligned.length >> 1);
};
