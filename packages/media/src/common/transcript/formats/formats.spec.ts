import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../read-transcript';
import { roleOf, textOf, type ParsedTranscript } from '../transcript';
import { estimatedWords, wordsOf } from '../words';
import { parseTime } from './cue-time';

const read = (text: string | object): ParsedTranscript => readTranscript(new TextEncoder().encode(typeof text === 'string' ? text : JSON.stringify(text)));
const shown = ({ turns }: ParsedTranscript): unknown[] => turns.map(each => [each.fromMs, each.toMs, each.speaker, textOf(each)]);

describe('WebVTT', () => {
    const file = `WEBVTT - a call
Kind: captions

STYLE
::cue { color: red }

REGION
id:fred

NOTE a note
of two lines

1
00:01.000 --> 00:02.500 align:start position:0%
<v.loud Agent Ada>Good <i>morning</i> &amp; welcome

00:00:03.000 --> 00:00:04.000
<v Customer>Hello,<c.yellow> <ruby>漢<rt>hàn</rt></ruby>字</c>
00:05.000 --> 00:06.000
no empty line before

00:61.000 --> 00:62.000
broken

00:08.000 --> 00:07.000
backwards

id only
00:09.000 --> 00:10.000

text that belongs to nothing
100:00:00.000 --> 100:00:01.000
late`;

    it('gives who says what when, and names what is broken', () => {
        const parsed = read(file);
        expect(shown(parsed)).toEqual([
            [1000, 2500, 'Agent Ada', 'Good morning & welcome'], [3000, 4000, 'Customer', 'Hello, 漢字'], [5000, 6000, undefined, 'no empty line before'], [360_000_000, 360_001_000, undefined, 'late']
        ]);
        expect(parsed.problems).toEqual([{ place: 22, code: 'bad-time' }, { place: 25, code: 'end-before-start' }, { place: 29, code: 'no-text' }]);
        expect(parsed).toMatchObject({ format: 'webvtt', timing: 'turns' });
    });

    it('is the same whatever ends its lines, and with a byte order mark', () => {
        for (const end of ['\r\n', '\r']) {
            expect(read(`\ufeff${file.replaceAll('\n', end)}`)).toEqual(read(file));
        }
    });

    it('may time its words', () => {
        const parsed = read('WEBVTT\n\n00:01.000 --> 00:03.000\nGood <00:01.500>morning <00:02.250>Mister');
        expect(parsed.timing).toBe('words');
        expect(parsed.turns[0]!.words).toEqual([{ text: 'Good ', fromMs: 1000, toMs: 1500 }, { text: 'morning ', fromMs: 1500, toMs: 2250 }, { text: 'Mister', fromMs: 2250, toMs: 3000 }]);
    });
});

describe('SubRip', () => {
    it('is read in all its dialects', () => {
        const parsed = read('1\n00:00:01,000 --> 00:00:02,5  X1:40 X2:600\n{\\an8}<font color="red">客服：</font>您好\n\n请讲\n2\n00:00:03.000-->00:00:04.000\n客户： 我想挂失\n\n0:00:05 --> 0:00:06\n客服: 好的\n9\n00:00:xx,000 --> 00:00:09,000\nx\n');
        expect(shown(parsed)).toEqual([[1000, 2500, '客服', '您好 请讲'], [3000, 4000, '客户', '我想挂失'], [5000, 6000, '客服', '好的']]);
        expect(parsed.problems).toEqual([{ place: 13, code: 'bad-time' }]);
    });

    it('names speakers only where names stand before nearly every line', () => {
        expect(shown(read('00:00:01,000 --> 00:00:02,000\nThe number is: 5\n\n00:00:03,000 --> 00:00:04,000\nthank you\n\n00:00:05,000 --> 00:00:06,000\nbye'))[0]).toEqual([1000, 2000, undefined, 'The number is: 5']);
    });
});

describe('the text of a file', () => {
    const line = '1\r\n00:00:01,000 --> 00:00:02,000\r\n';
    const ascii = [...new TextEncoder().encode(line)];
    it.each([
        ['GBK', [...ascii, 0xc4, 0xfa, 0xba, 0xc3, 0xa3, 0xac, 0xc7, 0xeb, 0xbd, 0xb2], '您好，请讲'],
        ['Big5', [...ascii, 0xb1, 0x7a, 0xa6, 0x6e, 0xa1, 0x41, 0xbd, 0xd0, 0xc1, 0xbf], '您好，請講'],
        ['UTF-16 without a mark', [...Buffer.from(`${line}您好`, 'utf16le')], '您好'],
        ['UTF-16 with a mark', [0xfe, 0xff, ...Buffer.from(`${line}您好`, 'utf16le').swap16()], '您好'],
        ['UTF-8 with a mark', [...Buffer.from(`\ufeff${line}您好`)], '您好']
    ])('is known to be in %s', (_, bytes, text) => expect(textOf(readTranscript(Uint8Array.from(bytes)).turns[0]!)).toBe(text));
});

describe('what recognisers write', () => {
    const hello = [[1000, 2000, undefined, 'Hello, world.']];
    it('is read from Whisper', () => {
        const parsed = read({ text: '…', segments: [{ start: 1, end: 2, text: ' Hello, world.', words: [{ word: ' Hello,', start: 1, end: 1.4 }, { word: ' world.', start: 1.5, end: 2 }] }] });
        expect([shown(parsed), parsed.timing, parsed.turns[0]!.words[0]]).toEqual([hello, 'words', { text: 'Hello, ', fromMs: 1000, toMs: 1400 }]);
        expect(read({ segments: [{ start: 1, end: 2, text: ' Hello, world.' }] }).timing).toBe('turns');
    });
    it('is read from Amazon, with punctuation where it belongs and speakers apart', () => {
        const word = (content: string, start: string, end: string, speaker: string) => ({ type: 'pronunciation', start_time: start, end_time: end, alternatives: [{ content }], speaker_label: speaker });
        const mark = (content: string) => ({ type: 'punctuation', alternatives: [{ content }] });
        expect(shown(read({ results: { items: [word('Hello', '1.0', '1.4', 'spk_0'), mark(','), word('world', '1.5', '2.0', 'spk_0'), mark('.'), word('Hi', '2.1', '2.3', 'spk_1')] } })))
            .toEqual([[1000, 2000, 'spk_0', 'Hello, world.'], [2100, 2300, 'spk_1', 'Hi']]);
        const channels = read({ results: { channel_labels: { channels: [{ channel_label: 'ch_1', items: [word('Hello', '1.0', '1.4', 'x')] }] } } });
        expect(channels.turns[0]!.channel).toBe(1);
    });
    it('is read from Azure, batch and fast', () => {
        const batch = read({ recognizedPhrases: [{ channel: 1, offsetInTicks: 10_000_000, durationInTicks: 10_000_000, nBest: [{ display: 'Hello, world.', words: [{ word: 'hello', offsetInTicks: 10_000_000, durationInTicks: 4_000_000 }, { word: 'world', offsetInTicks: 15_000_000, durationInTicks: 5_000_000 }] }] }] });
        expect([shown(batch), batch.turns[0]!.channel]).toEqual([[[1000, 2000, undefined, 'hello world']], 1]);
        expect(shown(read({ phrases: [{ offsetMilliseconds: 1000, durationMilliseconds: 1000, text: 'Hello, world.' }] }))).toEqual(hello);
    });
    it('is read from Google, old and new', () => {
        const old = read({ results: [{ channelTag: 2, alternatives: [{ transcript: 'x', words: [{ word: 'Hello,', startTime: '1s', endTime: '1.400s' }, { word: 'world.', startTime: '1.500s', endTime: { seconds: 2, nanos: 0 } }] }] }] });
        expect([shown(old), old.turns[0]!.channel]).toEqual([hello, 1]);
        expect(shown(read({ results: [{ alternatives: [{ words: [{ word: 'Hello,', startOffset: '1s', endOffset: '1.4s' }, { word: 'world.', startOffset: '1.5s', endOffset: '2s' }] }] }] }))).toEqual(hello);
    });
    it('is read in our own shape; what is broken is named, the rest is kept', () => {
        const parsed = read({ turns: [{ fromMs: 1000, toMs: 2000, speaker: 'agent', text: '您好' }, { text: 'when?' }, { fromMs: 3, toMs: 2, text: 'x' }, { fromMs: 1, toMs: 2 }, { fromMs: 4000, toMs: 5000, words: [{ text: 'a', fromMs: 4000, toMs: 4500 }, { text: 'b', fromMs: 'x' }] }] });
        expect(shown(parsed)).toEqual([[1000, 2000, 'agent', '您好'], [4000, 5000, undefined, 'a']]);
        expect(parsed.problems).toEqual([{ place: 2, code: 'no-time' }, { place: 3, code: 'end-before-start' }, { place: 4, code: 'no-text' }, { place: 5, code: 'bad-time' }]);
    });
});

describe('what cannot be used at all', () => {
    it.each([['', 'transcript-empty'], ['Dear Sir', 'transcript-unknown-format'], ['{"a"', 'transcript-not-json'], ['{"a":1}', 'transcript-unknown-format'], ['WEBVTT', 'transcript-without-words']])('%j is refused: %s', (text, code) => {
        expect(() => read(text)).toThrow(expect.objectContaining({ code }));
    });
    it('never breaks on anything', () => {
        const part = fc.constantFrom('WEBVTT\n', '\n', '-->', '00:01.000', ' --> 00:02.000\n', '<v A>', '&amp', '<', '<rt>', '1\n', '{', '"segments":[', 'x', '客服：', '\r');
        fc.assert(fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 5 })), { maxLength: 30 }), parts => {
            try {
                for (const { fromMs, toMs, words } of read(parts.join('')).turns) {
                    expect(toMs > fromMs && words.length > 0 && words.every(each => each.fromMs >= fromMs && each.toMs <= toMs)).toBe(true);
                }
            } catch (error) {
                expect((error as { code?: string }).code).toMatch(/^transcript-/);
            }
        }), { numRuns: 500 });
    });
});

describe('words', () => {
    it('are characters in Chinese, and what stands between spaces elsewhere', () =>
        expect(wordsOf('  您好，ABC 卡 don\'t 3.5%! “OK”')).toEqual(['您', '好，', 'ABC ', '卡 ', 'don\'t ', '3.5%! ', '“', 'OK”']));
    it('make the text again, and lie within its time in order', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom('您', 'a', 'b', ' ', '，', '.', '(', '1', 'é') }), fc.nat(5000), fc.integer({ min: 1, max: 9000 }), (text, fromMs, length) => {
        const words = estimatedWords(text, fromMs, fromMs + length);
        expect(words.map(each => each.text).join('').trim()).toBe(text.trim());
        words.forEach((each, index) => expect(each.fromMs >= (words[index - 1]?.toMs ?? fromMs) && each.toMs >= each.fromMs && each.toMs <= fromMs + length).toBe(true));
    })));
});

it('reads times', () => expect(['01:02', '1:02:03,4', '00:00:00.001', '60:00', '00:00:60', 'x', '', '1:2:3.1234'].map(parseTime)).toEqual([62_000, 3_723_400, 1, undefined, undefined, undefined, undefined, undefined]));

it('knows who speaks by name, else by channel', () => {
    expect([{ speaker: '坐席' }, { speaker: '客户' }, { speaker: 'Customer service agent' }, { speaker: 'spk_0', channel: 1 }, { speaker: 'x' }, { channel: 0 }].map(each => roleOf(each, ['agent', 'customer'])))
        .toEqual(['agent', 'customer', 'agent', 'customer', undefined, 'agent']);
    expect(roleOf({ channel: 0 }, ['mixed'])).toBeUndefined();
});
