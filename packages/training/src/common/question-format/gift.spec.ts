import { describe, expect, it } from 'vitest';
import { readQuestions } from './formats';

const read = (text: string) => readQuestions('gift', text);
const only = (text: string) => {
    const { questions, problems } = read(text);
    expect(problems).toEqual([]);
    return questions[0]!;
};

describe('GIFT', () => {
    it('takes a colon and an equals sign in a stem for what they are', () => {
        expect(only('Note: if 3:2 = x, what is x = ?{=1.5 ~2}').question).toMatchObject({ kind: 'single', prompt: 'Note: if 3:2 = x, what is x = ?' });
        expect(only('::Ratio::At 10:30 = half past ten?{T}').question).toMatchObject({ kind: 'true-false', answer: true });
    });
    it('reads every kind', () => {
        const { questions, problems } = read([
            '::one::Which is first?{~second =first#Yes ~%50%nearly#so so}', 'Which two?{~%50%this ~%50%that ~%-100%neither}', 'It rings.{FALSE#It does not.#Right.}', 'Whom do we greet?{=the customer =%50%everybody}',
            'How many seconds?{#\n=20:2#Right\n=%50%18..25\n~#No}', 'Match.{=a -> 1 =b -> 2 = -> 3}', 'Why?{}', 'We call back within {=two ~three} hours.', 'One word?{hello}'
        ].join('\n\n'));
        expect(problems).toEqual([]);
        expect(questions.map(each => each.question.kind)).toEqual(['single', 'multiple', 'true-false', 'short', 'numeric', 'matching', 'essay', 'single', 'short']);
        expect(questions[0]!.question).toMatchObject({ choices: [{ share: 0 }, { share: 1, feedback: 'Yes' }, { share: 0.5, feedback: 'so so' }] });
        expect(questions[2]!.question).toMatchObject({ answer: false, feedbackTrue: 'It does not.', feedbackFalse: 'Right.' });
        expect(questions[4]!.question).toMatchObject({ accepted: [{ value: 20, tolerance: 2, share: 1, feedback: 'Right' }, { minimum: 18, maximum: 25, share: 0.5 }], otherwise: 'No' });
        expect(questions[5]!.question).toMatchObject({ pairs: [{ stem: 'a', match: '1' }, { stem: 'b', match: '2' }], extras: [{ text: '3' }] });
        expect(questions[7]!.question.prompt).toBe('We call back within _____ hours.');
    });
    it('names what is broken by line and reason, and keeps the others', () => {
        const { questions, problems } = read('Good?{T}\n\nOpen {=a ~b\n\nBetter?{F}\n\nNumber?{#five}\n\nTwo {=a ~b} and {=c ~d}\n\nNone right?{~a ~b}\n\n\nLast?{=yes ~no}');
        expect(questions.map(each => [each.line, each.name])).toEqual([[1, 'Good?'], [5, 'Better?'], [14, 'Last?']]);
        expect(problems.map(each => [each.line, each.code])).toEqual([[3, 'brace-missing'], [7, 'not-a-number'], [9, 'two-answers'], [11, 'unsound']]);
        expect(problems[3]!.problems).toEqual([{ path: '/choices', code: 'nothing-right', severity: 'error' }]);
    });
    it('lets an answer go over an empty line', () => {
        expect(only('Which?{\n=this\n\n~that\n}').question).toMatchObject({ kind: 'single', choices: [{ text: 'this' }, { text: 'that' }] });
    });
    it('knows categories, tags, ids and comments', () => {
        expect(only('$CATEGORY: $course$/top/Service/Greeting\n\n// [id:q7] [tag:phone] [tag:first\\]call]\n// more\nHello?{T}')).toMatchObject({ category: 'Service/Greeting', externalId: 'q7', tags: ['phone', 'first]call'], line: 5 });
        expect(only('// [id:q7] [tag:phone]\n\n// [tag:late]\nHello?{T}')).toMatchObject({ externalId: null, tags: ['late'] });  // what stands by itself says nothing about the next
        expect(only(`${'// [tag:a]\n'.repeat(40)}Hello?{T}`).tags).toHaveLength(30);
    });
    it('makes Markdown of HTML, and shows plain text as it is', () => {
        expect(only('[html]<p>Is it <b>urgent</b>?</p>{T}').question.prompt).toBe('Is it **urgent**?');
        expect(only('[html]<a href="https://example.org">Here</a>?{T}').question.prompt).toBe('[Here](https://example.org)?');
        expect(only('Press *5* or 2 * 3?{T}').question.prompt).toBe('Press \\*5\\* or 2 \\* 3?');
        expect(only('[markdown]Press *5*?{T}').question.prompt).toBe('Press *5*?');
        expect(only('Which?{=<span class="right">yes</span> ~no}').question).toMatchObject({ choices: [{ text: 'yes' }, { text: 'no' }] });
    });
});

describe('Aiken', () => {
    it('reads stems over several lines, letters of both kinds, and Chinese', () => {
        const { questions, problems } = readQuestions('aiken', 'What is right: A or B?\nSay why.\nA. this = that\nB) that\nANSWER: B\n\n客户要求挂失，先做什么？\nA、核实身份\nB、转接主管\n答案：A\n');
        expect(problems).toEqual([]);
        expect(questions.map(each => each.question)).toMatchObject([{ prompt: 'What is right: A or B?\nSay why.', choices: [{ text: 'this = that', share: 0 }, { share: 1 }] }, { choices: [{ text: '核实身份', share: 1 }, { share: 0 }] }]);
    });
    it('names what is broken, and keeps the others', () => {
        const { questions, problems } = readQuestions('aiken', 'One?\nA. a\nB. b\n\nTwo?\nA. a\nB. b\nANSWER: C\n\nThree?\nA. a\nC. b\nANSWER: A\n\nFour?\nA. a\nB. b\nANSWER: A\n\nJust a text');
        expect(questions.map(each => each.name)).toEqual(['Four?']);
        expect(problems.map(each => [each.line, each.code])).toEqual([[1, 'answer-missing'], [5, 'unknown-letter'], [10, 'choice-out-of-order'], [13, 'stem-missing'], [20, 'no-answer']]);
    });
});
