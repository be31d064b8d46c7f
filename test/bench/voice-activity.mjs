/**
 * How well the pass finds who speaks when, on recordings for which it is known.
 *
 *   node test/bench/voice-activity.mjs FOLDER [--ffmpeg PROGRAM] [--codecs]
 *
 * FOLDER holds recordings and a manifest.json: { calls: [{ id, durationSec, channels: [{ index, role, speech: [[from, to], …] }],
 * files: [{ file, codec, channels: "stereo" | "mixed-mono" | role }] }] }, times in seconds. The two roles of a call in separate files
 * are joined as two legs. Prints F1, the harmonic mean of precision and recall over frames of 10 ms, for each call (its condition)
 * and over all files, of three things: speech in each channel; talk-over, both channels at once; silence, nobody for a second or more.
 * What may be hold music counts as no speech. Codecs that nothing here decodes are left out, and named. Needs `npm run build` first.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { activityBands, analyse, AudioError, silentSpans, SILENCE_MS } = require(join(import.meta.dirname, '../../packages/audio/lib'));

const FRAME_MS = 10;

const marked = (spans, count) => {
    const frames = new Uint8Array(count);
    for (const { fromMs, toMs } of spans) {
        frames.fill(1, Math.round(fromMs / FRAME_MS), Math.round(toMs / FRAME_MS));
    }
    return frames;
};

/** Frames of speech for each channel, of talk-over and of silence, from segments in the shape of the pass. */
const framesOf = (segments, channels, durationMs) => {
    const count = Math.floor(durationMs / FRAME_MS);
    const speech = Array.from({ length: channels }, (_, channel) => marked(segments.filter(segment => segment.channel === channel && !segment.possibleHoldMusic), count));
    const silence = marked(silentSpans(activityBands({ durationMs, segments }), SILENCE_MS), count);
    const talkOver = channels > 1 ? [speech[0].map((spoken, i) => spoken & speech[1][i])] : [];
    return { speech, talkOver, silence: [silence] };
};

/** What is known: both roles, or all of them in one channel. */
const truthOf = (call, channels) => {
    const segments = call.channels.flatMap(({ index, speech }) => speech.map(([from, to]) => ({ channel: channels > 1 ? index : 0, fromMs: from * 1000, toMs: to * 1000 })));
    return channels > 1 ? segments : united(segments);
};

const united = segments => [...segments].sort((a, b) => a.fromMs - b.fromMs).reduce((joined, segment) => {
    const last = joined.at(-1);
    if (last && last.toMs >= segment.fromMs) {
        last.toMs = Math.max(last.toMs, segment.toMs);
        return joined;
    }
    return [...joined, { ...segment }];
}, []);

const kinds = ['speech', 'talkOver', 'silence'];
const emptyScore = () => Object.fromEntries(kinds.map(kind => [kind, { hits: 0, extra: 0, missed: 0 }]));

const add = (score, found, truth) => kinds.forEach(kind => truth[kind].forEach((frames, row) => frames.forEach((known, i) => {
    const heard = found[kind][row][i] ?? 0;
    score[kind].hits += heard & known;
    score[kind].extra += heard & ~known & 1;
    score[kind].missed += known & ~heard & 1;
})));

const percent = (part, whole) => whole === 0 ? '    –' : (100 * part / whole).toFixed(1).padStart(5);

const line = (name, files, score) => {
    const f1 = kinds.map(kind => percent(2 * score[kind].hits, 2 * score[kind].hits + score[kind].extra + score[kind].missed));
    const { hits, extra, missed } = score.speech;
    return `${name.padEnd(34)} ${String(files).padStart(5)}   ${f1.join('     ')}     ${percent(hits, hits + extra)}  ${percent(hits, hits + missed)}`;
};

/** One entry for each recording; two files of one codec and both roles are one. */
const recordingsOf = call => call.files.flatMap(({ file, codec, channels }) => {
    if (channels === 'stereo' || channels === 'mixed-mono') {
        return [{ codec, source: [file] }];
    }
    const partner = call.files.find(other => other.codec === codec && other.channels === 'customer');
    return channels === 'agent' && partner ? [{ codec, source: [file, partner.file] }] : [];
});

const { values, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { ffmpeg: { type: 'string' }, codecs: { type: 'boolean', default: false } } });
if (!folder) {
    console.error('Name a folder with recordings and a manifest.json.');
    process.exit(2);
}
const { calls } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const overall = emptyScore();
const rows = new Map();
const left = new Map();
for (const call of calls) {
    for (const { codec, source } of recordingsOf(call)) {
        const paths = source.map(file => join(folder, file));
        const assume = codec === 'g722-raw' ? { codec: 'g722' } : undefined;
        try {
            const { activity } = await analyse(paths.length > 1 ? { legs: paths } : paths[0], { ffmpegPath: values.ffmpeg, assume });
            const { channels } = activity;
            const durationMs = Math.min(activity.durationMs, Math.round(call.durationSec * 1000));
            const found = framesOf(activity.segments, channels, durationMs);
            const truth = framesOf(truthOf(call, channels), channels, durationMs);
            const key = values.codecs ? `${call.id} ${codec}` : call.id;
            const row = rows.get(key) ?? { files: 0, score: emptyScore() };
            rows.set(key, { files: row.files + 1, score: row.score });
            add(row.score, found, truth);
            add(overall, found, truth);
        } catch (error) {
            if (!(error instanceof AudioError)) {
                throw error;
            }
            left.set(codec, error.code);
        }
    }
}
console.log(`${'F1 in %'.padEnd(34)} files  speech  talk-over  silence   precision  recall (of speech)`);
for (const [name, { files, score }] of rows) {
    console.log(line(name, files, score));
}
console.log(line('overall', [...rows.values()].reduce((sum, { files }) => sum + files, 0), overall));
if (left.size > 0) {
    console.log(`left out: ${[...left].map(([codec, code]) => `${codec} (${code})`).join(', ')}`);
}
