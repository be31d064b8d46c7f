/**
 * What the first look at a recording costs, beside `ffmpeg -f null` on the same file, in processor time (user + system)
 * of whole processes, start-up included. The three take turns, so that whatever else the machine does strikes all of them.
 *
 *   node test/bench/audio.mjs [--minutes 10] [--rounds 7] [--ffmpeg ffmpeg] [file …]
 *
 * Without files it makes two calls of so many minutes, in PCM16 and in µ-law. Needs `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const library = join(import.meta.dirname, '../../packages/audio/lib');
/** Each process loads what it needs and nothing else, as ffmpeg does. */
const load = module => require(join(library, module));

const limits = { peaks: 2, pass: 6 };

/** Runs in a process of its own and reports what that has used. */
const measured = {
    peaks: async path => {
        const { AudioCodecRegistry } = load('audio-codec-registry.js');
        const { AudioFile } = load('audio-file.js');
        const { PeakBuilder } = load('analysis/peak-builder.js');
        const codecs = AudioCodecRegistry.standard();
        await AudioFile.with(path, async file => {
            const probe = await codecs.probe(file);
            let peaks;
            for await (const block of codecs.decode(file, probe)) {
                peaks ??= new PeakBuilder(block.channels, block.sampleRate);
                peaks.push(block);
            }
            peaks.finish();
        });
    },
    pass: path => load('analysis/analyse.js').analyse(path)
};

/** Seconds of processor time that a whole program takes; bash asks the system for them, which Node cannot do for its children. */
const cpuOf = (...command) => {
    const report = execFileSync('bash', ['-c', 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>/dev/null; } 2>&1', 'bash', ...command], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    const [user, system] = report.trim().split(' ').map(Number);
    return user + system;
};

const own = (what, path) => cpuOf(process.execPath, fileURLToPath(import.meta.url), '--measure', what, path);

const ffmpegCpu = (program, path) => cpuOf(program, '-hide_banner', '-nostdin', '-v', 'error', '-i', path, '-f', 'null', '-');

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A call of 26 s between two synthetic voices with some noise, again and again. */
const makeCalls = (folder, minutes) => {
    const { makeCall } = load('testing/made-up-call.js');
    const { waveHeader } = load('renditions/wave-writer.js');
    const { encodeMuLaw } = load('codecs/g711.js');
    const turns = [['agent-greeting', 0, 1000], ['customer-question', 1, 5500], ['agent-question', 0, 8500], ['customer-number', 1, 12_000], ['agent-answer', 0, 19_000], ['customer-thanks', 1, 21_000]]
        .map(([phrase, channel, atMs]) => ({ phrase, channel, atMs }));
    const [left, right] = makeCall(turns, { durationMs: 26_000, noiseDb: [-64, -58] }).channels;
    const frames = minutes * 60 * 8000;
    const samples = Int16Array.from({ length: 2 * frames }, (_, i) => (i % 2 ? right : left)[(i >> 1) % left.length]);
    return ['pcm16', 'mulaw'].map(codec => {
        const sound = codec === 'pcm16' ? new Uint8Array(samples.buffer) : encodeMuLaw(samples, new Uint8Array(samples.length));
        const path = join(folder, `call-${minutes}-min.${codec}.wav`);
        writeFileSync(path, Buffer.concat([waveHeader({ codec, channels: 2, sampleRate: 8000 }, sound.length), sound]));
        return path;
    });
};

const compare = (path, rounds, program) => {
    const figures = { ffmpeg: [], peaks: [], pass: [] };
    for (let round = 0; round < rounds; round++) {
        figures.ffmpeg.push(ffmpegCpu(program, path));
        figures.peaks.push(own('peaks', path));
        figures.pass.push(own('pass', path));
    }
    const base = median(figures.ffmpeg);
    console.log(`\n${basename(path)}, median of ${rounds} rounds`);
    console.log(`  ffmpeg -f null        ${base.toFixed(3)} s`);
    return Object.entries(limits).map(([what, limit]) => {
        const cpu = median(figures[what]);
        const ratio = cpu / base;
        const name = { peaks: 'decode and peaks', pass: 'whole pass' }[what];
        console.log(`  ${name.padEnd(20)}  ${cpu.toFixed(3)} s  ${ratio.toFixed(2)} ×  (at most ${limit} ×) ${ratio <= limit ? '✓' : '✗'}`);
        return ratio <= limit;
    });
};

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { measure: { type: 'string' }, minutes: { type: 'string', default: '10' }, rounds: { type: 'string', default: '7' }, ffmpeg: { type: 'string', default: 'ffmpeg' } }
});
if (values.measure) {
    await measured[values.measure](positionals[0]);
} else {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
    try {
        console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`);
        const paths = positionals.length > 0 ? positionals : makeCalls(folder, Number(values.minutes));
        const kept = paths.flatMap(path => compare(path, Number(values.rounds), values.ffmpeg));
        process.exitCode = kept.every(Boolean) ? 0 : 1;
    } finally {
        rmSync(folder, { recursive: true });
    }
}
