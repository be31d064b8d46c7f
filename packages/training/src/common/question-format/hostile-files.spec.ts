import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someQuestion } from '../question/testing/arbitrary-question';
import { validateQuestion } from '../question/validate-question';
import { formats, readQuestions } from './formats';
import { plainToMarkdown } from './plain-markdown';
import { fileProblemCodes, longestFile, mostQuestions, questionFormats } from './question-format';

const runs = process.env.EARSHOT_LONG ? 10_000 : 200;
/** The same files every time: one that fails can be looked at. */
const seed = 20_261_122;
const deadlineMs = 2000;
const pieces = ['{', '}', '=', '~', '#', '####', '\\', '::', '->', '%50%', '//', '\n\n', '\n', '[html]', '<', '>', '&', '"', ',', '<![CDATA[', ']]>', '<!--', '</question>', '<question type="x">', '\u0000', '\uFFFF', 'A. ', 'ANSWER: ', '{1:SA:=', '[[1]]', ' '.repeat(300), '%9999999%', '&#x110000;', '&e;', '[', '<a b="c" ', '<?', '</p>', '<simpleChoice identifier="A1">', '<mapEntry mapKey="A1" mappedValue="1"/>', ' maxChoices="0"', '<textEntryInteraction responseIdentifier="RESPONSE"/>', '<?earshot-file x?>\n'];

interface Mutation { readonly at: number; readonly cut: number; readonly piece: string; readonly times: number }
const mutate = (text: string, mutations: readonly Mutation[]): string => mutations.reduce((now, { at, cut, piece, times }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + piece.repeat(times) + now.slice(place + cut);
}, text);

const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 20 }), piece: fc.constantFrom(...pieces), times: fc.constantFrom(1, 1, 1, 2, 50) });

describe.each(questionFormats)('%s', name => {
    let slowest = 0;
    it(`reads ${runs} mutated files with a clear error each, without falling over or stopping`, { timeout: 600_000 }, () => {
        fc.assert(fc.property(fc.array(someQuestion(), { minLength: 1, maxLength: 3 }), fc.array(mutation, { minLength: 1, maxLength: 6 }), (questions, mutations) => {
            const { text } = formats[name].write(questions.map(question => ({ question, name: 'N', category: 'C', tags: ['t'], externalId: null })));
            const mutated = mutate(text, mutations);
            const begun = performance.now();
            const { questions: found, problems } = readQuestions(name, mutated);
            slowest = Math.max(slowest, performance.now() - begun);
            expect(found.length + problems.length).toBeGreaterThan(0);
            found.forEach(each => expect(validateQuestion(each.question).filter(problem => problem.severity === 'error')).toEqual([]));
            problems.forEach(each => {
                expect(fileProblemCodes).toContain(each.code);
                expect(each.line).toBeGreaterThan(0);
            });
        }), { numRuns: runs, seed });
        // a clock says nothing about a machine that is busy: only the long form, which runs alone, is held to it
        if (process.env.EARSHOT_LONG) { expect(slowest).toBeLessThan(deadlineMs); }
    });
    it.each(pieces)('reads many of %j', { timeout: 30_000 }, piece => {
        for (const around of [['', ''], ['Stem {', '}'], ['<quiz><question type="essay"><questiontext><text>', '</text></questiontext></question></quiz>'], ['kind,prompt\nessay,"', '"'], ['<assessmentItem><itemBody><p>', '</p><extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>'], ['<assessmentItem ', '></assessmentItem>'], ['<quiz><question ', '></question>']] as const) {
            const text = `${around[0]}${piece.repeat(Math.ceil(200_000 / piece.length))}${around[1]}`;
            // a scan that looks everything through from every place would take minutes here
            const { questions, problems } = readQuestions(name, text);
            expect(questions.length + problems.length).toBeGreaterThan(0);
        }
    });
});

describe('the largest file', () => {
    const filled = (piece: string): string => piece.repeat(Math.floor(longestFile / piece.length));
    // each of these takes minutes where something is looked through or copied anew from each place of it
    it.each([
        ['tags', 'gift', filled('//[tag:a]\n')],
        ['brackets', 'gift', filled(`${'['.repeat(49_000)}{T}\n\n`)],
        ['questions that nothing closes', 'moodle-xml', filled('<question>')],
        ['ends that nothing closes', 'moodle-xml', filled('</question')],
        ['elements', 'qti', `<assessmentItem><itemBody>${filled('<a/>')}</itemBody></assessmentItem>`.slice(0, longestFile)],
        ['signs', 'moodle-xml', `<quiz><question type="essay">${'<'.repeat(longestFile - 100)}</question></quiz>`],
        ['files', 'qti', filled('<?earshot-file a.xml?>\n')]
    ] as const)('of %s is read', { timeout: 30_000 }, (_, name, text) => {
        const { questions, problems } = readQuestions(name, text);
        expect(questions.length + problems.length).toBeGreaterThan(0);
        expect(questions.length + problems.length).toBeLessThanOrEqual(mostQuestions + 1);
    });
    it.each([['moodle-xml', '<question>\n', 1], ['gift', 'a{\n\n', 2]] as const)('of broken questions, as %s, is read as far as the most that a file has, and says so', (name, piece, lines) => {
        const { questions, problems } = readQuestions(name, piece.repeat(mostQuestions + 10));
        expect([questions.length, problems.length]).toEqual([0, mostQuestions + 1]);
        expect(problems.at(-1)).toMatchObject({ code: 'too-many', line: mostQuestions * lines + 1 });
    });
});

describe('brackets', () => {
    it.each([
        ['[a](b)', '\\[a](b)'], ['[a [b] c](d)', '\\[a \\[b] c](d)'], ['[a][b] [c]', '\\[a][b] [c]'], ['[ ] and [x]', '[ ] and [x]']
    ])('of %s mean no link', (text, written) => expect(plainToMarkdown(text)).toBe(written));
});
