import { describe, expect, it } from 'vitest';
import { readQuestions } from './formats';

describe('Moodle XML', () => {
    const quiz = (...questions: string[]): string => `<?xml version="1.0"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
    const trueFalse = (name: string, prompt = 'It rings.'): string => `<question type="truefalse"><name><text>${name}</text></name><questiontext format="html"><text><![CDATA[<p>${prompt}</p>]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`;
    it('keeps the good questions around a broken one, and says where that is', () => {
        const { questions, problems } = readQuestions('moodle-xml', quiz(trueFalse('one'), '<question type="essay"><name><text>two</text>\n<questiontext></questiontext></question>', trueFalse('three', 'a </question> in it'), '<question type="calculated"><name><text>four</text></name></question>'));
        expect(questions.map(each => [each.name, each.line])).toEqual([['one', 3], ['three', 6]]);
        expect(problems.map(each => each.code)).toEqual(['xml-broken', 'unsupported-kind']);
        expect(problems.map(each => each.line)).toEqual([expect.closeTo(5, -1), 7]);
    });
    it('resolves no entity of the file', () => {
        const { questions } = readQuestions('moodle-xml', `<!DOCTYPE quiz [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY big "bigbigbig">]>${quiz('<question type="essay"><name><text>one</text></name><questiontext format="plain_text"><text>&secret; &big; what</text></questiontext></question>')}`);
        expect(questions[0]!.question.prompt).not.toMatch(/root|bigbig/u);
        expect(questions[0]!.question.prompt).toContain('what');
    });
    it('reads gaps of both of its kinds', () => {
        const { questions, problems } = readQuestions('moodle-xml', quiz(
            '<question type="cloze"><name><text>c</text></name><questiontext format="html"><text><![CDATA[<p>Within {2:SHORTANSWER:=two#Right~%50%three} <b>hours</b>, {1:NUMERICAL:=5:1} times, {:MC:~no~=yes}.</p>]]></text></questiontext></question>',
            '<question type="gapselect"><name><text>g</text></name><questiontext format="html"><text><![CDATA[<p>First [[2]], then [[1]].</p>]]></text></questiontext><selectoption><text>close</text><group>1</group></selectoption><selectoption><text>greet</text><group>1</group></selectoption></question>'));
        expect(problems).toEqual([]);
        expect(questions[0]!.question).toMatchObject({ prompt: 'Within [[1]] **hours**, [[2]] times, [[3]].', gaps: [{ weight: 2, accepted: [{ text: 'two', share: 1, feedback: 'Right' }, { share: 0.5 }] }, { kind: 'numeric', accepted: [{ value: 5, tolerance: 1 }] }, { kind: 'choice', choices: [{ share: 0 }, { text: 'yes', share: 1 }] }] });
        expect(questions[1]!.question).toMatchObject({ prompt: 'First [[1]], then [[2]].', gaps: [{ choices: [{ share: 0 }, { text: 'greet', share: 1 }] }, { choices: [{ text: 'close', share: 1 }, { share: 0 }] }] });
    });
});

describe('a table', () => {
    it('reads columns in any order, separators of other countries, and says what is broken', () => {
        const { questions, problems } = readQuestions('csv', 'prompt;kind;answer 1;share 1;answer 2;share 2\r\n"Who; says ""hello""?";single;agent;100;customer;0\r\nHow many?;numeric;five;100;;\r\nWhat?;riddle;;;;\r\nRight?;true-false;true;0;false;100\r\n"open');
        expect(questions.map(each => each.question)).toMatchObject([{ prompt: 'Who; says "hello"?', choices: [{ text: 'agent', share: 1 }, { share: 0 }] }, { kind: 'true-false', answer: false }]);
        expect(problems.map(each => [each.line, each.code])).toEqual([[6, 'quote-missing'], [3, 'not-a-number'], [4, 'unknown-kind']]);
        expect(readQuestions('csv', 'question,answer\nWhat?,that').problems.map(each => each.code)).toEqual(['column-missing']);
    });
});
