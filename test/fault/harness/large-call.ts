import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { waveFile } from '@earshot/audio/lib/testing/wave-files';
import type { Answer, Caller } from './caller';

const headerBytes = 44;

/** How a long recording is encoded: bytes a second follow. */
export interface Encoding { readonly sampleRate: number; readonly channels: number; readonly bytesPerSample: 1 | 2 }
/** As telephone recorders write it: stereo, G.711 µ-law. */
export const telephone: Encoding = { sampleRate: 8000, channels: 2, bytesPerSample: 1 };
/** As a studio would, and as nobody should. */
export const studio: Encoding = { sampleRate: 48_000, channels: 2, bytesPerSample: 2 };

export const bytesPerSecond = ({ sampleRate, channels, bytesPerSample }: Encoding): number => sampleRate * channels * bytesPerSample;

/** What stands before the sound. */
const header = ({ sampleRate, channels, bytesPerSample }: Encoding, dataSize: number): Buffer =>
    Buffer.from(waveFile(new Uint8Array(0), { tag: bytesPerSample === 1 ? 7 : 1, channels, sampleRate, bits: bytesPerSample * 8, dataSize, riffSize: headerBytes - 8 + dataSize }));

/** A second of speech-like noise, swelling and fading, on each channel in turn. */
const second = ({ sampleRate, channels, bytesPerSample }: Encoding, number: number): Buffer => {
    const bytes = Buffer.alloc(sampleRate * channels * bytesPerSample, bytesPerSample === 1 ? 0xff : 0);
    const channel = Math.floor(number / 4) % channels;
    for (let frame = 0; frame < sampleRate; frame++) {
        const place = (frame * channels + channel) * bytesPerSample;
        const loud = Math.sin(2 * Math.PI * 180 * frame / sampleRate) * Math.max(0, Math.sin(2 * Math.PI * 3 * frame / sampleRate));
        if (bytesPerSample === 1) {
            bytes[place] = Math.abs(loud) < 0.05 ? 0xff : loud > 0 ? 0x90 + Math.floor((1 - loud) * 0x50) : 0x10 + Math.floor((1 + loud) * 0x50);
        } else {
            bytes.writeInt16LE(Math.round(loud * 12_000), place);
        }
    }
    return bytes;
};

function* content(encoding: Encoding, seconds: number, head: Buffer, tail: Buffer): Generator<Buffer> {
    yield head;
    yield header(encoding, seconds * bytesPerSecond(encoding));
    const some = Array.from({ length: 16 }, (_, number) => second(encoding, number));
    for (let number = 0; number < seconds; number++) {
        yield some[number % some.length]!;
    }
    yield tail;
}

/** Uploads a long call without ever holding it in memory. */
export const uploadLarge = (caller: Caller, encoding: Encoding, seconds: number, callId: string): Promise<Answer> => new Promise((resolve, reject) => {
    const boundary = 'large-call-boundary';
    const field = (name: string, value: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = Buffer.from(`${field('callId', callId)}${field('startedAt', '2026-11-20T10:00:00.000Z')}--${boundary}\r\nContent-Disposition: form-data; name="audio"; filename="large.wav"\r\nContent-Type: audio/wav\r\n\r\n`);
    const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
    const sending = request(`${caller.url}/api/quality/interactions`, {
        method: 'POST', headers: { cookie: `earshot_session=${caller.session}`, origin: caller.url, 'content-type': `multipart/form-data; boundary=${boundary}` }
    }, answer => {
        let text = '';
        answer.setEncoding('utf8').on('data', chunk => { text += chunk; }).on('error', reject).on('end', () => {
            try {
                resolve({ status: answer.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text), headers: new Headers() });
            } catch (error) {
                reject(error as Error);
            }
        });
    });
    sending.on('error', reject);
    pipeline(Readable.from(content(encoding, seconds, head, tail), { objectMode: true, highWaterMark: 2 }), sending).catch(reject);
});

/** How long a recording of so many megabytes is. */
export const seconds = (encoding: Encoding, megabytes: number): number => Math.ceil(megabytes * 1_000_000 / bytesPerSecond(encoding));
/** In seconds. */
export const hours = (number: number): number => number * 3600;
