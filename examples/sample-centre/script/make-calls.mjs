/**
 * Makes the recordings of the sample centre from `dialogues.mjs`, with espeak-ng, sox and opusenc. Run it only when a dialogue has
 * changed: the results are committed, so that nobody needs these programs.   node script/make-calls.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { dialogues } from './dialogues.mjs';

const rate = 8000;
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'calls');
const work = mkdtempSync(join(tmpdir(), 'calls-'));
mkdirSync(target, { recursive: true });

/** A small seeded generator, so that the line noise is the same every time. */
const random = seed => () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32 - 0.5;

/** espeak-ng knows Cantonese characters, but Mandarin only by its spelling. */
const spoken = (voice, text) => voice.startsWith('cmn') ? pinyin(text, { toneType: 'num', v: true, nonZh: 'consecutive' }) : text;

function speak(voice, text, file) {
    execFileSync('espeak-ng', ['-v', voice, '-s', voice.startsWith('en') ? '165' : '175', '-w', `${file}.22k.wav`, spoken(voice, text)]);
    execFileSync('sox', [`${file}.22k.wav`, '-r', String(rate), '-b', '16', '-c', '1', '-t', 'raw', file, 'gain', '-6', 'highpass', '250', 'lowpass', '3400', 'gain', '-n', '-6']);
    const bytes = readFileSync(file);
    return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}

function wav(samples, channels) {
    const header = Buffer.alloc(44);
    header.write('RIFF', 0); header.writeUInt32LE(36 + samples.byteLength, 4); header.write('WAVEfmt ', 8); header.writeUInt32LE(16, 16); header.writeUInt16LE(1, 20);
    header.writeUInt16LE(channels, 22); header.writeUInt32LE(rate, 24); header.writeUInt32LE(rate * channels * 2, 28); header.writeUInt16LE(channels * 2, 32); header.writeUInt16LE(16, 34);
    header.write('data', 36); header.writeUInt32LE(samples.byteLength, 40);
    return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

const truth = [];
for (const { id, voices, file, lines } of dialogues) {
    let end = 0;
    const parts = lines.map(({ who, text, after }, place) => {
        const samples = speak(voices[who === 'agent' ? 0 : 1], text, join(work, `${id}-${place}.raw`));
        const start = Math.max(0, end + Math.round(after * rate));
        end = start + samples.length;
        return { who, text, start, samples };
    });
    const length = end + rate;
    const noise = random(parts.length * 7919 + length);
    const mixed = new Int16Array(length * 2);
    for (let i = 0; i < mixed.length; i++) {
        mixed[i] = Math.round(noise() * 24);
    }
    for (const { who, start, samples } of parts) {
        const gain = who === 'agent' ? 0.9 : 0.55;
        samples.forEach((value, i) => {
            const at = (start + i) * 2 + (who === 'agent' ? 0 : 1);
            mixed[at] = Math.max(-32768, Math.min(32767, mixed[at] + Math.round(value * gain)));
        });
    }
    const plain = join(work, `${id}.wav`);
    writeFileSync(plain, wav(mixed, 2));
    switch (file) {
        case 'mulaw': execFileSync('sox', ['-D', plain, '-e', 'u-law', join(target, `${id}.wav`)]); break;
        case 'gsm': // telephone systems record each leg by itself in this format
            ['agent', 'customer'].forEach((who, channel) => execFileSync('sox', ['-D', plain, '-t', 'wav', '-e', 'gsm-full-rate', join(target, `${id}-${who}.wav`), 'remix', String(channel + 1)]));
            break;
        case 'mono': execFileSync('sox', ['-D', plain, '-e', 'a-law', join(target, `${id}.wav`), 'remix', '1,2']); break;
        case 'opus': execFileSync('opusenc', ['--quiet', '--bitrate', '28', '--serial', '1', plain, join(target, `${id}.opus`)]); break;
    }
    truth.push({ id, file, durationMs: Math.round(length / rate * 1000), lines: parts.map(({ who, text, start, samples }) => ({ who, fromMs: Math.round(start / rate * 1000), toMs: Math.round((start + samples.length) / rate * 1000), text })) });
}
writeFileSync(join(target, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
rmSync(work, { recursive: true });
